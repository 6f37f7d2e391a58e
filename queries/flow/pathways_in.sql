-- title:       Veje ind
-- question:    Hvor kommer de nye borgere fra?
-- unit:        forløb
-- good:        neutral
-- counts:      people
-- numerator:   Forløb, der begynder i perioden, efter den gruppe af indsatser, som borgeren kom fra: den
--              indsats uden for udsnittet, der var i gang den dag eller senest er slut inden for de sidste
--              90 dage.
-- why:         Kommer borgerne fra lettere hjælp, kan den forebygge. Kommer de uden om alle andre
--              indsatser, kan tilgangen kun mødes ved døren.
-- ask:         Kunne en lettere indsats have slået til, og kommer de unge over fra børneområdet?
-- caveat:      Har borgeren haft flere indsatser, tæller den, der varer længst frem, dernæst den, der
--              begyndte sidst. Den tæller, uanset hvilket område og tilbud den hører til, når kommunen har
--              samme rolle i den, og også når den begynder samme dag. Er der valgt ejer eller tilbud, er
--              en plads hos en anden ejer eller i et andet tilbud uden for udsnittet. Ny er den, der ingen
--              indsats har haft i 90 dage. Planlagte indsatser er ikke med.
-- source:      services, citizens
-- owner:       Myndighed
-- parameters:  from, to, filters
-- either:      group, section
-- fixed:       by=none, basis=to_date
-- needs:       spells, outside

with arrivals as (
    select
        spells.citizen_number,
        spells.first_day
    from spells
    where spells.first_day between cast(:from as date) and cast(:to as date)
),

previous as (
    select
        arrivals.citizen_number,
        arrivals.first_day,
        outside.section_group,
        row_number() over (
            partition by arrivals.citizen_number, arrivals.first_day
            order by
                -- What ends after the as-of date is still running, and does so as long as what has no end.
                case when outside.last_day > version.as_of then cast('9998-12-31' as date)
                    else outside.last_day end desc nulls last,
                outside.start_date desc nulls last,
                outside.section_group nulls last
        ) as place
    from arrivals
    cross join version
    left join outside
        on arrivals.citizen_number = outside.citizen_number
        and outside.start_date <= arrivals.first_day
        and outside.last_day >= cast(arrivals.first_day - interval '90' day as date)
),

counted as (
    select
        coalesce(previous.section_group, 'ny') as previous_group,
        count(*) as spells
    from previous
    where previous.place = 1
    group by coalesce(previous.section_group, 'ny')
)

select
    counted.previous_group,
    counted.spells
from counted
order by
    counted.spells desc nulls last,
    counted.previous_group nulls last
