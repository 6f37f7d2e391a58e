-- title:       Pladser i egne tilbud
-- question:    Hvor mange af vores pladser er i brug, og af hvem?
-- unit:        pladser
-- good:        neutral
-- counts:      people
-- numerator:   Borgere med en indsats i tilbuddet på dagen: vores egne og dem, en anden kommune betaler for
--              (solgte pladser). Ledige er pladserne, der er tilbage.
-- denominator: Pladser i tilbuddet på dagen.
-- why:         En tom plads koster næsten det samme som en fuld. Den kan bruges til en af vores egne, som vi
--              ellers køber til, eller sælges.
-- ask:         Hvor står pladser tomme, mens vi køber tilsvarende ude?
-- caveat:      Hver borger med en indsats i tilbuddet tæller som én plads, uanset betaler. Betaler både vi
--              og en anden kommune, tæller borgeren som vores egen. Flere borgere end pladser giver et
--              negativt antal ledige. Et tilbud uden oplyste pladser på dagen er ikke med; hvor oplysningerne
--              overlapper, gælder den, der begynder sidst. Er der valgt område, gruppe eller paragraf, er
--              det kun de indsatser, der tæller, og kun tilbud med en af dem.
-- source:      capacity, providers, services, citizens
-- owner:       Drift
-- parameters:  on, area, group, section, provider_type, provider
-- fixed:       role=all, by=none, owner=own, target_group=, sex=, diagnosis=
-- needs:       own_places

with present as (
    select
        filtered.provider,
        filtered.citizen_number,
        max(case when filtered.is_paid_by_us then 1 else 0 end) as is_own_citizen
    from filtered
    where
        filtered.start_date <= cast(:on as date)
        and filtered.last_day >= cast(:on as date)
    group by
        filtered.provider,
        filtered.citizen_number
),

used as (
    select
        present.provider,
        sum(present.is_own_citizen) as own_citizens,
        sum(1 - present.is_own_citizen) as sold
    from present
    group by present.provider
)

select
    own_places.provider,
    own_places.owner,
    cast(own_places.places as bigint) as places,
    cast(coalesce(used.own_citizens, 0) as bigint) as own_citizens,
    cast(coalesce(used.sold, 0) as bigint) as sold,
    cast(own_places.places - coalesce(used.own_citizens + used.sold, 0) as bigint) as free,
    round(
        cast(coalesce(used.own_citizens + used.sold, 0) as double) / nullif(own_places.places, 0), 6
    ) as occupancy_rate
from own_places
left join used
    on own_places.provider = used.provider
where
    own_places.first_day <= cast(:on as date)
    and own_places.last_day >= cast(:on as date)
order by own_places.provider nulls last
