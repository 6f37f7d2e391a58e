-- needs: filtered, year_windows
-- What each service within the filters costs in each year asked for, kr., on the basis asked for.
select
    year_windows.year,
    filtered.by_value,
    filtered.citizen_number,
    service_years.base_cost,
    service_years.supplement_cost,
    service_years.has_base_rate
from filtered
inner join service_years
    on filtered.service_number = service_years.service_number
inner join year_windows
    on service_years.year = year_windows.year
    and service_years.basis = year_windows.basis
-- What lies along a prepared cut is read from there.
where cast(:cut as varchar(20)) is null
