-- Each caseworker's team: that of the latest row begun by the day, even if the row has ended.
select
    rows_in_order.caseworker_id,
    rows_in_order.team
from (
    select
        caseworkers.caseworker_id,
        caseworkers.team,
        row_number() over (
            partition by caseworkers.caseworker_id
            order by caseworkers.from_date desc nulls last
        ) as place
    from caseworkers
    where caseworkers.from_date <= cast(:on as date)
) as rows_in_order
where rows_in_order.place = 1
