-- needs: period_months
-- The whole periods that :from and :to touch; the last one ends at the as-of date and is then incomplete.
select
    period_months.period_start,
    max(period_months.month_end) as period_end,
    least(max(period_months.month_end), version.as_of) as last_day,
    max(period_months.month_end) <= version.as_of as complete
from period_months
cross join version
group by
    period_months.period_start,
    version.as_of
having
    period_months.period_start <= cast(:to as date)
    and max(period_months.month_end) >= cast(:from as date)
