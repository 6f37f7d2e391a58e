-- title:       Køb og salg
-- question:    Hvad køber vi, hvad sælger vi, og hvor meget klarer vi selv?
-- unit:        borgere
-- good:        neutral
-- counts:      people
-- numerator:   Borgere med en indsats på dagen: købt er den, vi betaler for hos andre, solgt er den i egne
--              tilbud, som en anden kommune betaler for, og egen er den, vi betaler for i egne tilbud.
--              Årsbeløbet er taksterne på dagen regnet til et helt år: døgntakst gange 365, månedstakst
--              gange 12, årstakst som den er; engangsbeløb regnes ikke med.
-- denominator: Andelen er for solgt: borgere i egne tilbud i gruppen. For egen (selvforsyningsgraden): vores
--              borgere i gruppen. Købt har ingen andel.
-- why:         Hvad vi køber, bestemmer andre prisen på. Hvad vi sælger, skal kunne opsiges, uden at
--              pladserne står tomme.
-- ask:         Hvilken gruppe køber vi mest i, og kunne vi selv have tilbuddet?
-- caveat:      Er tilbuddet ikke oplyst, står indsatsen som købt med uoplyst ejer; det gælder også
--              kontante tilskud. En borger, der både er i eget og købt tilbud, tæller begge steder. En
--              indsats uden takst koster nul her. Selvforsyningsgraden er tom, når der er valgt ejer eller
--              tilbud, for så er det ikke alle vores borgere.
-- source:      services, citizens, providers, rates
-- owner:       Økonomi
-- parameters:  on, area, group, section, owner, provider_type, provider, target_group, sex, diagnosis
-- fixed:       role=all, by=none
-- needs:       filtered, annual_rates

with annual_amounts as (
    select
        annual_rates.service_number,
        sum(annual_rates.annual_amount) as annual_amount
    from annual_rates
    where
        annual_rates.from_date <= cast(:on as date)
        and annual_rates.last_day >= cast(:on as date)
    group by annual_rates.service_number
),

present as (
    select
        filtered.citizen_number,
        filtered.section_group,
        filtered.owner,
        filtered.is_paid_by_us,
        case
            when not filtered.is_paid_by_us then 'sold'
            when filtered.owner = 'own' then 'own'
            else 'bought'
        end as direction,
        annual_amounts.annual_amount
    from filtered
    left join annual_amounts
        on filtered.service_number = annual_amounts.service_number
    where
        filtered.start_date <= cast(:on as date)
        and filtered.last_day >= cast(:on as date)
        -- What others pay for with others is no business of ours.
        and (filtered.is_paid_by_us or filtered.owner = 'own')
),

groups as (
    select
        present.section_group,
        count(distinct present.citizen_number) filter (where present.owner = 'own') as at_own_providers,
        count(distinct present.citizen_number) filter (where present.is_paid_by_us) as own_citizens
    from present
    group by present.section_group
),

counted as (
    select
        present.direction,
        present.owner,
        present.section_group,
        count(distinct present.citizen_number) as citizens,
        sum(present.annual_amount) as annual_amount
    from present
    group by
        present.direction,
        present.owner,
        present.section_group
)

select
    counted.direction,
    counted.owner,
    counted.section_group as group,
    counted.citizens,
    round(coalesce(counted.annual_amount, 0), 2) as annual_amount,
    round(
        case
            when counted.direction = 'sold'
                then cast(counted.citizens as double) / nullif(groups.at_own_providers, 0)
            -- Among the chosen owners' citizens alone everybody would be at the chosen owner.
            when counted.direction = 'own'
                and cast(:owner as varchar(4000)) is null
                and cast(:provider as varchar(4000)) is null
                then cast(counted.citizens as double) / nullif(groups.own_citizens, 0)
        end,
        6
    ) as share
from counted
inner join groups
    on counted.section_group = groups.section_group
order by
    case counted.direction when 'bought' then 1 when 'sold' then 2 else 3 end nulls last,
    counted.owner nulls last,
    counted.section_group nulls last
