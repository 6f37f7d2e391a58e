-- title:       Veje ud
-- question:    Hvor går borgerne hen, når forløbet slutter?
-- unit:        forløb
-- good:        neutral
-- counts:      people
-- numerator:   Forløb, der slutter i perioden, efter den gruppe af indsatser, som borgeren går til: den
--              tidligst begyndte uden for udsnittet, der fortsætter efter forløbet eller begynder inden for
--              90 dage.
-- why:         En afgang til lettere hjælp er noget andet end en afgang til dyrere hjælp, og et dødsfald er
--              ingen af delene.
-- ask:         Hvor mange klarer sig videre med mindre hjælp, og hvem kommer tilbage?
-- caveat:      Død er den, hvis dødsdag ligger højst 30 dage før eller efter forløbets sidste dag. Den næste
--              indsats tæller, uanset hvilket område og tilbud den hører til, når kommunen har samme rolle
--              i den. Begynder to samme dag, tæller den, der varer længst. Afsluttet er den, der ingen
--              indsats har 90 dage efter. For forløb, der er slut for nylig, kan der nå at komme en, for
--              planlagte indsatser er ikke med. Forløbet tælles på den første dag uden indsats.
-- source:      services, citizens
-- owner:       Myndighed
-- parameters:  from, to, filters
-- either:      group, section
-- fixed:       by=none, basis=to_date
-- needs:       spells, outside

with departures as (
    select
        spells.citizen_number,
        spells.last_day
    from spells
    -- Who leaves is gone the day after the last day with the service.
    where cast(spells.last_day + interval '1' day as date) between cast(:from as date) and cast(:to as date)
),

deaths as (
    select distinct
        service_facts.citizen_number,
        service_facts.died_on
    from service_facts
    where service_facts.died_on is not null
),

following as (
    select
        departures.citizen_number,
        departures.last_day,
        outside.section_group,
        row_number() over (
            partition by departures.citizen_number, departures.last_day
            order by
                outside.start_date nulls last,
                -- What ends after the as-of date is still running, and does so as long as what has no end.
                case when outside.last_day > version.as_of then cast('9998-12-31' as date)
                    else outside.last_day end desc nulls last,
                outside.section_group nulls last
        ) as place
    from departures
    cross join version
    left join outside
        on departures.citizen_number = outside.citizen_number
        and outside.last_day > departures.last_day
        and outside.start_date <= cast(departures.last_day + interval '90' day as date)
),

destinations as (
    select
        case
            when abs(days_between(following.last_day, deaths.died_on)) <= 30 then 'død'
            else coalesce(following.section_group, 'afsluttet')
        end as next_group
    from following
    left join deaths
        on following.citizen_number = deaths.citizen_number
    where following.place = 1
),

counted as (
    select
        destinations.next_group,
        count(*) as spells
    from destinations
    group by destinations.next_group
)

select
    counted.next_group,
    counted.spells
from counted
order by
    counted.spells desc nulls last,
    counted.next_group nulls last
