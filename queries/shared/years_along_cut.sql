-- needs: cut_years_asked, year_windows
-- What lies along the prepared cut in each of the years asked for.
select
    year_windows.year,
    year_windows.days,
    case when :by = 'none' then '' else cut_years_asked.cut_value end as by_value,
    cut_years_asked.citizens,
    cut_years_asked.service_days,
    cut_years_asked.base_cost,
    cut_years_asked.supplement_cost,
    cut_years_asked.citizens_with_supplement,
    cut_years_asked.services_without_rate
from cut_years_asked
inner join year_windows
    on cut_years_asked.year = year_windows.year
    and cut_years_asked.basis = year_windows.basis
