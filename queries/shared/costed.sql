-- needs: filtered, priced_years
-- What each service within the filters costs in each year asked for, kr., on the basis asked for.
select
    priced_years.year,
    filtered.by_value,
    filtered.citizen_number,
    service_years.base_cost * priced_years.price_factor as base_cost,
    service_years.supplement_cost * priced_years.price_factor as supplement_cost,
    service_years.has_base_rate
from filtered
inner join service_years
    on filtered.service_number = service_years.service_number
inner join priced_years
    on service_years.year = priced_years.year
    and service_years.basis = priced_years.basis
-- What lies along a prepared cut is read from there.
where cast(:cut as varchar(20)) is null
