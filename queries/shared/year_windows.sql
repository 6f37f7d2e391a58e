-- The years asked for, each up to the as-of date or, for what is committed, to 31 December.
select
    calendar_year.year,
    calendar_year.days,
    calendar_year.year_start as first_day,
    case
        when :basis = 'committed' then calendar_year.year_end
        else least(calendar_year.year_end, version.as_of)
    end as last_day
from calendar_year
cross join version
where calendar_year.year between cast(:from_year as integer) and cast(:to_year as integer)
