-- Built when a version is published: what each service costs in each year in which it is active, kr.
with billed as (
    select
        service_facts.service_number,
        rates.kind,
        rates.unit,
        cast(rates.amount as double) as amount,
        rates.from_date,
        greatest(rates.from_date, service_facts.start_date) as first_day,
        least(coalesce(rates.to_date, cast('9998-12-31' as date)), service_facts.last_day) as last_day
    from rates
    inner join service_facts
        on rates.service_id = service_facts.service_id
    where
        rates.from_date <= service_facts.last_day
        and coalesce(rates.to_date, cast('9998-12-31' as date)) >= service_facts.start_date
),

charges as (
    select
        billed.service_number,
        year_bases.basis,
        year_bases.year,
        billed.kind,
        case billed.unit
            when 'day' then billed.amount * (
                days_between(
                    greatest(billed.first_day, year_bases.first_day),
                    least(billed.last_day, year_bases.last_day)
                ) + 1
            )
            when 'year' then billed.amount * (
                days_between(
                    greatest(billed.first_day, year_bases.first_day),
                    least(billed.last_day, year_bases.last_day)
                ) + 1
            ) / nullif(year_bases.days, 0)
            -- A one-off amount falls on its own day, and only while the service is running.
            when 'once' then case
                when billed.from_date = billed.first_day
                    and billed.from_date between year_bases.first_day and year_bases.last_day
                    then billed.amount
                else 0
            end
            else 0
        end as amount
    from billed
    inner join year_bases
        on billed.first_day <= year_bases.last_day
        and billed.last_day >= year_bases.first_day
    union all
    -- A month's amount is spread over the days of that month.
    select
        billed.service_number,
        year_bases.basis,
        year_bases.year,
        billed.kind,
        billed.amount * (
            days_between(
                greatest(billed.first_day, calendar_month.month_start),
                least(billed.last_day, calendar_month.month_end, year_bases.last_day)
            ) + 1
        ) / nullif(cast(extract(day from calendar_month.month_end) as double), 0) as amount
    from billed
    inner join year_bases
        on billed.first_day <= year_bases.last_day
        and billed.last_day >= year_bases.first_day
    inner join calendar_month
        on year_bases.first_day = calendar_month.year_start
        and calendar_month.month_start <= least(billed.last_day, year_bases.last_day)
        and calendar_month.month_end >= billed.first_day
    where billed.unit = 'month'
),

charged as (
    select
        charges.service_number,
        charges.basis,
        charges.year,
        coalesce(sum(charges.amount) filter (where charges.kind = 'base'), 0) as base_cost,
        coalesce(sum(charges.amount) filter (where charges.kind = 'supplement'), 0) as supplement_cost,
        count(*) filter (where charges.kind = 'base') > 0 as has_base_rate
    from charges
    group by
        charges.service_number,
        charges.basis,
        charges.year
)

select
    service_facts.service_number,
    year_bases.basis,
    year_bases.year,
    coalesce(charged.base_cost, 0) as base_cost,
    coalesce(charged.supplement_cost, 0) as supplement_cost,
    coalesce(charged.has_base_rate, false) as has_base_rate
from service_facts
inner join year_bases
    on service_facts.start_date <= year_bases.last_day
    and service_facts.last_day >= year_bases.first_day
left join charged
    on service_facts.service_number = charged.service_number
    and year_bases.basis = charged.basis
    and year_bases.year = charged.year
order by
    year_bases.year nulls last,
    year_bases.basis nulls last,
    service_facts.service_number nulls last
