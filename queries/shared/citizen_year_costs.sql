-- needs: citizen_years, citizen_costs, priced_years
-- Each citizen's distinct service days in each year, and what they cost, kr.
select
    citizen_years.year,
    citizen_years.days,
    citizen_years.by_value,
    citizen_years.citizen_number,
    citizen_years.service_days,
    coalesce(citizen_costs.total_cost, 0) as total_cost
from citizen_years
left join citizen_costs
    on citizen_years.year = citizen_costs.year
    and citizen_years.by_value = citizen_costs.by_value
    and citizen_years.citizen_number = citizen_costs.citizen_number
union all
select
    year_windows.year,
    year_windows.days,
    case when :by = 'none' then '' else citizen_year_cuts.cut_value end as by_value,
    citizen_year_cuts.citizen_number,
    citizen_year_cuts.service_days,
    (citizen_year_cuts.base_cost + citizen_year_cuts.supplement_cost) * priced_years.price_factor as total_cost
from citizen_year_cuts
inner join year_windows
    on citizen_year_cuts.year = year_windows.year
    and citizen_year_cuts.basis = year_windows.basis
inner join priced_years
    on year_windows.year = priced_years.year
where
    citizen_year_cuts.cut = cast(:cut as varchar(20))
    -- Undivided, one value is asked for: an equality leaves the rest of the table unread.
    and (:by <> 'none' or citizen_year_cuts.cut_value = coalesce(
        cast(:section as varchar(4000)), cast(:group as varchar(4000)), cast(:area as varchar(4000)), ''
    ))
    and (:by = 'none' or cast(:area as varchar(4000)) is null
        or position(',' || citizen_year_cuts.area || ',' in ',' || cast(:area as varchar(4000)) || ',') > 0)
    and (:by = 'none' or cast(:group as varchar(4000)) is null
        or position(',' || citizen_year_cuts.section_group || ','
            in ',' || cast(:group as varchar(4000)) || ',') > 0)
    and (:by = 'none' or cast(:section as varchar(4000)) is null
        or position(',' || citizen_year_cuts.cut_value || ','
            in ',' || cast(:section as varchar(4000)) || ',') > 0)
