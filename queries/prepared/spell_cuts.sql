-- Built when a version is published: spells (forløb) of all services, along the cuts that pages ask for most.
-- Only for role=all: the services of one municipality are few enough to be put together when asked.
with cuts as (
    select listed.cut
    from (values ('none'), ('area'), ('group'), ('section'), ('current_section')) as listed (cut)
),

divided as (
    select
        cuts.cut,
        case cuts.cut
            when 'none' then ''
            when 'area' then service_facts.area
            when 'group' then service_facts.section_group
            when 'section' then service_facts.section_key
            else service_facts.current_section
        end as cut_value,
        case when cuts.cut = 'none' then '' else service_facts.area end as area,
        case when cuts.cut in ('none', 'area') then '' else service_facts.section_group end as section_group,
        service_facts.citizen_number,
        service_facts.service_number,
        service_facts.start_date,
        service_facts.last_day
    from service_facts
    cross join version
    cross join cuts
    where service_facts.start_date <= version.as_of
),

reached as (
    select
        divided.cut,
        divided.cut_value,
        divided.area,
        divided.section_group,
        divided.citizen_number,
        divided.service_number,
        divided.start_date,
        divided.last_day,
        max(divided.last_day) over (
            partition by divided.cut, divided.cut_value, divided.citizen_number
            order by divided.start_date nulls last, divided.service_number nulls last
            rows between unbounded preceding and 1 preceding
        ) as reached_day
    from divided
),

numbered as (
    select
        reached.cut,
        reached.cut_value,
        reached.area,
        reached.section_group,
        reached.citizen_number,
        reached.start_date,
        reached.last_day,
        sum(
            case when reached.start_date <= cast(reached.reached_day + interval '1' day as date) then 0 else 1 end
        ) over (
            partition by reached.cut, reached.cut_value, reached.citizen_number
            order by reached.start_date nulls last, reached.service_number nulls last
            rows between unbounded preceding and current row
        ) as spell_number
    from reached
)

select
    numbered.cut,
    numbered.cut_value,
    numbered.area,
    numbered.section_group,
    numbered.citizen_number,
    min(numbered.start_date) as first_day,
    max(numbered.last_day) as last_day
from numbered
group by
    numbered.cut,
    numbered.cut_value,
    numbered.area,
    numbered.section_group,
    numbered.citizen_number,
    numbered.spell_number
order by
    numbered.cut nulls last,
    numbered.cut_value nulls last
