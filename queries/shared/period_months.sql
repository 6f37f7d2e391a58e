-- Every month of the calendar with the period it belongs to.
select
    case :period
        when 'month' then calendar_month.month_start
        when 'quarter' then calendar_month.quarter_start
        else calendar_month.year_start
    end as period_start,
    calendar_month.month_end
from calendar_month
