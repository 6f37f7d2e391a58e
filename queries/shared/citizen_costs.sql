-- needs: costed
-- Each citizen's cost in each year, kr.
select
    costed.year,
    costed.by_value,
    costed.citizen_number,
    sum(costed.base_cost) as base_cost,
    sum(costed.supplement_cost) as supplement_cost,
    sum(costed.base_cost + costed.supplement_cost) as total_cost,
    count(*) filter (where not costed.has_base_rate) as services_without_rate
from costed
group by
    costed.year,
    costed.by_value,
    costed.citizen_number
union all
select
    priced_years.year,
    case when :by = 'none' then '' else citizen_year_cuts.cut_value end as by_value,
    citizen_year_cuts.citizen_number,
    citizen_year_cuts.base_cost * priced_years.price_factor as base_cost,
    citizen_year_cuts.supplement_cost * priced_years.price_factor as supplement_cost,
    (citizen_year_cuts.base_cost + citizen_year_cuts.supplement_cost) * priced_years.price_factor as total_cost,
    citizen_year_cuts.services_without_rate
from citizen_year_cuts
inner join priced_years
    on citizen_year_cuts.year = priced_years.year
    and citizen_year_cuts.basis = priced_years.basis
where
    citizen_year_cuts.cut = cast(:cut as varchar(20))
    and (cast(:area as varchar(4000)) is null
        or position(',' || citizen_year_cuts.area || ',' in ',' || cast(:area as varchar(4000)) || ',') > 0)
    and (cast(:group as varchar(4000)) is null
        or position(',' || citizen_year_cuts.section_group || ','
            in ',' || cast(:group as varchar(4000)) || ',') > 0)
    and (cast(:section as varchar(4000)) is null
        or position(',' || citizen_year_cuts.cut_value || ','
            in ',' || cast(:section as varchar(4000)) || ',') > 0)
