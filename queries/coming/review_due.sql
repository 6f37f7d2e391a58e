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
-- needs:       filtered, annual_costs

with last_reviews as (
    select
        reviews.service_id,
        max(reviews.reviewed_on) as reviewed_on
    from reviews
    cross join version
    where reviews.reviewed_on <= version.as_of
    group by reviews.service_id
),

running as (
    select
        filtered.service_number,
        filtered.by_value as section,
        filtered.owner,
        version.as_of,
        greatest(filtered.start_date, coalesce(last_reviews.reviewed_on, filtered.start_date)) as last_seen
    from filtered
    cross join version
    inner join service_facts
        on filtered.service_number = service_facts.service_number
    left join last_reviews
        on service_facts.service_id = last_reviews.service_id
    where
        filtered.start_date <= version.as_of
        and filtered.last_day >= version.as_of
),

not_seen as (
    select
        running.service_number,
        running.section,
        running.owner
    from running
    where
        12 * (extract(year from running.as_of) - extract(year from running.last_seen))
            + extract(month from running.as_of) - extract(month from running.last_seen)
            -- The last month has passed on the same day of the month, or on its last day where it has no such.
            - case
                when extract(day from running.last_seen) > extract(day from running.as_of)
                    and extract(day from cast(running.as_of + interval '1' day as date)) > 1
                    then 1
                else 0
            end
            >= cast(:months as integer)
)

select
    not_seen.section,
    not_seen.owner,
    count(*) as services,
    round(coalesce(sum(annual_costs.annual_cost), 0), 2) as annual_cost
from not_seen
left join annual_costs
    on not_seen.service_number = annual_costs.service_number
group by
    not_seen.section,
    not_seen.owner
order by
    annual_cost desc nulls last,
    not_seen.section nulls last,
    not_seen.owner nulls last
