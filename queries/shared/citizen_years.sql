-- needs: days_apart, year_windows
-- Each citizen's distinct service days in each year; nothing where a prepared cut has them.
select
    year_windows.year,
    year_windows.days,
    days_apart.by_value,
    days_apart.citizen_number,
    cast(sum(
        days_between(
            greatest(days_apart.first_day, year_windows.first_day),
            least(days_apart.last_day, year_windows.last_day)
        ) + 1
    ) as integer) as service_days
from days_apart
inner join year_windows
    on days_apart.first_day <= year_windows.last_day
    and days_apart.last_day >= year_windows.first_day
group by
    year_windows.year,
    year_windows.days,
    days_apart.by_value,
    days_apart.citizen_number
