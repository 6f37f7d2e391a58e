-- Built when a version is published: who carries which case when, whole numbers for the ids that are counted.
select
    cast(dense_rank() over (order by case_assignments.case_id nulls last) as integer) as case_number,
    cast(dense_rank() over (order by case_assignments.citizen_id nulls last) as integer) as citizen_number,
    -- Who has one row needs no counting apart, whatever day is asked about.
    count(*) over (
        partition by case_assignments.case_id
        rows between unbounded preceding and unbounded following
    ) = 1 as is_only_of_case,
    count(*) over (
        partition by case_assignments.citizen_id
        rows between unbounded preceding and unbounded following
    ) = 1 as is_only_of_citizen,
    case_assignments.case_id,
    case_assignments.citizen_id,
    case_assignments.caseworker_id,
    case_assignments.area,
    case_assignments.from_date,
    -- A day beyond every calendar stands for "still open".
    coalesce(case_assignments.to_date, cast('9998-12-31' as date)) as last_day,
    coalesce(case_assignments.weight, 1) as weight
from case_assignments
-- Most rows are long closed: what is asked about lies together at the end.
order by
    last_day nulls last,
    case_assignments.from_date nulls last
