-- The cases and caseworkers that belong together on the day asked for.
select
    assignment_facts.case_number,
    assignment_facts.citizen_number,
    assignment_facts.is_only_of_case,
    assignment_facts.is_only_of_citizen,
    assignment_facts.case_id,
    assignment_facts.citizen_id,
    assignment_facts.caseworker_id,
    assignment_facts.area,
    assignment_facts.from_date,
    assignment_facts.weight
from assignment_facts
where
    assignment_facts.from_date <= cast(:on as date)
    and assignment_facts.last_day >= cast(:on as date)
