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
-- needs:       filtered, annual_costs

with ending as (
    select
        filtered.service_number,
        filtered.citizen_number,
        filtered.by_value,
        filtered.start_date,
        filtered.last_day,
        filtered.section_group
    from filtered
    cross join version
    where
        filtered.start_date <= version.as_of
        and filtered.last_day > version.as_of
        and days_between(version.as_of, filtered.last_day) <= cast(:days as integer)
)

select
    ending.by_value as section,
    count(distinct ending.citizen_number) as citizens,
    round(coalesce(sum(annual_costs.annual_cost), 0), 2) as annual_cost
from ending
left join annual_costs
    on ending.service_number = annual_costs.service_number
where not exists (
    select later.service_number
    from service_facts as later
    where
        later.citizen_number = ending.citizen_number
        and later.section_group = ending.section_group
        and later.start_date > ending.start_date
        and later.last_day > ending.last_day
)
group by ending.by_value
order by ending.by_value nulls last
