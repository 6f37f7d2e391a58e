-- needs: annual_rates
-- What each service within the filters costs a year at the rates in force on the as-of date, kr.
select
    annual_rates.service_number,
    sum(annual_rates.annual_amount) as annual_cost
from annual_rates
cross join version
where
    annual_rates.from_date <= version.as_of
    and annual_rates.last_day >= version.as_of
group by annual_rates.service_number
