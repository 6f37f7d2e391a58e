-- needs: filtered
-- The services in order, each marked 1 where it begins a new spell (forløb) and 0 where it continues one.
select
    filtered.citizen_number,
    filtered.by_value,
    filtered.service_number,
    filtered.start_date,
    filtered.last_day,
    case
        -- The second sort key keeps rows with one start in one order; without it they can split a spell.
        when filtered.start_date <= cast(
            max(filtered.last_day) over (
                partition by filtered.citizen_number, filtered.by_value
                order by filtered.start_date nulls last, filtered.service_number nulls last
                rows between unbounded preceding and 1 preceding
            ) + interval '1' day as date)
            then 0
        else 1
    end as is_new_spell
from filtered
cross join version
where
    -- What lies along a prepared cut is read from there.
    cast(:cut as varchar(20)) is null
    -- A planned service is not counted, except in what is committed.
    and (filtered.start_date <= version.as_of or :basis = 'committed')
