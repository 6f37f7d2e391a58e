-- title:       Afstemning af indsatser og økonomi
-- question:    Passer det, indsatserne koster, med det, der er bogført?
-- unit:        kr.
-- good:        neutral
-- counts:      people
-- numerator:   For hver konto: hvad de købte indsatser koster efter deres takster fra årets begyndelse til og
--              med måneden, og hvad der er bogført som køb (art 4). Forskellen er det bogførte minus
--              indsatserne.
-- denominator: Andelen er indsatsernes udgift delt med det bogførte: hvor meget af det, indsatserne forklarer.
-- why:         Så længe de to passer, kan nøgletallene bruges til at styre økonomien. Gør de ikke, mangler der
--              indsatser, takster eller regninger.
-- ask:         Er der betalt for noget, som ikke står i fagsystemet, eller mangler der en regning?
-- caveat:      Købt er det, vi betaler for hos et tilbud, som ikke er vores eget. Egne tilbud bogføres som løn
--              og er ikke med. Det er indsatser uden tilbud heller ikke, for ingen ved, om de er købt; i Køb
--              og salg står de som købt med uoplyst ejer. Hvilken konto en paragraf hører til, står på
--              listen over konti, hvor de, der endnu skal bekræftes, er mærket. Deler konti en paragraf, er
--              de lagt sammen. Indsatser, hvis paragraf ingen konto har, står nederst for sig selv. Er der
--              ingen art på årets posteringer, er alt bogført med, også løn og indtægter; kolonnen
--              Sammenlignet med siger det. Regninger bogføres ofte måneden efter.
-- source:      services, providers, rates, ledger
-- owner:       Økonomi
-- parameters:  year, month

with months as (
    select
        calendar_month.month_start as first_day,
        least(calendar_month.month_end, version.as_of) as last_day,
        extract(day from calendar_month.month_end) as days_in_month,
        calendar_year.days as days_in_year
    from calendar_month
    inner join calendar_year
        on calendar_month.year_start = calendar_year.year_start
    cross join version
    where
        calendar_year.year = cast(:year as integer)
        and extract(month from calendar_month.month_start) <= cast(:month as integer)
),

booked_sections as (
    select distinct
        reference_account.section_key,
        reference_account.reported_as
    from reference_account
    where reference_account.section_key is not null
),

-- One row for each month in which a bought service is active.
bought as (
    select
        service_facts.service_id,
        coalesce(booked_sections.reported_as, 'uoplyst') as account,
        greatest(service_facts.start_date, months.first_day) as first_day,
        least(service_facts.last_day, months.last_day) as last_day,
        months.days_in_month,
        months.days_in_year
    from service_facts
    inner join months
        on service_facts.start_date <= months.last_day
        and service_facts.last_day >= months.first_day
    left join booked_sections
        on service_facts.section_key = booked_sections.section_key
    where
        service_facts.is_paid_by_us
        and service_facts.owner not in ('own', 'uoplyst')
),

charges as (
    select
        bought.account,
        case
            when rates.unit = 'once' and rates.from_date between bought.first_day and bought.last_day
                then cast(rates.amount as double)
            when rates.unit in ('day', 'month', 'year')
                then cast(rates.amount as double) * (
                    days_between(
                        greatest(rates.from_date, bought.first_day),
                        least(coalesce(rates.to_date, bought.last_day), bought.last_day)
                    ) + 1
                ) / nullif(
                    case rates.unit
                        when 'month' then cast(bought.days_in_month as double)
                        when 'year' then cast(bought.days_in_year as double)
                        else 1
                    end,
                    0
                )
        end as cost
    from bought
    inner join rates
        on bought.service_id = rates.service_id
        and rates.from_date <= bought.last_day
        and coalesce(rates.to_date, bought.last_day) >= bought.first_day
),

reported_accounts as (
    select distinct
        reference_account.account,
        reference_account.reported_as
    from reference_account
),

postings as (
    select
        coalesce(reported_accounts.reported_as, ledger.account) as account,
        ledger.amount,
        ledger.art
    from ledger
    left join reported_accounts
        on ledger.account = reported_accounts.account
    where
        ledger.kind = 'actual'
        and ledger.year = cast(:year as integer)
        and extract(month from ledger.month_start) <= cast(:month as integer)
),

species as (
    select count(postings.art) > 0 as is_delivered
    from postings
),

sides as (
    select
        charges.account,
        coalesce(charges.cost, 0) as cost_from_services,
        0 as ledger_actual
    from charges
    union all
    -- A service without a rate costs nothing, and its account is still shown.
    select
        bought.account,
        0 as cost_from_services,
        0 as ledger_actual
    from bought
    union all
    select
        postings.account,
        0 as cost_from_services,
        cast(postings.amount as double) as ledger_actual
    from postings
    cross join species
    -- 4.0 to 4.9, also written 40 to 49, are services that are bought.
    where not species.is_delivered or substring(postings.art, 1, 1) = '4'
),

accounts as (
    select
        sides.account,
        sum(sides.cost_from_services) as cost_from_services,
        sum(sides.ledger_actual) as ledger_actual
    from sides
    group by sides.account
)

select
    accounts.account,
    round(accounts.cost_from_services, 2) as cost_from_services,
    round(accounts.ledger_actual, 2) as ledger_actual,
    round(accounts.ledger_actual - accounts.cost_from_services, 2) as difference,
    round(accounts.cost_from_services / nullif(accounts.ledger_actual, 0), 6) as share,
    case when species.is_delivered then 'purchase' else 'all' end as species
from accounts
cross join species
order by accounts.account nulls last
