-- title:       Belægning i egne tilbud
-- question:    Bliver vores pladser brugt?
-- unit:        pct.
-- good:        higher
-- counts:      people
-- numerator:   Dage, hvor en borger har en indsats i tilbuddet, uanset hvilken kommune der betaler. Hver
--              borger tæller én gang om dagen.
-- denominator: Pladser gange dage i måneden.
-- why:         Belægningen bestemmer, hvad en plads reelt koster, og om en takst holder.
-- ask:         Er den lave belægning kortvarig, eller er der for mange pladser?
-- caveat:      Kun dage, hvor der er oplyst et antal pladser for tilbuddet, tæller, både i brugte dage og i
--              pladsdage; hvor oplysningerne overlapper, gælder den, der begynder sidst. Over 100 pct. er
--              flere borgere end pladser, eller også har tilbuddet borgere, der ikke bruger en plads. Den
--              sidste måned er opgjort til og med opgørelsesdagen. Er der valgt område, gruppe eller
--              paragraf, er det kun de indsatser, der tæller, og kun tilbud med en af dem.
-- source:      capacity, providers, services, citizens
-- owner:       Drift
-- parameters:  from, to, area, group, section, provider_type, provider
-- fixed:       period=month, role=all, by=provider, owner=own, target_group=, sex=, diagnosis=, basis=to_date
-- needs:       periods, spells, own_places

with available as (
    select
        own_places.provider,
        periods.period_end,
        greatest(own_places.first_day, periods.period_start) as first_day,
        least(own_places.last_day, periods.last_day) as last_day,
        own_places.places
    from own_places
    inner join periods
        on own_places.first_day <= periods.last_day
        and own_places.last_day >= periods.period_start
),

available_by_month as (
    select
        available.provider,
        available.period_end,
        sum(available.places * (days_between(available.first_day, available.last_day) + 1)) as available_days
    from available
    group by
        available.provider,
        available.period_end
),

used_by_month as (
    select
        available.provider,
        available.period_end,
        sum(
            days_between(
                greatest(spells.first_day, available.first_day),
                least(spells.last_day, available.last_day)
            ) + 1
        ) as used_days
    from available
    -- Along `by=provider` a spell is a citizen's unbroken stay at one provider.
    inner join spells
        on available.provider = spells.by_value
        and spells.first_day <= available.last_day
        and spells.last_day >= available.first_day
    group by
        available.provider,
        available.period_end
)

select
    available_by_month.period_end as month,
    available_by_month.provider,
    cast(coalesce(used_by_month.used_days, 0) as bigint) as used_days,
    cast(available_by_month.available_days as bigint) as available_days,
    round(
        cast(coalesce(used_by_month.used_days, 0) as double) / nullif(available_by_month.available_days, 0), 6
    ) as occupancy_rate
from available_by_month
left join used_by_month
    on available_by_month.provider = used_by_month.provider
    and available_by_month.period_end = used_by_month.period_end
order by
    available_by_month.period_end nulls last,
    available_by_month.provider nulls last
