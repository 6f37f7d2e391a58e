-- Built when a version is published: the years that cost is counted in, and how far each one reaches.
-- `to_date` ends at the as-of date; `committed` runs on to 31 December, from the as-of year and four years ahead;
-- `same_day` cuts each earlier year at the day of the as-of date, to be set beside the year that is under way.
select
    'to_date' as basis,
    calendar_year.year,
    calendar_year.days,
    calendar_year.year_start as first_day,
    least(calendar_year.year_end, version.as_of) as last_day
from calendar_year
cross join version
where calendar_year.year_start <= version.as_of
union all
select
    'committed' as basis,
    calendar_year.year,
    calendar_year.days,
    calendar_year.year_start as first_day,
    calendar_year.year_end as last_day
from calendar_year
cross join version
where calendar_year.year between extract(year from version.as_of) and extract(year from version.as_of) + 4
union all
select
    'same_day' as basis,
    calendar_year.year,
    calendar_year.days,
    calendar_year.year_start as first_day,
    -- As-of 29 February is 28 February in a year without one.
    max(calendar_day.day) as last_day
from calendar_year
cross join version
inner join calendar_day
    on calendar_day.day between calendar_year.year_start and calendar_year.year_end
where
    calendar_year.year < extract(year from version.as_of)
    and extract(month from calendar_day.day) * 100 + extract(day from calendar_day.day)
        <= extract(month from version.as_of) * 100 + extract(day from version.as_of)
group by
    calendar_year.year,
    calendar_year.days,
    calendar_year.year_start
