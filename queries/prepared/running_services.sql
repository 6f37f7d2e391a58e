-- Built when a version is published: the services running on the as-of date, with what it takes to look ahead.
with running as (
    select
        service_facts.service_number,
        service_facts.service_id,
        service_facts.citizen_number,
        service_facts.section_group,
        service_facts.start_date,
        service_facts.last_day
    from service_facts
    cross join version
    where
        service_facts.start_date <= version.as_of
        and service_facts.last_day >= version.as_of
),

-- Kr. at the rates in force on the as-of date.
annual_costs as (
    select
        rates.service_id,
        sum(
            cast(rates.amount as double) * case rates.unit
                when 'day' then 365
                when 'month' then 12
                when 'year' then 1
                -- What is paid once does not come again next year.
                else 0
            end
        ) as annual_cost
    from rates
    cross join version
    where
        rates.from_date <= version.as_of
        and (rates.to_date is null or rates.to_date >= version.as_of)
    group by rates.service_id
),

last_reviews as (
    select
        reviews.service_id,
        max(reviews.reviewed_on) as reviewed_on
    from reviews
    cross join version
    where reviews.reviewed_on <= version.as_of
    group by reviews.service_id
),

-- Another of the same group begins later and reaches further, whoever provides it and pays for it.
followed as (
    select distinct running.service_number
    from running
    inner join service_facts as later
        on running.citizen_number = later.citizen_number
        and running.section_group = later.section_group
        and running.start_date < later.start_date
        and running.last_day < later.last_day
)

select
    running.service_number,
    coalesce(annual_costs.annual_cost, 0) as annual_cost,
    followed.service_number is not null as is_followed,
    -- A service that was never gone through was last seen when it began.
    greatest(running.start_date, coalesce(last_reviews.reviewed_on, running.start_date)) as last_seen
from running
left join annual_costs
    on running.service_id = annual_costs.service_id
left join last_reviews
    on running.service_id = last_reviews.service_id
left join followed
    on running.service_number = followed.service_number
order by running.service_number nulls last
