-- title:       Varighed af forløb
-- question:    Hvor længe varer et forløb?
-- unit:        dage
-- good:        neutral
-- counts:      people
-- numerator:   Dage fra første til og med sidste dag i de forløb, der begyndte i perioden.
-- why:         Bliver opholdene længere, vokser bestanden, også når der ikke kommer flere til.
-- ask:         Er borgerne blevet tungere, eller mangler der et sted at komme videre til?
-- caveat:      Forløb, der stadig er i gang, er regnet med efter Kaplan-Meier: de tæller, så længe vi
--              har set dem. Et felt er tomt, når så mange endnu er i gang, at grænsen ikke er nået.
-- source:      services, citizens
-- owner:       Myndighed
-- parameters:  from, to, services
-- fixed:       basis=to_date
-- needs:       spells

with stays as (
    select
        spells.by_value,
        days_between(spells.first_day, least(spells.last_day, version.as_of)) + 1 as stay_days,
        -- A spell that is active on the as-of date is still running: censored there.
        case when spells.last_day < version.as_of then 1 else 0 end as ended
    from spells
    cross join version
    where spells.first_day between cast(:from as date) and cast(:to as date)
),

stays_by_day as (
    select
        stays.by_value,
        stays.stay_days,
        count(*) as leaving,
        sum(stays.ended) as ended
    from stays
    group by
        stays.by_value,
        stays.stay_days
),

at_risk as (
    select
        stays_by_day.by_value,
        stays_by_day.stay_days,
        stays_by_day.leaving,
        stays_by_day.ended,
        sum(stays_by_day.leaving) over (
            partition by stays_by_day.by_value
            order by stays_by_day.stay_days desc nulls last
            rows between unbounded preceding and current row
        ) as still_there
    from stays_by_day
),

survival as (
    select
        at_risk.by_value,
        at_risk.stay_days,
        at_risk.leaving,
        at_risk.ended,
        -- Once the last one has left, nobody is there; a logarithm cannot say so.
        case when at_risk.ended = at_risk.still_there then 0 else exp(sum(
            case
                when at_risk.ended = at_risk.still_there then 0
                else ln(1 - cast(at_risk.ended as double) / nullif(at_risk.still_there, 0))
            end
        ) over (
            partition by at_risk.by_value
            order by at_risk.stay_days nulls last
            rows between unbounded preceding and current row
        )) end as share_still_there
    from at_risk
)

select
    nullif(survival.by_value, '') as by_value,
    cast(sum(survival.leaving) as bigint) as spells,
    cast(sum(survival.ended) as bigint) as ended,
    min(survival.stay_days) filter (where survival.share_still_there <= 0.75 + 1e-9) as p25_days,
    min(survival.stay_days) filter (where survival.share_still_there <= 0.5 + 1e-9) as median_days,
    min(survival.stay_days) filter (where survival.share_still_there <= 0.25 + 1e-9) as p75_days
from survival
group by survival.by_value
order by survival.by_value nulls last
