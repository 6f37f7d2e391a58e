-- title:       Indsatser, der bør gås igennem
-- question:    Hvilke løbende indsatser har ingen set på længe?
-- unit:        indsatser
-- good:        lower
-- counts:      people
-- numerator:   Indsatser i gang på opgørelsesdagen, som hverken er begyndt eller gået igennem inden for det
--              valgte antal måneder. Årsprisen er taksterne på opgørelsesdagen regnet til et helt år:
--              døgntakst gange 365, månedstakst gange 12, årstakst som den er; engangsbeløb regnes ikke med.
-- why:         Behov ændrer sig. En indsats, der ikke bliver gået igennem, løber videre, som den altid har
--              gjort.
-- ask:         Hvor ligger de dyreste, og hvornår bliver de gået igennem?
-- caveat:      En revisitering og en takstforhandling tæller begge som gennemgang. Er månederne gået netop
--              på opgørelsesdagen, er indsatsen med. En indsats uden takst koster nul her.
-- source:      reviews, services, citizens, rates
-- owner:       Myndighed
-- parameters:  months=12*, filters
-- fixed:       by=section
-- needs:       unseen_services

select
    unseen_services.section,
    unseen_services.owner,
    count(*) as services,
    round(sum(unseen_services.annual_cost), 2) as annual_cost
from unseen_services
group by
    unseen_services.section,
    unseen_services.owner
order by
    annual_cost desc nulls last,
    unseen_services.section nulls last,
    unseen_services.owner nulls last
