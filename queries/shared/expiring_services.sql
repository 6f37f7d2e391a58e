-- needs: filtered, annual_costs
-- The services within the filters that run out in the :days to come with nothing after them.
select
    filtered.service_number,
    filtered.citizen_number,
    filtered.by_value as section,
    filtered.provider,
    filtered.last_day,
    coalesce(annual_costs.annual_cost, 0) as annual_cost
from filtered
cross join version
left join annual_costs
    on filtered.service_number = annual_costs.service_number
where
    filtered.start_date <= version.as_of
    and filtered.last_day > version.as_of
    and days_between(version.as_of, filtered.last_day) <= cast(:days as integer)
    and not exists (
        select later.service_number
        from service_facts as later
        where
            later.citizen_number = filtered.citizen_number
            and later.section_group = filtered.section_group
            and later.start_date > filtered.start_date
            and later.last_day > filtered.last_day
    )
