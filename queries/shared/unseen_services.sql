-- needs: filtered
-- The running services within the filters that were neither begun nor reviewed in the last :months.
select
    filtered.service_number,
    filtered.by_value as section,
    filtered.owner,
    filtered.provider,
    running_services.last_seen,
    running_services.annual_cost
from filtered
cross join version
inner join running_services
    on filtered.service_number = running_services.service_number
where
    12 * (extract(year from version.as_of) - extract(year from running_services.last_seen))
        + extract(month from version.as_of) - extract(month from running_services.last_seen)
        -- The last month has passed on the same day of the month, or on its last day where it has no such.
        - case
            when extract(day from running_services.last_seen) > extract(day from version.as_of)
                and extract(day from cast(version.as_of + interval '1' day as date)) > 1
                then 1
            else 0
        end
        >= cast(:months as integer)
