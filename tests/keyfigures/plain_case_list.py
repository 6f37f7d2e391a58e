"""caseload_list: one case at a time."""

from collections.abc import Mapping
from datetime import date

from tests.keyfigures.plain_caseload import covers, team_of
from tests.keyfigures.plain_deadlines import Deadline, days_overdue, deadlines_of
from tests.keyfigures.plain_presence import Answer, is_active
from tests.keyfigures.plain_rows import MISSING, Assignment, Delivery

MOST_SECTIONS = 5


def counted_for(delivery: Delivery, row: Assignment, given: Mapping[str, str]) -> str:
    if given["by"] == "area":
        return row.area
    if given["by"] == "caseworker":
        return row.worker
    return team_of(delivery, row.worker, date.fromisoformat(given["on"])) or MISSING


def assignments_on(delivery: Delivery, given: Mapping[str, str]) -> list[Assignment]:
    return [row for row in delivery.assignments if covers(row, date.fromisoformat(given["on"]))]


def caseload_list(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    day = date.fromisoformat(given["on"])
    held: dict[tuple[str, str], list[Assignment]] = {}
    for row in assignments_on(delivery, given):
        team = team_of(delivery, row.worker, day) or MISSING
        if "team" in given and team not in given["team"].split(","):
            continue
        held.setdefault((row.case, counted_for(delivery, row, given)), []).append(row)
    answer: Answer = []
    for (case, value), rows in held.items():
        citizens = {row.citizen for row in assignments_on(delivery, given) if row.case == case}
        first = _next_deadline(delivery, case, citizens, day)
        answer.append(
            {
                "by_value": value,
                "case_id": case,
                "sections": _sections(delivery, citizens, day),
                "since": min(row.from_date for row in rows),
                "next_due": first.due[0] if first else None,
                "kind": first.kind if first else None,
                "days_overdue": days_overdue(first, day) if first else None,
            }
        )
    return sorted(answer, key=lambda row: (str(row["next_due"] or "9999"), row["case_id"], row["by_value"]))


def _sections(delivery: Delivery, citizens: set[str], day: date) -> str | None:
    running = [service for service in delivery.services if is_active(service, day)]
    keys = sorted({service.section.key for service in running if service.citizen.id in citizens})
    return ", ".join(keys[:MOST_SECTIONS]) or None


def _next_deadline(delivery: Delivery, case: str, citizens: set[str], day: date) -> Deadline | None:
    its_own = [
        one
        for one in deadlines_of(delivery)
        if one.started[0] <= day
        and not one.completed_by(day)
        and (one.case == case or (one.case is None and one.citizen in citizens))
    ]
    return min(its_own, key=lambda one: (one.due[0], one.kind), default=None)
