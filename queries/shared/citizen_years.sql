-- needs: spells, year_windows
-- Each citizen's distinct service days in each year.
select
    year_windows.year,
    year_windows.days,
    spells.by_value,
    spells.citizen_number,
    sum(
        days_between(
            greatest(spells.first_day, year_windows.first_day),
            least(spells.last_day, year_windows.last_day)
        ) + 1
    ) as service_days
from spells
inner join year_windows
    on spells.first_day <= year_windows.last_day
    and spells.last_day >= year_windows.first_day
group by
    year_windows.year,
    year_windows.days,
    spells.by_value,
    spells.citizen_number
