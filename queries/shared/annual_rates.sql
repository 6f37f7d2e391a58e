-- needs: filtered
-- What each rate of the services within the filters comes to in a year, kr., and the days on which it is in force.
select
    filtered.service_number,
    rates.from_date,
    coalesce(rates.to_date, cast('9998-12-31' as date)) as last_day,
    cast(rates.amount as double) * case rates.unit
        when 'day' then 365
        when 'month' then 12
        when 'year' then 1
        -- What is paid once does not come again next year.
        else 0
    end as annual_amount
from filtered
inner join service_facts
    on filtered.service_number = service_facts.service_number
inner join rates
    on service_facts.service_id = rates.service_id
