-- title:       Liste over bevillinger, der udløber
-- question:    Hvilke indsatser er det, der udløber snart, og hvornår?
-- unit:        indsatser
-- good:        lower
-- counts:      people
-- numerator:   En linje for hver indsats bag nøgletallet Bevillinger, der udløber: den løber på
--              opgørelsesdagen, slutter inden for det valgte antal dage og afløses ikke. Årsprisen er
--              taksterne på opgørelsesdagen regnet til et helt år; engangsbeløb regnes ikke med.
-- why:         Et tal kan man først handle på, når man ved, hvilke indsatser det er.
-- ask:         Hvilke af dem er der taget stilling til, og hvem tager de andre?
-- caveat:      Borgeren står ikke på listen; indsatsens nummer er fagsystemets eget. En borger kan have
--              flere indsatser på listen. En indsats uden takst koster nul her. Med et team er det indsatserne
--              for de borgere, teamets rådgivere har sager for på opgørelsesdagen.
-- source:      services, citizens, rates
-- owner:       Myndighed
-- parameters:  days, team, filters
-- fixed:       by=section
-- needs:       expiring_services, team_citizens
-- lists:       services

select
    service_facts.service_id,
    expiring_services.section,
    expiring_services.provider,
    expiring_services.last_day as ends_on,
    round(expiring_services.annual_cost, 2) as annual_cost
from expiring_services
inner join service_facts
    on expiring_services.service_number = service_facts.service_number
where
    cast(:team as varchar(4000)) is null
    or exists (
        select 1 as found
        from services
        inner join team_citizens
            on services.citizen_id = team_citizens.citizen_id
        where services.service_id = service_facts.service_id
    )
order by
    ends_on nulls last,
    service_facts.service_id nulls last
