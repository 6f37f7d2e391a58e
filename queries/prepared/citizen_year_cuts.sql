-- Built when a version is published: each citizen's service days and cost in each year, along the prepared cuts.
with days as (
    select
        spell_cuts.cut,
        spell_cuts.cut_value,
        spell_cuts.area,
        spell_cuts.section_group,
        spell_cuts.citizen_number,
        year_bases.basis,
        year_bases.year,
        -- Else a sum is of the widest kind of whole number, which costs forty times as much to divide by.
        cast(sum(
            days_between(
                greatest(spell_cuts.first_day, year_bases.first_day),
                least(spell_cuts.last_day, year_bases.last_day)
            ) + 1
        ) as integer) as service_days
    from spell_cuts
    inner join year_bases
        on spell_cuts.basis = year_bases.basis
        and spell_cuts.first_day <= year_bases.last_day
        and spell_cuts.last_day >= year_bases.first_day
    group by
        spell_cuts.cut,
        spell_cuts.cut_value,
        spell_cuts.area,
        spell_cuts.section_group,
        spell_cuts.citizen_number,
        year_bases.basis,
        year_bases.year
),

cuts as (
    select distinct spell_cuts.cut
    from spell_cuts
),

costs as (
    select
        cuts.cut,
        case cuts.cut
            when 'none' then ''
            when 'area' then service_facts.area
            when 'group' then service_facts.section_group
            when 'section' then service_facts.section_key
            else service_facts.current_section
        end as cut_value,
        service_facts.citizen_number,
        service_years.basis,
        service_years.year,
        sum(service_years.base_cost) as base_cost,
        sum(service_years.supplement_cost) as supplement_cost,
        count(*) filter (where not service_years.has_base_rate) as services_without_rate
    from service_years
    inner join service_facts
        on service_years.service_number = service_facts.service_number
    cross join cuts
    -- No page asks for a cut of earlier years to the day.
    where service_years.basis <> 'same_day'
    group by
        cuts.cut,
        case cuts.cut
            when 'none' then ''
            when 'area' then service_facts.area
            when 'group' then service_facts.section_group
            when 'section' then service_facts.section_key
            else service_facts.current_section
        end,
        service_facts.citizen_number,
        service_years.basis,
        service_years.year
)

select
    days.cut,
    days.cut_value,
    days.area,
    days.section_group,
    days.citizen_number,
    days.basis,
    days.year,
    days.service_days,
    costs.base_cost,
    costs.supplement_cost,
    costs.services_without_rate
from days
inner join costs
    on days.cut = costs.cut
    and days.cut_value = costs.cut_value
    and days.citizen_number = costs.citizen_number
    and days.basis = costs.basis
    and days.year = costs.year
order by
    days.cut nulls last,
    days.cut_value nulls last,
    days.basis nulls last,
    days.year nulls last
