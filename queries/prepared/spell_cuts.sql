-- Built when a version is published: spells (forløb) of all services, along the cuts that pages ask for most.
-- Only for role=all: the services of one municipality are few enough to be put together when asked.
with cuts as (
    select listed.cut
    from (values ('none'), ('area'), ('group'), ('section'), ('current_section')) as listed (cut)
),

bases as (
    select distinct year_bases.basis
    from year_bases
),

divided as (
    select
        bases.basis,
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
    cross join bases
    where
        (bases.basis = 'to_date' and service_facts.start_date <= version.as_of)
        -- What is committed counts from the as-of year on: a service that ended before has no part in it.
        or (bases.basis = 'committed'
            and extract(year from service_facts.last_day) >= extract(year from version.as_of))
),

reached as (
    select
        divided.basis,
        divided.cut,
        divided.cut_value,
        divided.area,
        divided.section_group,
        divided.citizen_number,
        divided.service_number,
        divided.start_date,
        divided.last_day,
        max(divided.last_day) over (
            partition by divided.basis, divided.cut, divided.cut_value, divided.citizen_number
            order by divided.start_date nulls last, divided.service_number nulls last
            rows between unbounded preceding and 1 preceding
        ) as reached_day
    from divided
),

numbered as (
    select
        reached.basis,
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
            partition by reached.basis, reached.cut, reached.cut_value, reached.citizen_number
            order by reached.start_date nulls last, reached.service_number nulls last
            rows between unbounded preceding and current row
        ) as spell_number
    from reached
)

select
    numbered.basis,
    numbered.cut,
    numbered.cut_value,
    numbered.area,
    numbered.section_group,
    numbered.citizen_number,
    min(numbered.start_date) as first_day,
    max(numbered.last_day) as last_day
from numbered
group by
    numbered.basis,
    numbered.cut,
    numbered.cut_value,
    numbered.area,
    numbered.section_group,
    numbered.citizen_number,
    numbered.spell_number
order by
    numbered.basis nulls last,
    numbered.cut nulls last,
    numbered.cut_value nulls last
