-- title:       Sagstal over tid
-- question:    Stiger antallet af borgere pr. rådgiver?
-- unit:        borgere pr. fuldtidsrådgiver
-- good:        lower
-- counts:      people
-- numerator:   Borgere med mindst én sag hos teamet eller i området på månedens sidste dag.
-- denominator: Årsværk på samme dag.
-- why:         Et højt sagstal i én måned kan være en ubesat stilling. Et, der stiger år for år, er
--              noget andet.
-- ask:         Hvornår begyndte stigningen, og hvad skete der da?
-- caveat:      Den sidste måned er opgjort på opgørelsesdagen, når måneden ikke er slut. Fravær kendes
--              ikke.
-- source:      case_assignments, caseworkers
-- owner:       Myndighed
-- parameters:  from, to, by=team|area

with days as (
    select
        calendar_month.month_end,
        least(calendar_month.month_end, version.as_of) as counted_on
    from calendar_month
    cross join version
    where
        calendar_month.month_start <= cast(:to as date)
        and calendar_month.month_end >= cast(:from as date)
),

teams_in_order as (
    select
        days.month_end,
        caseworkers.caseworker_id,
        caseworkers.team,
        row_number() over (
            partition by days.month_end, caseworkers.caseworker_id
            order by caseworkers.from_date desc nulls last
        ) as place
    from days
    inner join caseworkers
        on caseworkers.from_date <= days.counted_on
),

full_time as (
    select
        days.month_end,
        caseworkers.caseworker_id,
        sum(cast(caseworkers.fte as double)) as fte
    from days
    inner join caseworkers
        on caseworkers.from_date <= days.counted_on
        and (caseworkers.to_date is null or caseworkers.to_date >= days.counted_on)
    group by
        days.month_end,
        caseworkers.caseworker_id
),

divided_cases as (
    select
        days.month_end,
        case :by
            when 'team' then coalesce(teams_in_order.team, 'uoplyst')
            else case_assignments.area
        end as by_value,
        case_assignments.caseworker_id,
        case_assignments.case_id,
        case_assignments.citizen_id
    from days
    inner join case_assignments
        on case_assignments.from_date <= days.counted_on
        and (case_assignments.to_date is null or case_assignments.to_date >= days.counted_on)
    left join teams_in_order
        on days.month_end = teams_in_order.month_end
        and case_assignments.caseworker_id = teams_in_order.caseworker_id
        and teams_in_order.place = 1
),

divided_workers as (
    select
        full_time.month_end,
        teams_in_order.team as by_value,
        full_time.caseworker_id,
        full_time.fte
    from full_time
    inner join teams_in_order
        on full_time.month_end = teams_in_order.month_end
        and full_time.caseworker_id = teams_in_order.caseworker_id
        and teams_in_order.place = 1
    where :by = 'team'
    union all
    select distinct
        divided_cases.month_end,
        divided_cases.by_value,
        divided_cases.caseworker_id,
        full_time.fte
    from divided_cases
    inner join full_time
        on divided_cases.month_end = full_time.month_end
        and divided_cases.caseworker_id = full_time.caseworker_id
    where :by = 'area'
),

staffing as (
    select
        divided_workers.month_end,
        divided_workers.by_value,
        sum(divided_workers.fte) as fte
    from divided_workers
    group by
        divided_workers.month_end,
        divided_workers.by_value
),

cases_counted as (
    select
        divided_cases.month_end,
        divided_cases.by_value,
        count(distinct divided_cases.case_id) as cases,
        count(distinct divided_cases.citizen_id) as citizens
    from divided_cases
    group by
        divided_cases.month_end,
        divided_cases.by_value
),

listed as (
    select cases_counted.month_end, cases_counted.by_value from cases_counted
    union
    select staffing.month_end, staffing.by_value from staffing
)

select
    listed.month_end as month,
    listed.by_value,
    coalesce(cases_counted.cases, 0) as cases,
    coalesce(cases_counted.citizens, 0) as citizens,
    round(staffing.fte, 4) as fte,
    round(coalesce(cases_counted.citizens, 0) / nullif(staffing.fte, 0), 4) as citizens_per_fte
from listed
left join cases_counted
    on listed.month_end = cases_counted.month_end
    and listed.by_value = cases_counted.by_value
left join staffing
    on listed.month_end = staffing.month_end
    and listed.by_value = staffing.by_value
order by
    listed.month_end nulls last,
    listed.by_value nulls last
