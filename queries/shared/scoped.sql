-- Every service within all filters but role, group and section.
select
    service_facts.service_number,
    service_facts.citizen_number,
    service_facts.start_date,
    service_facts.last_day,
    service_facts.is_paid_by_us,
    service_facts.is_acted_for_by_us,
    service_facts.area,
    service_facts.section_group,
    -- Within an area or a group a replaced section counts as its successor, so a new law breaks no series.
    case
        when cast(:area as varchar(4000)) is null and cast(:group as varchar(4000)) is null
            then service_facts.section_key
        else service_facts.current_section
    end as section,
    service_facts.owner,
    service_facts.provider_type,
    service_facts.provider,
    service_facts.target_group,
    service_facts.sex,
    service_facts.diagnosis,
    service_facts.birth_date
from service_facts
where
    (cast(:area as varchar(4000)) is null
        or position(',' || service_facts.area || ',' in ',' || cast(:area as varchar(4000)) || ',') > 0)
    and (cast(:owner as varchar(4000)) is null
        or position(',' || service_facts.owner || ',' in ',' || cast(:owner as varchar(4000)) || ',') > 0)
    and (cast(:provider_type as varchar(4000)) is null
        or position(',' || service_facts.provider_type || ','
            in ',' || cast(:provider_type as varchar(4000)) || ',') > 0)
    and (cast(:provider as varchar(4000)) is null
        or position(',' || service_facts.provider || ','
            in ',' || cast(:provider as varchar(4000)) || ',') > 0)
    and (cast(:target_group as varchar(4000)) is null
        or position(',' || service_facts.target_group || ','
            in ',' || cast(:target_group as varchar(4000)) || ',') > 0)
    and (cast(:sex as varchar(4000)) is null
        or position(',' || service_facts.sex || ',' in ',' || cast(:sex as varchar(4000)) || ',') > 0)
    and (cast(:diagnosis as varchar(4000)) is null
        or position(',' || service_facts.diagnosis || ','
            in ',' || cast(:diagnosis as varchar(4000)) || ',') > 0)
