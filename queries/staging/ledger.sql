-- What the figures read of the extract ledger; columns keep their canonical names.
-- month is `2026-03`, or `2026` for a budget of the whole year; year is a number, and month_start the first of the
-- month, null for a whole year. kind is original_budget, revised_budget, actual or forecast; expenditure is positive.
-- The forecast rows of a year are what the whole year is expected to come to, the months gone by included.
select
    delivered.month,
    delivered.year,
    delivered.month_start,
    delivered.account,
    delivered.kind,
    delivered.amount,
    delivered.art
from extract_ledger as delivered
