-- needs: billed, year_windows
-- What each rate costs in each year, kr. A month's and a year's amount is spread over its days.
select
    year_windows.year,
    billed.by_value,
    billed.citizen_id,
    billed.kind,
    billed.amount * (
        days_between(
            greatest(billed.first_day, year_windows.first_day),
            least(billed.last_day, year_windows.last_day)
        ) + 1
    ) / nullif(case when billed.unit = 'year' then year_windows.days else 1 end, 0) as amount
from billed
inner join year_windows
    on billed.first_day <= year_windows.last_day
    and billed.last_day >= year_windows.first_day
where billed.unit in ('day', 'year')
union all
select
    year_windows.year,
    billed.by_value,
    billed.citizen_id,
    billed.kind,
    billed.amount * (
        days_between(
            greatest(billed.first_day, calendar_month.month_start),
            least(billed.last_day, calendar_month.month_end, year_windows.last_day)
        ) + 1
    ) / nullif(cast(extract(day from calendar_month.month_end) as double), 0) as amount
from billed
inner join year_windows
    on billed.first_day <= year_windows.last_day
    and billed.last_day >= year_windows.first_day
inner join calendar_month
    on year_windows.first_day = calendar_month.year_start
    and calendar_month.month_start <= least(billed.last_day, year_windows.last_day)
    and calendar_month.month_end >= billed.first_day
where billed.unit = 'month'
union all
select
    year_windows.year,
    billed.by_value,
    billed.citizen_id,
    billed.kind,
    billed.amount
from billed
inner join year_windows
    on billed.from_date between year_windows.first_day and year_windows.last_day
where
    billed.unit = 'once'
    -- A one-off amount dated before its service began is not paid.
    and billed.from_date = billed.first_day
