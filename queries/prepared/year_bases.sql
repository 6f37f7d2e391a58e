-- Built when a version is published: the years that cost is counted in, and how far each one reaches.
-- `to_date` ends at the as-of date; `committed` runs on to 31 December, from the as-of year and four years ahead.
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
