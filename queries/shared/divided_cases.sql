-- needs: assignments, worker_teams
-- The assignments of the day, each with the caseworker, team or area that it is counted for.
select
    case :by
        when 'caseworker' then assignments.caseworker_id
        when 'team' then coalesce(worker_teams.team, 'uoplyst')
        else assignments.area
    end as by_value,
    assignments.caseworker_id,
    assignments.case_number,
    assignments.citizen_number,
    assignments.is_only_of_case,
    assignments.is_only_of_citizen,
    assignments.case_id,
    assignments.citizen_id,
    assignments.area,
    assignments.from_date,
    assignments.weight
from assignments
left join worker_teams
    on assignments.caseworker_id = worker_teams.caseworker_id
