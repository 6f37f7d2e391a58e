-- Built when a version is published: caseload at the end of every month, by team and by area.
-- Counted by what changes (one more, one less) and added up: no day is gone through one by one.
with team_periods as (
    -- A caseworker belongs to a team until the next row begins, even where the row itself has ended.
    select
        caseworkers.caseworker_id,
        caseworkers.team,
        caseworkers.from_date as first_day,
        coalesce(
            cast(lead(caseworkers.from_date) over (
                partition by caseworkers.caseworker_id order by caseworkers.from_date nulls last
            ) - interval '1' day as date),
            cast('9998-12-31' as date)
        ) as last_day
    from caseworkers
    union all
    -- Before the first row, and without any, the team is not known.
    select
        known.caseworker_id,
        'uoplyst' as team,
        cast('1800-01-01' as date) as first_day,
        coalesce(
            cast(min(caseworkers.from_date) - interval '1' day as date), cast('9998-12-31' as date)
        ) as last_day
    from (select distinct case_assignments.caseworker_id from case_assignments) as known
    left join caseworkers
        on known.caseworker_id = caseworkers.caseworker_id
    group by known.caseworker_id
),

assignments as (
    select
        'area' as divided_by,
        case_assignments.area as by_value,
        case_assignments.case_id,
        case_assignments.citizen_id,
        case_assignments.caseworker_id,
        case_assignments.from_date as first_day,
        coalesce(case_assignments.to_date, cast('9998-12-31' as date)) as last_day
    from case_assignments
    union all
    select
        'team' as divided_by,
        team_periods.team as by_value,
        case_assignments.case_id,
        case_assignments.citizen_id,
        case_assignments.caseworker_id,
        greatest(case_assignments.from_date, team_periods.first_day) as first_day,
        least(coalesce(case_assignments.to_date, cast('9998-12-31' as date)), team_periods.last_day) as last_day
    from case_assignments
    inner join team_periods
        on case_assignments.caseworker_id = team_periods.caseworker_id
        and case_assignments.from_date <= team_periods.last_day
        and coalesce(case_assignments.to_date, cast('9998-12-31' as date)) >= team_periods.first_day
),

members as (
    select
        assignments.divided_by,
        assignments.by_value,
        'case' as kind,
        assignments.case_id as member,
        assignments.first_day,
        assignments.last_day
    from assignments
    union all
    select
        assignments.divided_by,
        assignments.by_value,
        'citizen' as kind,
        assignments.citizen_id as member,
        assignments.first_day,
        assignments.last_day
    from assignments
    union all
    -- An area has every caseworker with a case there; a team has its own, with a case or without.
    select
        assignments.divided_by,
        assignments.by_value,
        'caseworker' as kind,
        assignments.caseworker_id as member,
        assignments.first_day,
        assignments.last_day
    from assignments
    where assignments.divided_by = 'area'
),

reached as (
    select
        members.divided_by,
        members.by_value,
        members.kind,
        members.member,
        members.first_day,
        members.last_day,
        max(members.last_day) over (
            partition by members.divided_by, members.by_value, members.kind, members.member
            order by members.first_day nulls last, members.last_day nulls last
            rows between unbounded preceding and 1 preceding
        ) as reached_day
    from members
),

numbered as (
    select
        reached.divided_by,
        reached.by_value,
        reached.kind,
        reached.member,
        reached.first_day,
        reached.last_day,
        sum(
            case when reached.first_day <= cast(reached.reached_day + interval '1' day as date) then 0 else 1 end
        ) over (
            partition by reached.divided_by, reached.by_value, reached.kind, reached.member
            -- Of two alike the one that reached less begins the run, in whichever order they were taken.
            order by
                reached.first_day nulls last,
                reached.last_day nulls last,
                coalesce(reached.reached_day, cast('1800-01-01' as date)) nulls last
            rows between unbounded preceding and current row
        ) as run_number
    from reached
),

runs as (
    select
        numbered.divided_by,
        numbered.by_value,
        numbered.kind,
        numbered.member,
        min(numbered.first_day) as first_day,
        max(numbered.last_day) as last_day
    from numbered
    group by
        numbered.divided_by,
        numbered.by_value,
        numbered.kind,
        numbered.member,
        numbered.run_number
),

staffed as (
    select
        'team' as divided_by,
        team_periods.team as by_value,
        caseworkers.fte,
        greatest(caseworkers.from_date, team_periods.first_day) as first_day,
        least(coalesce(caseworkers.to_date, cast('9998-12-31' as date)), team_periods.last_day) as last_day
    from caseworkers
    inner join team_periods
        on caseworkers.caseworker_id = team_periods.caseworker_id
        and caseworkers.from_date <= team_periods.last_day
        and coalesce(caseworkers.to_date, cast('9998-12-31' as date)) >= team_periods.first_day
    union all
    select
        runs.divided_by,
        runs.by_value,
        caseworkers.fte,
        greatest(caseworkers.from_date, runs.first_day) as first_day,
        least(coalesce(caseworkers.to_date, cast('9998-12-31' as date)), runs.last_day) as last_day
    from caseworkers
    inner join runs
        on caseworkers.caseworker_id = runs.member
        and caseworkers.from_date <= runs.last_day
        and coalesce(caseworkers.to_date, cast('9998-12-31' as date)) >= runs.first_day
    where runs.kind = 'caseworker'
),

present as (
    select
        runs.divided_by,
        runs.by_value,
        case when runs.kind = 'case' then 1 else 0 end as cases,
        case when runs.kind = 'citizen' then 1 else 0 end as citizens,
        0 as staff_rows,
        cast(0 as decimal(18, 4)) as fte,
        runs.first_day,
        runs.last_day
    from runs
    where runs.kind <> 'caseworker'
    union all
    select
        staffed.divided_by,
        staffed.by_value,
        0 as cases,
        0 as citizens,
        1 as staff_rows,
        cast(staffed.fte as decimal(18, 4)) as fte,
        staffed.first_day,
        staffed.last_day
    from staffed
),

changes as (
    select
        present.divided_by,
        present.by_value,
        present.first_day as change_day,
        present.cases,
        present.citizens,
        present.staff_rows,
        present.fte
    from present
    union all
    select
        present.divided_by,
        present.by_value,
        cast(present.last_day + interval '1' day as date) as change_day,
        -present.cases as cases,
        -present.citizens as citizens,
        -present.staff_rows as staff_rows,
        -present.fte as fte
    from present
),

changes_by_month as (
    select
        changes.divided_by,
        changes.by_value,
        cast(date_trunc('month', changes.change_day) as date) as month_start,
        sum(changes.cases) as cases,
        sum(changes.citizens) as citizens,
        sum(changes.staff_rows) as staff_rows,
        sum(changes.fte) as fte
    from changes
    cross join version
    where changes.change_day <= version.as_of
    group by
        changes.divided_by,
        changes.by_value,
        cast(date_trunc('month', changes.change_day) as date)
),

by_values as (
    select
        changes_by_month.divided_by,
        changes_by_month.by_value,
        min(changes_by_month.month_start) as first_month
    from changes_by_month
    group by
        changes_by_month.divided_by,
        changes_by_month.by_value
),

added_up as (
    select
        by_values.divided_by,
        by_values.by_value,
        calendar_month.month_end,
        sum(coalesce(changes_by_month.cases, 0)) over (
            partition by by_values.divided_by, by_values.by_value
            order by calendar_month.month_start nulls last
            rows between unbounded preceding and current row
        ) as cases,
        sum(coalesce(changes_by_month.citizens, 0)) over (
            partition by by_values.divided_by, by_values.by_value
            order by calendar_month.month_start nulls last
            rows between unbounded preceding and current row
        ) as citizens,
        sum(coalesce(changes_by_month.staff_rows, 0)) over (
            partition by by_values.divided_by, by_values.by_value
            order by calendar_month.month_start nulls last
            rows between unbounded preceding and current row
        ) as staff_rows,
        sum(coalesce(changes_by_month.fte, 0)) over (
            partition by by_values.divided_by, by_values.by_value
            order by calendar_month.month_start nulls last
            rows between unbounded preceding and current row
        ) as fte
    from by_values
    cross join version
    inner join calendar_month
        on calendar_month.month_start between by_values.first_month and version.as_of
    left join changes_by_month
        on by_values.divided_by = changes_by_month.divided_by
        and by_values.by_value = changes_by_month.by_value
        and calendar_month.month_start = changes_by_month.month_start
)

select
    added_up.divided_by,
    added_up.by_value,
    added_up.month_end,
    cast(added_up.cases as bigint) as cases,
    cast(added_up.citizens as bigint) as citizens,
    -- No row in force is not the same as rows that add up to nothing.
    case when added_up.staff_rows > 0 then cast(added_up.fte as double) end as fte
from added_up
where added_up.cases > 0 or added_up.staff_rows > 0
order by
    added_up.divided_by nulls last,
    added_up.by_value nulls last,
    added_up.month_end nulls last
