-- title:       Statsrefusion i særligt dyre sager
-- question:    Hvor meget af udgiften til de dyreste borgere kan vi få fra staten?
-- unit:        kr.
-- good:        neutral
-- counts:      people
-- numerator:   Af den del af en borgers udgift i året, der ligger over den laveste grænse, regnes 25 pct.,
--              over den næste 50 pct. og over den højeste 75 pct. Kun borgere under 67 år den 31. december.
-- why:         Refusionen skal søges og hører med, når de dyreste sager vurderes.
-- ask:         Er der søgt refusion for alle de borgere, der er over grænsen?
-- caveat:      Et skøn. Hele udgiften inden for filtrene regnes som refusionsberettiget; vælg selv de
--              paragraffer, I søger for, og lad fx specialundervisning og herberger ude. Fælles husstande og
--              borgere, der var omfattet, før de fyldte 67, kendes ikke af udtrækkene. Uden fødselsdato
--              regnes ingen refusion. I det indeværende år tæller udgiften til dato, medmindre det
--              disponerede er valgt. Grænserne er de nyeste, der ikke er senere end året; er de ældre, er
--              refusionen typisk sat for højt. Kendes ingen, står den tom.
-- source:      services, citizens, rates
-- columns:     citizens.birth_date
-- owner:       Økonomi
-- parameters:  year, basis, filters
-- fixed:       by=none, prices=current, from_year=:year, to_year=:year
-- needs:       filtered, citizen_year_costs

with newest as (
    select max(reference_state_refund.valid_from) as valid_from
    from reference_state_refund
    where extract(year from reference_state_refund.valid_from) <= cast(:year as integer)
),

thresholds as (
    select
        reference_state_refund.threshold_25_pct,
        reference_state_refund.threshold_50_pct,
        reference_state_refund.threshold_75_pct
    from reference_state_refund
    inner join newest
        on reference_state_refund.valid_from = newest.valid_from
),

under_67 as (
    select distinct filtered.citizen_number
    from filtered
    -- On 31 December everybody has had the year's birthday.
    where cast(:year as integer) - extract(year from filtered.birth_date) < 67
),

costs as (
    select citizen_year_costs.total_cost
    from citizen_year_costs
    inner join under_67
        on citizen_year_costs.citizen_number = under_67.citizen_number
),

refunds as (
    select
        0.25 * greatest(least(costs.total_cost, thresholds.threshold_50_pct) - thresholds.threshold_25_pct, 0)
            + 0.5 * greatest(
                least(costs.total_cost, thresholds.threshold_75_pct) - thresholds.threshold_50_pct, 0
            )
            + 0.75 * greatest(costs.total_cost - thresholds.threshold_75_pct, 0) as refund
    from costs
    cross join thresholds
),

added_up as (
    select
        count(*) as citizens,
        coalesce(sum(refunds.refund), 0) as refund
    from refunds
    where round(refunds.refund, 2) > 0
)

select
    -- Without thresholds the refund is unknown, which is not the same as nothing.
    case when newest.valid_from is not null then added_up.citizens end as citizens,
    case when newest.valid_from is not null then round(added_up.refund, 2) end as refund,
    newest.valid_from as thresholds_from
from newest
cross join added_up
order by newest.valid_from nulls last
