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
-- needs:       citizen_years, citizen_costs, positions

with priced as (
    select
        citizen_years.year,
        citizen_years.by_value,
        citizen_years.citizen_number,
        -- Rounded to øre, so that a citizen at exactly a limit is not moved by the last binary digit.
        round(
            coalesce(citizen_costs.total_cost, 0) * case
                when :measure = 'in_year' then 1
                else cast(citizen_years.days as double) / nullif(citizen_years.service_days, 0)
            end,
            2
        ) as amount
    from citizen_years
    left join citizen_costs
        on citizen_years.year = citizen_costs.year
        and citizen_years.by_value = citizen_costs.by_value
        and citizen_years.citizen_number = citizen_costs.citizen_number
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
    count(priced.citizen_number) as citizens
from year_windows
cross join by_values
cross join intervals
left join priced
    on year_windows.year = priced.year
    and by_values.by_value = priced.by_value
    -- The lower limit belongs to the interval; the first one also takes what was paid back.
    and (intervals.position_number = 0 or priced.amount >= cast(intervals.lower_limit as double))
    and (intervals.upper_limit is null or priced.amount < cast(intervals.upper_limit as double))
group by
    year_windows.year,
    by_values.by_value,
    intervals.position_number,
    intervals.lower_limit,
    intervals.upper_limit
order by
    year_windows.year nulls last,
    by_values.by_value nulls last,
    intervals.position_number nulls last
