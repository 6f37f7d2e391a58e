-- Every service with what it can be divided by, within all filters but role, group and section.
select
    services.service_id,
    services.citizen_id,
    services.start_date,
    -- A day beyond every calendar stands for "still running".
    coalesce(services.end_date, cast('9998-12-31' as date)) as last_day,
    coalesce(services.paying_municipality, version.municipality) = version.municipality as is_paid_by_us,
    coalesce(services.acting_municipality, version.municipality) = version.municipality as is_acted_for_by_us,
    sections.area,
    sections.section_group,
    -- Within an area or a group a replaced section counts as its successor, so a new law breaks no series.
    case
        when cast(:area as varchar(4000)) is null and cast(:group as varchar(4000)) is null
            then sections.section_key
        else coalesce(sections.successor, sections.section_key)
    end as section,
    coalesce(providers.owner, 'uoplyst') as owner,
    coalesce(providers.provider_type, 'uoplyst') as provider_type,
    coalesce(services.provider_id, 'uoplyst') as provider,
    coalesce(citizens.target_group, 'uoplyst') as target_group,
    coalesce(citizens.sex, 'uoplyst') as sex,
    case
        when citizens.psychiatric_diagnosis then 'ja'
        when not citizens.psychiatric_diagnosis then 'nej'
        else 'uoplyst'
    end as diagnosis
from services
cross join version
inner join reference_section as sections
    on services.law = sections.law
    and services.section = sections.section
left join providers
    on services.provider_id = providers.provider_id
left join citizens
    on services.citizen_id = citizens.citizen_id
where
    (cast(:area as varchar(4000)) is null
        or position(',' || sections.area || ',' in ',' || cast(:area as varchar(4000)) || ',') > 0)
    and (cast(:owner as varchar(4000)) is null
        or position(',' || coalesce(providers.owner, 'uoplyst') || ','
            in ',' || cast(:owner as varchar(4000)) || ',') > 0)
    and (cast(:provider_type as varchar(4000)) is null
        or position(',' || coalesce(providers.provider_type, 'uoplyst') || ','
            in ',' || cast(:provider_type as varchar(4000)) || ',') > 0)
    and (cast(:provider as varchar(4000)) is null
        or position(',' || coalesce(services.provider_id, 'uoplyst') || ','
            in ',' || cast(:provider as varchar(4000)) || ',') > 0)
    and (cast(:target_group as varchar(4000)) is null
        or position(',' || coalesce(citizens.target_group, 'uoplyst') || ','
            in ',' || cast(:target_group as varchar(4000)) || ',') > 0)
    and (cast(:sex as varchar(4000)) is null
        or position(',' || coalesce(citizens.sex, 'uoplyst') || ','
            in ',' || cast(:sex as varchar(4000)) || ',') > 0)
    and (cast(:diagnosis as varchar(4000)) is null
        or position(
            ',' || case
                when citizens.psychiatric_diagnosis then 'ja'
                when not citizens.psychiatric_diagnosis then 'nej'
                else 'uoplyst'
            end || ','
            in ',' || cast(:diagnosis as varchar(4000)) || ',') > 0)
