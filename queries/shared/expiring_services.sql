-- needs: filtered
-- The services within the filters that run out in the :days to come with nothing after them.
select
    filtered.service_number,
    filtered.citizen_number,
    filtered.by_value as section,
    filtered.provider,
    filtered.last_day,
    running_services.annual_cost
from filtered
cross join version
inner join running_services
    on filtered.service_number = running_services.service_number
where
    filtered.last_day > version.as_of
    and days_between(version.as_of, filtered.last_day) <= cast(:days as integer)
    and not running_services.is_followed
