-- title:       Sagstal
-- question:    Er arbejdet rimeligt fordelt, og er det fagligt forsvarligt?
-- unit:        borgere pr. fuldtidsrådgiver
-- good:        lower
-- counts:      people
-- numerator:   Borgere med mindst én sag hos rådgiveren, teamet eller området på dagen.
-- denominator: Årsværk på dagen.
-- why:         For mange borgere pr. rådgiver går ud over fristerne og borgerne. For få er uudnyttet
--              kapacitet.
-- ask:         Er der en ubesat stilling, langvarigt fravær eller særligt tunge sager?
-- caveat:      De vejledende tal er Dansk Socialrådgiverforenings og gælder pr. område. Hvor et team har
--              sager i flere områder, er der ingen vejledende grænse. Fravær kendes ikke.
-- source:      case_assignments, caseworkers
-- owner:       Myndighed
-- parameters:  on, by=caseworker|team|area
-- conceals:    caseworker
-- needs:       divided_cases

with full_time as (
    select
        caseworkers.caseworker_id,
        sum(cast(caseworkers.fte as double)) as fte
    from caseworkers
    where
        caseworkers.from_date <= cast(:on as date)
        and (caseworkers.to_date is null or caseworkers.to_date >= cast(:on as date))
    group by caseworkers.caseworker_id
),

-- The one pass over all cases of the day: of most people there is only this row, and nothing to count twice.
carried as (
    select
        assignments.caseworker_id,
        assignments.area,
        count(*) filter (where assignments.is_only_of_case) as cases,
        count(*) filter (where assignments.is_only_of_citizen) as citizens,
        sum(cast(assignments.weight as double)) as weighted_cases
    from assignments
    group by
        assignments.caseworker_id,
        assignments.area
),

workers as (
    select
        known.caseworker_id,
        worker_teams.team,
        full_time.fte
    from (
        select carried.caseworker_id from carried
        union
        select full_time.caseworker_id from full_time
    ) as known
    left join worker_teams
        on known.caseworker_id = worker_teams.caseworker_id
    left join full_time
        on known.caseworker_id = full_time.caseworker_id
),

divided_workers as (
    select
        case :by when 'team' then coalesce(workers.team, 'uoplyst') else workers.caseworker_id end as by_value,
        workers.team,
        workers.fte
    from workers
    where :by <> 'area'
    union all
    -- An area has every caseworker with a case there, so one with cases in two areas counts in both.
    select
        carried.area as by_value,
        cast(null as varchar(200)) as team,
        workers.fte
    from carried
    inner join workers
        on carried.caseworker_id = workers.caseworker_id
    where :by = 'area'
),

staffing as (
    select
        divided_workers.by_value,
        max(divided_workers.team) as team,
        sum(divided_workers.fte) as fte
    from divided_workers
    group by divided_workers.by_value
),

carried_by_value as (
    select
        case :by
            when 'caseworker' then workers.caseworker_id
            when 'team' then coalesce(workers.team, 'uoplyst')
            else carried.area
        end as by_value,
        sum(carried.cases) as cases,
        sum(carried.citizens) as citizens,
        sum(carried.weighted_cases) as weighted_cases,
        -- One guideline fits only where all cases are of one area.
        case when min(carried.area) = max(carried.area) then min(carried.area) end as area
    from carried
    inner join workers
        on carried.caseworker_id = workers.caseworker_id
    group by
        case :by
            when 'caseworker' then workers.caseworker_id
            when 'team' then coalesce(workers.team, 'uoplyst')
            else carried.area
        end
),

-- A case that has changed hands and a citizen with several cases may stand here twice on the day.
shared as (
    select
        divided_cases.by_value,
        count(distinct divided_cases.case_number) filter (where not divided_cases.is_only_of_case) as cases,
        count(distinct divided_cases.citizen_number) filter (where not divided_cases.is_only_of_citizen)
            as citizens
    from divided_cases
    where not (divided_cases.is_only_of_case and divided_cases.is_only_of_citizen)
    group by divided_cases.by_value
),

cases_counted as (
    select
        carried_by_value.by_value,
        cast(carried_by_value.cases as bigint) + coalesce(shared.cases, 0) as cases,
        cast(carried_by_value.citizens as bigint) + coalesce(shared.citizens, 0) as citizens,
        carried_by_value.weighted_cases,
        carried_by_value.area
    from carried_by_value
    left join shared
        on carried_by_value.by_value = shared.by_value
),

measured as (
    select
        staffing.by_value,
        staffing.team,
        coalesce(cases_counted.cases, 0) as cases,
        coalesce(cases_counted.citizens, 0) as citizens,
        coalesce(cases_counted.weighted_cases, 0) as weighted_cases,
        staffing.fte,
        coalesce(cases_counted.citizens, 0) / nullif(staffing.fte, 0) as citizens_per_fte,
        coalesce(own_guideline.low, area_guideline.low) as guideline_low,
        coalesce(own_guideline.high, area_guideline.high) as guideline_high
    from staffing
    left join cases_counted
        on staffing.by_value = cases_counted.by_value
    left join reference_caseload_guideline as own_guideline
        on staffing.team = own_guideline.team
        and cases_counted.area = own_guideline.area
    left join reference_caseload_guideline as area_guideline
        on cases_counted.area = area_guideline.area
        and area_guideline.team is null
)

select
    measured.by_value,
    measured.team,
    measured.cases,
    measured.citizens,
    round(measured.weighted_cases, 4) as weighted_cases,
    round(measured.fte, 4) as fte,
    round(measured.citizens_per_fte, 4) as citizens_per_fte,
    measured.guideline_low,
    measured.guideline_high,
    case
        when measured.citizens_per_fte is null then 'no_fte'
        when measured.guideline_low is null or measured.guideline_high is null then 'no_guideline'
        when measured.citizens_per_fte > measured.guideline_high then 'over'
        when measured.citizens_per_fte < measured.guideline_low then 'under'
        else 'within'
    end as status
from measured
order by measured.by_value nulls last
