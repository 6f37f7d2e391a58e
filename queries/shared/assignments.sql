-- The cases and caseworkers that belong together on the day asked for.
select
    case_assignments.case_id,
    case_assignments.citizen_id,
    case_assignments.caseworker_id,
    case_assignments.area,
    case_assignments.from_date,
    coalesce(case_assignments.weight, 1) as weight
from case_assignments
where
    case_assignments.from_date <= cast(:on as date)
    and (case_assignments.to_date is null or case_assignments.to_date >= cast(:on as date))
