-- title:       Sammenligning med andre kommuner
-- question:    Hvordan ligger vi i forhold til dem, vi ligner?
-- unit:        som nøgletallet, der sammenlignes
-- good:        neutral
-- counts:      municipalities
-- numerator:   Hver kommunes værdi af nøgletallet i året, dens plads i rækken og dens afstand til medianen: den
--              midterste værdi i sammenligningsgruppen.
-- why:         En forskel til andre kommuner er ikke et svar, men den viser, hvor der er noget at spørge om.
-- ask:         Har vi flere borgere, tungere borgere eller dyrere pladser end dem, vi ligner?
-- caveat:      Nummer 1 har den højeste værdi; om højt er godt, afhænger af nøgletallet. Samme værdi giver
--              samme plads, og alle leverede kommuner er med i rækken. Alle værdier, også vores egen, er dem,
--              kilden har udgivet: vi regner dem ikke selv, så ingen sammenlignes på to måder. Er en værdi
--              udgivet igen, gælder den nyeste. Sammenligningsgruppen er en indstilling; uden den er det alle
--              leverede kommuner, os selv med.
-- source:      benchmarks
-- owner:       Økonomi
-- parameters:  figure, year

with published as (
    select
        benchmarks.municipality,
        cast(benchmarks.value as double) as value,
        benchmarks.source,
        benchmarks.published_on,
        row_number() over (
            partition by benchmarks.municipality
            order by
                benchmarks.published_on desc nulls last,
                benchmarks.source nulls last,
                benchmarks.value nulls last
        ) as place
    from benchmarks
    where
        benchmarks.figure = cast(:figure as varchar(4000))
        and benchmarks.year = cast(:year as integer)
),

group_size as (
    select count(*) as municipalities
    from reference_comparison_group
),

compared as (
    select
        published.municipality,
        published.value,
        published.source,
        published.published_on,
        group_size.municipalities = 0 or reference_comparison_group.municipality is not null as in_group
    from published
    cross join group_size
    left join reference_comparison_group
        on published.municipality = reference_comparison_group.municipality
    where published.place = 1
),

middle as (
    select percentile_cont(0.5) within group (order by compared.value) as value
    from compared
    where compared.in_group
)

select
    compared.municipality,
    compared.value,
    rank() over (order by compared.value desc nulls last) as rank,
    -- Empty where no municipality of the group has published the figure.
    case
        when compared.value > middle.value then 'above'
        when compared.value < middle.value then 'below'
        when compared.value = middle.value then 'at'
    end as position,
    round(middle.value, 6) as median,
    round(compared.value - middle.value, 6) as distance,
    compared.in_group,
    compared.source,
    compared.published_on
from compared
cross join middle
order by
    compared.value desc nulls last,
    compared.municipality nulls last
