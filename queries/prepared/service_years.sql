-- Built when a version is published: what each service costs in each year in which it is active, kr.
-- `to_date` ends at the as-of date; `committed` runs on to 31 December, from the as-of year and four years ahead.
with windows as (
    select
        'to_date' as basis,
        calendar_year.year,
        calendar_year.days,
        calendar_year.year_start as first_day,
        least(calendar_year.year_end, version.as_of) as last_day
    from calendar_year
    cross join version
    where calendar_year.year_start <= version.as_of
    union all
    select
        'committed' as basis,
        calendar_year.year,
        calendar_year.days,
        calendar_year.year_start as first_day,
        calendar_year.year_end as last_day
    from calendar_year
    cross join version
    where calendar_year.year between extract(year from version.as_of) and extract(year from version.as_of) + 4
),

billed as (
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
        windows.basis,
        windows.year,
        billed.kind,
        case billed.unit
            when 'day' then billed.amount * (
                days_between(
                    greatest(billed.first_day, windows.first_day),
                    least(billed.last_day, windows.last_day)
                ) + 1
            )
            when 'year' then billed.amount * (
                days_between(
                    greatest(billed.first_day, windows.first_day),
                    least(billed.last_day, windows.last_day)
                ) + 1
            ) / nullif(windows.days, 0)
            -- A one-off amount falls on its own day, and only while the service is running.
            when 'once' then case
                when billed.from_date = billed.first_day
                    and billed.from_date between windows.first_day and windows.last_day
                    then billed.amount
                else 0
            end
            else 0
        end as amount
    from billed
    inner join windows
        on billed.first_day <= windows.last_day
        and billed.last_day >= windows.first_day
    union all
    -- A month's amount is spread over the days of that month.
    select
        billed.service_number,
        windows.basis,
        windows.year,
        billed.kind,
        billed.amount * (
            days_between(
                greatest(billed.first_day, calendar_month.month_start),
                least(billed.last_day, calendar_month.month_end, windows.last_day)
            ) + 1
        ) / nullif(cast(extract(day from calendar_month.month_end) as double), 0) as amount
    from billed
    inner join windows
        on billed.first_day <= windows.last_day
        and billed.last_day >= windows.first_day
    inner join calendar_month
        on windows.first_day = calendar_month.year_start
        and calendar_month.month_start <= least(billed.last_day, windows.last_day)
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
    windows.basis,
    windows.year,
    coalesce(charged.base_cost, 0) as base_cost,
    coalesce(charged.supplement_cost, 0) as supplement_cost,
    coalesce(charged.has_base_rate, false) as has_base_rate
from service_facts
inner join windows
    on service_facts.start_date <= windows.last_day
    and service_facts.last_day >= windows.first_day
left join charged
    on service_facts.service_number = charged.service_number
    and windows.basis = charged.basis
    and windows.year = charged.year
order by
    windows.year nulls last,
    windows.basis nulls last,
    service_facts.service_number nulls last
