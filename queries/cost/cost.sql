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
-- needs:       days_by_year, costed, years_along_cut, priced_years

with costs_by_year as (
    select
        costed.year,
        costed.by_value,
        sum(costed.base_cost) as base_cost,
        sum(costed.supplement_cost) as supplement_cost,
        count(*) filter (where not costed.has_base_rate) as services_without_rate
    from costed
    group by
        costed.year,
        costed.by_value
    union all
    select
        years_along_cut.year,
        years_along_cut.by_value,
        years_along_cut.base_cost * priced_years.price_factor as base_cost,
        years_along_cut.supplement_cost * priced_years.price_factor as supplement_cost,
        years_along_cut.services_without_rate
    from years_along_cut
    inner join priced_years
        on years_along_cut.year = priced_years.year
),

joined as (
    select
        days_by_year.year,
        days_by_year.by_value,
        days_by_year.citizens,
        cast(days_by_year.service_days as double) / nullif(days_by_year.days, 0) as full_year_persons,
        coalesce(costs_by_year.base_cost, 0) as base_cost,
        coalesce(costs_by_year.supplement_cost, 0) as supplement_cost,
        coalesce(costs_by_year.services_without_rate, 0) as services_without_rate
    from days_by_year
    left join costs_by_year
        on days_by_year.year = costs_by_year.year
        and days_by_year.by_value = costs_by_year.by_value
)

select
    joined.year,
    nullif(joined.by_value, '') as by_value,
    round(joined.base_cost, 2) as base_cost,
    round(joined.supplement_cost, 2) as supplement_cost,
    round(joined.base_cost + joined.supplement_cost, 2) as total_cost,
    joined.citizens,
    round(joined.full_year_persons, 6) as full_year_persons,
    -- A year without service days stays empty: a zero would read as "free of charge".
    round((joined.base_cost + joined.supplement_cost) / nullif(joined.full_year_persons, 0), 2) as unit_cost,
    joined.services_without_rate
from joined
order by
    joined.year nulls last,
    joined.by_value nulls last
