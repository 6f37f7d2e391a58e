-- title:       Liste over indsatser, der bør gås igennem
-- question:    Hvilke løbende indsatser er det, ingen har set på længe?
-- unit:        indsatser
-- good:        lower
-- counts:      people
-- numerator:   En linje for hver indsats bag nøgletallet Indsatser, der bør gås igennem, de dyreste
--              først: i gang på opgørelsesdagen og hverken begyndt eller gået igennem inden for det valgte
--              antal måneder. Årsprisen er taksterne på opgørelsesdagen regnet til et helt år.
-- why:         Et tal kan man først handle på, når man ved, hvilke indsatser det er.
-- ask:         Hvilke af de dyreste kan gås igennem først?
-- caveat:      Borgeren står ikke på listen; indsatsens nummer er fagsystemets eget. Sidst set på er den
--              dag, indsatsen begyndte, eller den seneste gennemgang. En indsats uden takst koster nul her. Med et
--              team er det indsatserne for de borgere, teamets rådgivere har sager for på opgørelsesdagen.
-- source:      reviews, services, citizens, rates
-- owner:       Myndighed
-- parameters:  months=12*, team, filters
-- fixed:       by=section
-- needs:       unseen_services, team_citizens
-- lists:       services

select
    service_facts.service_id,
    unseen_services.section,
    unseen_services.provider,
    unseen_services.last_seen,
    round(unseen_services.annual_cost, 2) as annual_cost
from unseen_services
inner join service_facts
    on unseen_services.service_number = service_facts.service_number
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
    annual_cost desc nulls last,
    service_facts.service_id nulls last
