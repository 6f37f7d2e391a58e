-- title:       Bevillinger, der udløber
-- question:    Hvilke bevillinger udløber snart, uden at der er en ny?
-- unit:        borgere
-- good:        lower
-- counts:      people
-- numerator:   Borgere med en indsats, der løber på opgørelsesdagen, slutter inden for det valgte antal
--              dage og ikke afløses. Årsprisen er taksterne på opgørelsesdagen regnet til et helt år:
--              døgntakst gange 365, månedstakst gange 12, årstakst som den er; engangsbeløb regnes ikke med.
-- why:         En bevilling, der udløber uden afgørelse, giver enten et hul i hjælpen eller en regning
--              uden grundlag.
-- ask:         Hvem skal revisiteres først, og hvem skal have besked om, at hjælpen slutter?
-- caveat:      En indsats afløses, når borgeren har en anden indsats i samme gruppe, der begynder senere
--              og rækker længere, uanset hvem der leverer og betaler; også en planlagt. En indsats, der
--              altid har løbet ved siden af, afløser ikke. En borger tæller en gang for hver paragraf.
-- source:      services, citizens, rates
-- owner:       Myndighed
-- parameters:  days, filters
-- fixed:       by=section
-- needs:       expiring_services

select
    expiring_services.section,
    count(distinct expiring_services.citizen_number) as citizens,
    round(sum(expiring_services.annual_cost), 2) as annual_cost
from expiring_services
group by expiring_services.section
order by expiring_services.section nulls last
