-- needs: scoped
-- The services within every filter in force, each with the value it is divided by ('' when not divided).
select
    scoped.service_number,
    scoped.citizen_number,
    scoped.start_date,
    scoped.last_day,
    scoped.birth_date,
    scoped.is_paid_by_us,
    scoped.area,
    scoped.section_group,
    scoped.owner,
    scoped.provider,
    case :by
        when 'area' then scoped.area
        when 'group' then scoped.section_group
        when 'section' then scoped.section
        when 'owner' then scoped.owner
        when 'provider_type' then scoped.provider_type
        when 'provider' then scoped.provider
        when 'target_group' then scoped.target_group
        when 'sex' then scoped.sex
        when 'diagnosis' then scoped.diagnosis
        else ''
    end as by_value
from scoped
where
    (:role = 'all'
        or (:role = 'paying' and scoped.is_paid_by_us)
        or (:role = 'acting' and scoped.is_acted_for_by_us))
    and (cast(:group as varchar(4000)) is null
        or position(',' || scoped.section_group || ',' in ',' || cast(:group as varchar(4000)) || ',') > 0)
    and (cast(:section as varchar(4000)) is null
        or position(',' || scoped.section || ',' in ',' || cast(:section as varchar(4000)) || ',') > 0)
