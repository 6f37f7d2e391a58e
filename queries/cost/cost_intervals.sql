-- title:       Borgere efter udgift
-- question:    Flytter tyngden sig mod de dyre indsatser?
-- unit:        borgere
-- good:        neutral
-- counts:      people
-- numerator:   Borgere med mindst én dag med indsats i året, efter hvad borgeren koster.
-- why:         Få borgere koster meget. Flytter nogle få sig et interval op, kan det ses på budgettet.
-- ask:         Er det nye borgere i de dyre intervaller, eller er de kendte blevet dyrere?
-- caveat:      Omregnet til helår betyder, at den, der kom i november, tæller til sin årspris. En borger
--              uden takst står i det laveste interval. Grænserne følger ikke priserne op; det gør faste
--              priser, som omregner alle år til det sidste års niveau.
-- source:      services, citizens, rates
-- owner:       Økonomi
-- parameters:  from_year, to_year, basis, prices, measure, limits, services
-- needs:       citizen_year_costs, year_windows, positions

with priced as (
    select
        citizen_year_costs.year,
        citizen_year_costs.by_value,
        -- Rounded to øre, so that a citizen at exactly a limit is not moved by the last binary digit.
        round(
            citizen_year_costs.total_cost * case
                when :measure = 'in_year' then 1
                else cast(citizen_year_costs.days as double) / nullif(citizen_year_costs.service_days, 0)
            end,
            2
        ) as amount
    from citizen_year_costs
),

intervals as (
    select
        positions.position_number,
        case
            when positions.position_number = 0 then '0'
            else split_part(:limits, ',', positions.position_number)
        end as lower_limit,
        nullif(split_part(:limits, ',', positions.position_number + 1), '') as upper_limit
    from positions
    where
        positions.position_number = 0
        or split_part(:limits, ',', positions.position_number) <> ''
),

-- How many cost so much or more; the first interval also takes what was paid back.
reached as (
    select
        priced.year,
        priced.by_value,
        intervals.position_number,
        count(*) filter (
            where intervals.position_number = 0 or priced.amount >= cast(intervals.lower_limit as double)
        ) as citizens
    from priced
    cross join intervals
    group by
        priced.year,
        priced.by_value,
        intervals.position_number
),

by_values as (
    select distinct priced.by_value
    from priced
    union
    select '' as by_value
    where :by = 'none'
)

select
    year_windows.year,
    nullif(by_values.by_value, '') as by_value,
    intervals.lower_limit || coalesce('-' || intervals.upper_limit, '+') as interval,
    -- The lower limit belongs to the interval, the upper one to the next.
    coalesce(reached.citizens, 0) - coalesce(next_reached.citizens, 0) as citizens
from year_windows
cross join by_values
cross join intervals
left join reached
    on year_windows.year = reached.year
    and by_values.by_value = reached.by_value
    and intervals.position_number = reached.position_number
left join reached as next_reached
    on year_windows.year = next_reached.year
    and by_values.by_value = next_reached.by_value
    and intervals.position_number + 1 = next_reached.position_number
order by
    year_windows.year nulls last,
    by_values.by_value nulls last,
    intervals.position_number nulls last
