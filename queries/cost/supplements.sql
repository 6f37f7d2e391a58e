-- title:       Tillægstakster
-- question:    Bliver en større del af udgiften til tillæg oven i taksten?
-- unit:        andel af udgiften
-- good:        lower
-- counts:      people
-- numerator:   Tillægstakster i året. En borger har tillæg, når borgerens tillæg i året ikke er nul.
-- denominator: Grundtakst og tillægstakster i alt.
-- why:         Tillæg aftales borger for borger og fremgår ikke af tilbuddets takst. De er ofte det, der
--              gør en kendt plads dyrere.
-- ask:         Hvilke tilbud tager flest tillæg, og hvornår blev de sidst genforhandlet?
-- caveat:      Tillægstakster bogføres ofte senere end indsatsen, så det seneste år vokser endnu. Hvor
--              tillæg er regnet ind i grundtaksten, kan de ikke ses.
-- source:      services, citizens, rates
-- owner:       Økonomi
-- parameters:  from_year, to_year, basis, services
-- fixed:       prices=current
-- needs:       citizen_years, citizen_costs, years_along_cut

with supplemented as (
    select
        citizen_years.year,
        citizen_years.by_value,
        count(*) as citizens,
        count(*) filter (where round(citizen_costs.supplement_cost, 2) <> 0) as citizens_with_supplement,
        coalesce(sum(citizen_costs.supplement_cost), 0) as supplement_cost,
        coalesce(sum(citizen_costs.total_cost), 0) as total_cost
    from citizen_years
    left join citizen_costs
        on citizen_years.year = citizen_costs.year
        and citizen_years.by_value = citizen_costs.by_value
        and citizen_years.citizen_number = citizen_costs.citizen_number
    group by
        citizen_years.year,
        citizen_years.by_value
    union all
    select
        years_along_cut.year,
        years_along_cut.by_value,
        years_along_cut.citizens,
        years_along_cut.citizens_with_supplement,
        years_along_cut.supplement_cost,
        years_along_cut.base_cost + years_along_cut.supplement_cost as total_cost
    from years_along_cut
)

select
    supplemented.year,
    nullif(supplemented.by_value, '') as by_value,
    supplemented.citizens,
    supplemented.citizens_with_supplement,
    round(supplemented.supplement_cost, 2) as supplement_cost,
    -- Without any cost there is nothing to take a share of; what is paid back may leave the last binary digit.
    case
        when round(supplemented.total_cost, 2) <> 0
            then round(supplemented.supplement_cost / nullif(supplemented.total_cost, 0), 6)
    end as share_of_cost
from supplemented
order by
    supplemented.year nulls last,
    supplemented.by_value nulls last
