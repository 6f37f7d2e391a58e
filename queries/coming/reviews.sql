-- title:       Revisiteringer og takstforhandlinger
-- question:    Hvad har det betydet for udgiften, at vi har gået indsatserne igennem?
-- unit:        kr. om året
-- good:        lower
-- counts:      people
-- numerator:   Dagstaksten efter gennemgangen minus dagstaksten før, gange 365. En besparelse er negativ.
-- why:         En indsats, der passer til behovet i dag, kan være både bedre og billigere, og et fald i
--              taksten virker hvert år.
-- ask:         Hvilke gennemgange virker, og bliver virkningen ved?
-- caveat:      Virkningen er regnet for et helt år, også hvor indsatsen er sluttet siden. Er en indsats gået
--              igennem flere gange, tæller den én gang som indsats, men hver gennemgangs virkning er med.
--              Indsatser, der ikke er begyndt på opgørelsesdagen, er ikke med.
-- source:      reviews, services, citizens
-- owner:       Myndighed
-- parameters:  from, to, filters
-- fixed:       by=none
-- needs:       filtered

with effects as (
    select
        reviews.kind,
        filtered.service_number,
        reviews.daily_rate_after - reviews.daily_rate_before as daily_effect
    from filtered
    cross join version
    inner join service_facts
        on filtered.service_number = service_facts.service_number
    inner join reviews
        on service_facts.service_id = reviews.service_id
    where
        reviews.reviewed_on between cast(:from as date) and cast(:to as date)
        and filtered.start_date <= version.as_of
)

select
    effects.kind,
    count(distinct effects.service_number) as services,
    cast(sum(effects.daily_effect) * 365 as double) as annual_effect
from effects
group by effects.kind
order by effects.kind nulls last
