-- What is not completed on the as-of date and is overdue, or falls due in the days that follow.
select
    deadlines.deadline_id,
    deadlines.case_id,
    deadlines.kind,
    coalesce(deadlines.team, 'uoplyst') as team,
    deadlines.due_on,
    case when deadlines.due_on <= version.as_of
        then days_between(deadlines.due_on, version.as_of) end as days_overdue
from deadlines
cross join version
where
    -- What has not begun by the as-of date is not known on it.
    deadlines.started_on <= version.as_of
    and (deadlines.completed_on is null or deadlines.completed_on > version.as_of)
    and days_between(version.as_of, deadlines.due_on) <= cast(:days as integer)
