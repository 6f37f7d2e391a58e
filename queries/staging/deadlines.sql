-- What the figures read of the extract deadlines; columns keep their canonical names.
-- Local Danish time. Where no time of day is given, started_at and completed_at stand at 00:00 and due_at at 23:59:59,
-- so that `completed_at <= due_at` tells what was kept: to the minute where both have one, else to the day.
-- due_at is never empty: the load has computed it from the list of deadlines.
select
    delivered.deadline_id,
    delivered.case_id,
    delivered.citizen_id,
    delivered.kind,
    delivered.started_at,
    delivered.due_at,
    delivered.completed_at,
    cast(delivered.started_at as date) as started_on,
    cast(delivered.due_at as date) as due_on,
    cast(delivered.completed_at as date) as completed_on,
    delivered.team
from extract_deadlines as delivered
