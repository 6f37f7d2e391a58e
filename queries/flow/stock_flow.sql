-- title:       Til- og afgang
-- question:    Kommer der flere til, end der går fra?
-- unit:        borgere
-- good:        neutral
-- counts:      people
-- numerator:   Forløb, der er i gang (bestand), begynder (tilgang) eller er slut (afgang) i perioden.
-- why:         Bestanden følger af, hvor mange der kommer, og hvor mange der går. Kun det, der ændrer en
--              af dem, ændrer udgiften varigt.
-- ask:         Er det flere nye, eller færre der kommer videre? Gælder det alle paragraffer og ejere?
-- caveat:      Et skift mellem to steder efter samme paragraf er ikke afgang. Afgangen tælles på den
--              første dag uden indsats. Planlagte indsatser er ikke med.
-- source:      services, citizens
-- owner:       Myndighed
-- parameters:  period, from, to, services
-- fixed:       basis=to_date
-- needs:       spells, periods

with events as (
    select
        spells.by_value,
        spells.first_day as event_day,
        1 as arrived,
        0 as departed
    from spells
    union all
    select
        spells.by_value,
        -- Who leaves is gone the day after the last day with the service.
        cast(spells.last_day + interval '1' day as date) as event_day,
        0 as arrived,
        1 as departed
    from spells
),

events_by_month as (
    select
        events.by_value,
        cast(date_trunc('month', events.event_day) as date) as month_start,
        sum(events.arrived) as arrived,
        sum(events.departed) as departed
    from events
    cross join version
    where events.event_day <= version.as_of
    group by
        events.by_value,
        cast(date_trunc('month', events.event_day) as date)
),

by_values as (
    select distinct events_by_month.by_value
    from events_by_month
    inner join (select max(periods.last_day) as last_day from periods) as horizon
        on events_by_month.month_start <= horizon.last_day
    union
    -- Undivided there is always one series, be it of zeros.
    select '' as by_value
    where :by = 'none'
),

movements as (
    select
        periods.period_start,
        periods.period_end,
        by_values.by_value,
        periods.complete,
        coalesce(sum(events_by_month.arrived)
            filter (where events_by_month.month_start >= periods.period_start), 0) as inflow,
        coalesce(sum(events_by_month.departed)
            filter (where events_by_month.month_start >= periods.period_start), 0) as outflow,
        coalesce(sum(events_by_month.arrived - events_by_month.departed)
            filter (where events_by_month.month_start < periods.period_start), 0) as opening
    from periods
    cross join by_values
    left join events_by_month
        on by_values.by_value = events_by_month.by_value
        and events_by_month.month_start <= periods.last_day
    group by
        periods.period_start,
        periods.period_end,
        by_values.by_value,
        periods.complete
)

select
    movements.period_start,
    movements.period_end,
    nullif(movements.by_value, '') as by_value,
    cast(movements.opening as bigint) as opening,
    cast(movements.inflow as bigint) as inflow,
    cast(movements.outflow as bigint) as outflow,
    cast(movements.opening + movements.inflow - movements.outflow as bigint) as closing,
    movements.complete
from movements
order by
    movements.period_start nulls last,
    movements.by_value nulls last
