-- needs: filtered
-- Each service's days from where the citizen's services before it have ended: no day stands twice.
-- Only services of the years asked for, since the spells that they belong to do not matter here.
select
    in_order.citizen_number,
    in_order.by_value,
    case
        when in_order.reached_day >= in_order.start_date then cast(in_order.reached_day + interval '1' day as date)
        else in_order.start_date
    end as first_day,
    in_order.last_day
from (
    select
        filtered.citizen_number,
        filtered.by_value,
        filtered.start_date,
        filtered.last_day,
        max(filtered.last_day) over (
            partition by filtered.citizen_number, filtered.by_value
            order by filtered.start_date nulls last, filtered.service_number nulls last
            rows between unbounded preceding and 1 preceding
        ) as reached_day
    from filtered
    cross join version
    where
        -- What lies along a prepared cut is read from there.
        cast(:cut as varchar(20)) is null
        -- A planned service is not counted, except in what is committed.
        and (filtered.start_date <= version.as_of or :basis = 'committed')
        and extract(year from filtered.start_date) <= cast(:to_year as integer)
        and extract(year from filtered.last_day) >= cast(:from_year as integer)
) as in_order
where in_order.reached_day is null or in_order.last_day > in_order.reached_day
