-- Each provider's days from one change of its places to the next.
select
    changes.provider_id,
    changes.change_day as first_day,
    coalesce(
        cast(lead(changes.change_day) over (
            partition by changes.provider_id order by changes.change_day nulls last
        ) - interval '1' day as date),
        cast('9998-12-31' as date)
    ) as last_day
from (
    select
        capacity.provider_id,
        capacity.from_date as change_day
    from capacity
    union
    select
        capacity.provider_id,
        cast(capacity.to_date + interval '1' day as date) as change_day
    from capacity
    where capacity.to_date is not null
) as changes
