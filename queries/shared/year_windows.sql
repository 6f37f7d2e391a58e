-- The years asked for, each up to the as-of date or, for what is committed, to 31 December.
select
    calendar_year.year,
    calendar_year.days,
    calendar_year.year_start as first_day,
    case
        when :basis = 'committed' then calendar_year.year_end
        else least(calendar_year.year_end, version.as_of)
    end as last_day,
    -- What is past is the same on both bases, and stored once.
    case
        when :basis = 'committed' and calendar_year.year >= extract(year from version.as_of) then 'committed'
        else 'to_date'
    end as basis
from calendar_year
cross join version
where calendar_year.year between cast(:from_year as integer) and cast(:to_year as integer)
