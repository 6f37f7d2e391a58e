-- title:       Hvorfor udgiften ændrer sig
-- question:    Er det antallet, sammensætningen eller prisen, der flytter udgiften fra det ene år til det andet?
-- unit:        kr.
-- good:        lower
-- counts:      people
-- numerator:   Forskellen på de to års udgift, delt i fire, der tilsammen giver den på øre. Antal: flere
--              eller færre helårspersoner til første års pris. Sammensætning: flere eller færre i det dyre.
--              Pris- og lønindeks: den almindelige fremskrivning. Pris: resten, altså dyrere eller
--              billigere end fremskrivningen.
-- why:         Flere borgere, dyrere slags hjælp og stigende priser skal mødes med hver sit.
-- ask:         Hvad kan vi gøre ved det, der fylder mest?
-- caveat:      Sammensætningen ses kun, når der fordeles på noget, fx paragraf; ellers er den nul og ligger
--              i prisen. Det, der er nyt i det sidste år, regnes til sin egen pris som antal og
--              sammensætning. Er det sidste år ikke slut, er begge år talt til samme dag, medmindre det
--              disponerede er valgt. Uden udtrækket price_index er indekset nul og ligger i prisen.
-- source:      services, citizens, rates
-- owner:       Økonomi
-- parameters:  year_a, year_b, basis, services
-- needs:       filtered, spells, cut_years_asked

with compared_years as (
    select
        year_bases.year,
        year_bases.days,
        year_bases.first_day,
        year_bases.last_day,
        year_bases.basis
    from year_bases
    cross join version
    where
        year_bases.year in (cast(:year_a as integer), cast(:year_b as integer))
        and year_bases.basis = case
            when :basis = 'committed' and year_bases.year >= extract(year from version.as_of) then 'committed'
            when :basis = 'to_date'
                and year_bases.year = cast(:year_a as integer)
                and cast(:year_b as integer) = extract(year from version.as_of)
                then 'same_day'
            else 'to_date'
        end
),

price_change as (
    -- Where no index has been delivered, all that is dearer is price.
    select coalesce(cast(later.index as double) / nullif(cast(earlier.index as double), 0), 1) as ratio
    from version
    left join price_index as earlier
        on earlier.year = cast(:year_a as integer)
    left join price_index as later
        on later.year = cast(:year_b as integer)
),

amounts as (
    select
        compared_years.year,
        spells.by_value,
        cast(
            sum(
                days_between(
                    greatest(spells.first_day, compared_years.first_day),
                    least(spells.last_day, compared_years.last_day)
                ) + 1
            ) as double
        ) / nullif(compared_years.days, 0) as persons,
        0 as cost
    from spells
    inner join compared_years
        on spells.first_day <= compared_years.last_day
        and spells.last_day >= compared_years.first_day
    where cast(:cut as varchar(20)) is null
    group by
        compared_years.year,
        compared_years.days,
        spells.by_value
    union all
    select
        compared_years.year,
        filtered.by_value,
        0 as persons,
        sum(service_years.base_cost + service_years.supplement_cost) as cost
    from filtered
    inner join service_years
        on filtered.service_number = service_years.service_number
    inner join compared_years
        on service_years.year = compared_years.year
        and service_years.basis = compared_years.basis
    where cast(:cut as varchar(20)) is null
    group by
        compared_years.year,
        filtered.by_value
    union all
    select
        compared_years.year,
        cut_years_asked.cut_value as by_value,
        cast(cut_years_asked.service_days as double) / nullif(compared_years.days, 0) as persons,
        cut_years_asked.base_cost + cut_years_asked.supplement_cost as cost
    from cut_years_asked
    inner join compared_years
        on cut_years_asked.year = compared_years.year
        and cut_years_asked.basis = compared_years.basis
),

by_values as (
    select
        amounts.by_value,
        coalesce(sum(amounts.persons) filter (where amounts.year = cast(:year_a as integer)), 0) as persons_a,
        coalesce(sum(amounts.persons) filter (where amounts.year = cast(:year_b as integer)), 0) as persons_b,
        coalesce(sum(amounts.cost) filter (where amounts.year = cast(:year_a as integer)), 0) as cost_a,
        coalesce(sum(amounts.cost) filter (where amounts.year = cast(:year_b as integer)), 0) as cost_b
    from amounts
    group by amounts.by_value
),

totals as (
    select
        coalesce(sum(by_values.persons_a), 0) as persons_a,
        coalesce(sum(by_values.persons_b), 0) as persons_b,
        coalesce(sum(by_values.cost_a), 0) as cost_a,
        coalesce(sum(by_values.cost_b), 0) as cost_b,
        -- Year b's persons at year a's prices; what is new takes its own price, put back by the index.
        coalesce(
            sum(
                case
                    when by_values.persons_a > 0
                        then by_values.persons_b * by_values.cost_a / nullif(by_values.persons_a, 0)
                    else by_values.cost_b / nullif(price_change.ratio, 0)
                end
            ),
            0
        ) as cost_b_at_a
    from by_values
    cross join price_change
),

-- Where there was nobody in year a, all of year b is volume.
effects as (
    select
        totals.cost_a,
        totals.cost_b,
        round(
            case
                when totals.persons_a > 0
                    then (totals.persons_b - totals.persons_a) * totals.cost_a / nullif(totals.persons_a, 0)
                else totals.cost_b_at_a
            end,
            2
        ) as volume,
        round(
            case
                when totals.persons_a > 0
                    then totals.cost_b_at_a - totals.persons_b * totals.cost_a / nullif(totals.persons_a, 0)
                else 0
            end,
            2
        ) as mix,
        round(totals.cost_b_at_a * (price_change.ratio - 1), 2) as index_effect
    from totals
    cross join price_change
)

select
    listed.effect,
    case listed.effect
        when 'volume' then effects.volume
        when 'mix' then effects.mix
        when 'index' then effects.index_effect
        -- The rest, and with it what the others were rounded by: the four give the difference to the øre.
        else round(
            round(effects.cost_b, 2) - round(effects.cost_a, 2)
                - effects.volume - effects.mix - effects.index_effect,
            2
        )
    end as amount
from effects
cross join (
    values (1, 'volume'), (2, 'mix'), (3, 'index'), (4, 'price')
) as listed (place, effect)
order by listed.place nulls last
