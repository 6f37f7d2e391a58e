-- needs: filtered, role_services
-- The services of the role that the other filters leave out: where citizens come from and where they go.
select
    role_services.citizen_number,
    role_services.start_date,
    role_services.last_day,
    role_services.section_group
from role_services
left join filtered
    on role_services.service_number = filtered.service_number
where filtered.service_number is null
