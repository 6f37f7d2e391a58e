-- Built when a version is published: what each year comes to along the prepared cuts, citizens added up.
with citizens_counted as (
    select
        citizen_year_cuts.cut,
        citizen_year_cuts.cut_value,
        citizen_year_cuts.area,
        citizen_year_cuts.section_group,
        citizen_year_cuts.basis,
        citizen_year_cuts.year,
        count(*) as citizens,
        sum(citizen_year_cuts.service_days) as service_days,
        sum(citizen_year_cuts.base_cost) as base_cost,
        sum(citizen_year_cuts.supplement_cost) as supplement_cost,
        count(*) filter (where round(citizen_year_cuts.supplement_cost, 2) <> 0) as citizens_with_supplement,
        cast(sum(citizen_year_cuts.services_without_rate) as bigint) as services_without_rate
    from citizen_year_cuts
    group by
        citizen_year_cuts.cut,
        citizen_year_cuts.cut_value,
        citizen_year_cuts.area,
        citizen_year_cuts.section_group,
        citizen_year_cuts.basis,
        citizen_year_cuts.year
),

-- Earlier years to the day are only compared by days and cost.
same_days as (
    select
        spell_cuts.cut,
        spell_cuts.cut_value,
        spell_cuts.area,
        spell_cuts.section_group,
        year_bases.basis,
        year_bases.year,
        sum(
            days_between(
                greatest(spell_cuts.first_day, year_bases.first_day),
                least(spell_cuts.last_day, year_bases.last_day)
            ) + 1
        ) as service_days
    from spell_cuts
    inner join year_bases
        on spell_cuts.first_day <= year_bases.last_day
        and spell_cuts.last_day >= year_bases.first_day
    where
        spell_cuts.basis = 'to_date'
        and year_bases.basis = 'same_day'
    group by
        spell_cuts.cut,
        spell_cuts.cut_value,
        spell_cuts.area,
        spell_cuts.section_group,
        year_bases.basis,
        year_bases.year
),

same_day_costs as (
    select
        service_facts.area,
        service_facts.section_group,
        service_facts.section_key,
        service_facts.current_section,
        service_years.year,
        sum(service_years.base_cost) as base_cost,
        sum(service_years.supplement_cost) as supplement_cost
    from service_years
    inner join service_facts
        on service_years.service_number = service_facts.service_number
    where service_years.basis = 'same_day'
    group by
        service_facts.area,
        service_facts.section_group,
        service_facts.section_key,
        service_facts.current_section,
        service_years.year
),

same_day_years as (
    select
        same_days.cut,
        same_days.cut_value,
        same_days.area,
        same_days.section_group,
        same_days.basis,
        same_days.year,
        same_days.service_days,
        sum(same_day_costs.base_cost) as base_cost,
        sum(same_day_costs.supplement_cost) as supplement_cost
    from same_days
    inner join same_day_costs
        on same_days.year = same_day_costs.year
        and same_days.cut_value = case same_days.cut
            when 'none' then ''
            when 'area' then same_day_costs.area
            when 'group' then same_day_costs.section_group
            when 'section' then same_day_costs.section_key
            else same_day_costs.current_section
        end
        -- Two areas may have a group of one name.
        and same_days.area = case same_days.cut when 'none' then '' else same_day_costs.area end
        and same_days.section_group
            = case when same_days.cut in ('none', 'area') then '' else same_day_costs.section_group end
    group by
        same_days.cut,
        same_days.cut_value,
        same_days.area,
        same_days.section_group,
        same_days.basis,
        same_days.year,
        same_days.service_days
)

select
    every_basis.cut,
    every_basis.cut_value,
    every_basis.area,
    every_basis.section_group,
    every_basis.basis,
    every_basis.year,
    every_basis.citizens,
    every_basis.service_days,
    every_basis.base_cost,
    every_basis.supplement_cost,
    every_basis.citizens_with_supplement,
    every_basis.services_without_rate
from (
    select
        citizens_counted.cut,
        citizens_counted.cut_value,
        citizens_counted.area,
        citizens_counted.section_group,
        citizens_counted.basis,
        citizens_counted.year,
        citizens_counted.citizens,
        citizens_counted.service_days,
        citizens_counted.base_cost,
        citizens_counted.supplement_cost,
        citizens_counted.citizens_with_supplement,
        citizens_counted.services_without_rate
    from citizens_counted
    union all
    select
        same_day_years.cut,
        same_day_years.cut_value,
        same_day_years.area,
        same_day_years.section_group,
        same_day_years.basis,
        same_day_years.year,
        cast(null as bigint) as citizens,
        same_day_years.service_days,
        same_day_years.base_cost,
        same_day_years.supplement_cost,
        cast(null as bigint) as citizens_with_supplement,
        cast(null as bigint) as services_without_rate
    from same_day_years
) as every_basis
order by
    every_basis.cut nulls last,
    every_basis.cut_value nulls last,
    every_basis.basis nulls last,
    every_basis.year nulls last
