-- title:       Udgift og pris pr. helårsperson
-- question:    Er udgiften steget, fordi flere får hjælp, eller fordi hjælpen er dyrere?
-- unit:        kr.
-- good:        lower
-- counts:      people
-- numerator:   Grundtakst og tillægstakster for alle dage i året. Prisen er udgiften delt med
--              helårspersoner.
-- denominator: Helårspersoner: dage med indsats delt med årets dage.
-- why:         Udgiften er antal gange pris. De to styres hver for sig.
-- ask:         Er det de samme borgere, der er blevet dyrere, eller er de nye dyrere?
-- caveat:      Tillægstakster bogføres ofte senere end indsatsen. Indsatser uden takst koster nul her og
--              tælles for sig. Det indeværende år er opgjort til og med opgørelsesdagen, medmindre det
--              disponerede er valgt. Faste priser er alle år i det sidste års pris- og lønniveau.
-- source:      services, citizens, rates
-- owner:       Økonomi
-- parameters:  from_year, to_year, basis, prices, services
-- needs:       citizen_years, citizen_costs

with citizens_by_year as (
    select
        citizen_years.year,
        citizen_years.by_value,
        count(*) as citizens,
        cast(sum(citizen_years.service_days) as double) / nullif(citizen_years.days, 0)
            as full_year_persons
    from citizen_years
    group by
        citizen_years.year,
        citizen_years.by_value,
        citizen_years.days
),

costs_by_year as (
    select
        citizen_costs.year,
        citizen_costs.by_value,
        sum(citizen_costs.base_cost) as base_cost,
        sum(citizen_costs.supplement_cost) as supplement_cost,
        sum(citizen_costs.total_cost) as total_cost,
        cast(sum(citizen_costs.services_without_rate) as bigint) as services_without_rate
    from citizen_costs
    group by
        citizen_costs.year,
        citizen_costs.by_value
)

select
    citizens_by_year.year,
    nullif(citizens_by_year.by_value, '') as by_value,
    round(coalesce(costs_by_year.base_cost, 0), 2) as base_cost,
    round(coalesce(costs_by_year.supplement_cost, 0), 2) as supplement_cost,
    round(coalesce(costs_by_year.total_cost, 0), 2) as total_cost,
    citizens_by_year.citizens,
    round(citizens_by_year.full_year_persons, 6) as full_year_persons,
    -- A year without service days stays empty: a zero would read as "free of charge".
    round(coalesce(costs_by_year.total_cost, 0) / nullif(citizens_by_year.full_year_persons, 0), 2)
        as unit_cost,
    coalesce(costs_by_year.services_without_rate, 0) as services_without_rate
from citizens_by_year
left join costs_by_year
    on citizens_by_year.year = costs_by_year.year
    and citizens_by_year.by_value = costs_by_year.by_value
order by
    citizens_by_year.year nulls last,
    citizens_by_year.by_value nulls last
