-- needs: filtered
-- Each rate over the days that it and its service have in common.
select
    filtered.service_id,
    filtered.citizen_id,
    filtered.by_value,
    rates.kind,
    rates.unit,
    cast(rates.amount as double) as amount,
    rates.from_date,
    greatest(rates.from_date, filtered.start_date) as first_day,
    least(coalesce(rates.to_date, cast('9998-12-31' as date)), filtered.last_day) as last_day
from rates
inner join filtered
    on rates.service_id = filtered.service_id
where
    rates.from_date <= filtered.last_day
    and coalesce(rates.to_date, cast('9998-12-31' as date)) >= filtered.start_date
