-- Built when a version is published: each service with all that it can be divided by, and its citizen's dates.
-- Whole numbers stand for the ids, since every figure sorts and joins on them.
select
    cast(row_number() over (order by services.start_date nulls last, services.service_id nulls last)
        as integer) as service_number,
    cast(dense_rank() over (order by services.citizen_id nulls last) as integer) as citizen_number,
    services.service_id,
    services.start_date,
    -- A day beyond every calendar stands for "still running".
    coalesce(services.end_date, cast('9998-12-31' as date)) as last_day,
    coalesce(services.paying_municipality, version.municipality) as paying_municipality,
    coalesce(services.paying_municipality, version.municipality) = version.municipality as is_paid_by_us,
    coalesce(services.acting_municipality, version.municipality) = version.municipality as is_acted_for_by_us,
    coalesce(sections.area, 'uoplyst') as area,
    coalesce(sections.section_group, 'uoplyst') as section_group,
    coalesce(sections.section_key, services.law || ' ' || services.section) as section_key,
    coalesce(sections.successor, sections.section_key, services.law || ' ' || services.section)
        as current_section,
    coalesce(providers.owner, 'uoplyst') as owner,
    coalesce(providers.provider_type, 'uoplyst') as provider_type,
    coalesce(services.provider_id, 'uoplyst') as provider,
    coalesce(citizens.target_group, 'uoplyst') as target_group,
    coalesce(citizens.sex, 'uoplyst') as sex,
    case
        when citizens.psychiatric_diagnosis then 'ja'
        when not citizens.psychiatric_diagnosis then 'nej'
        else 'uoplyst'
    end as diagnosis,
    citizens.birth_date,
    citizens.died_on,
    services.applied_on,
    services.decided_on
from services
cross join version
-- A service that was carried over may be of a section that has left the list since; it still counts.
left join reference_section as sections
    on services.law = sections.law
    and services.section = sections.section
left join providers
    on services.provider_id = providers.provider_id
left join citizens
    on services.citizen_id = citizens.citizen_id
-- One municipality's services lie together, by start: what a filter leaves out is not even read.
order by
    paying_municipality nulls last,
    services.start_date nulls last,
    services.service_id nulls last
