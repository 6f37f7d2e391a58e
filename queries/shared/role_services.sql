-- Every service of the role asked for that has begun, whatever the other filters: what a citizen had or gets elsewhere.
select
    service_facts.service_number,
    service_facts.citizen_number,
    service_facts.start_date,
    service_facts.last_day,
    service_facts.area,
    service_facts.section_group
from service_facts
cross join version
where
    service_facts.start_date <= version.as_of
    and (:role = 'all'
        or (:role = 'paying' and service_facts.is_paid_by_us)
        or (:role = 'acting' and service_facts.is_acted_for_by_us))
