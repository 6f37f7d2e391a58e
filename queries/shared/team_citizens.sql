-- The citizens whose cases the caseworkers of :team carry on the as-of date.
select distinct assignment_facts.citizen_id
from assignment_facts
cross join version
left join (
    select
        caseworkers.caseworker_id,
        caseworkers.team,
        row_number() over (
            partition by caseworkers.caseworker_id
            order by caseworkers.from_date desc nulls last
        ) as place
    from caseworkers
    cross join version
    where caseworkers.from_date <= version.as_of
) as teams
    on assignment_facts.caseworker_id = teams.caseworker_id
    and teams.place = 1
where
    assignment_facts.from_date <= version.as_of
    and assignment_facts.last_day >= version.as_of
    and position(',' || coalesce(teams.team, 'uoplyst') || ',' in ',' || cast(:team as varchar(4000)) || ',') > 0
