"""deadlines_kept, deadline_risk and deadline_list: one deadline and one day at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from functools import lru_cache
from zoneinfo import ZoneInfo

from tests.keyfigures.plain_flow import periods
from tests.keyfigures.plain_presence import Answer, days
from tests.keyfigures.plain_rows import MISSING, Delivery, file_rows
from tests.keyfigures.plain_waiting import percentile

DENMARK = ZoneInfo("Europe/Copenhagen")
Moment = tuple[date, time | None]  # without a time where none is given


@dataclass(frozen=True)
class Deadline:
    id: str
    case: str | None
    citizen: str
    kind: str
    team: str
    started: Moment
    due: Moment
    completed: Moment | None

    def completed_by(self, day: date) -> Moment | None:
        return self.completed if self.completed and self.completed[0] <= day else None

    def kept_by(self, day: date) -> bool:
        """To the minute where both have a time, else to the day."""
        done = self.completed_by(day)
        if done is None or done[0] != self.due[0]:
            return done is not None and done[0] < self.due[0]
        return done[1] is None or self.due[1] is None or done[1] <= self.due[1]


def _moment(text: str) -> Moment:
    day, _, clock = text.partition(" ")
    at = datetime.strptime(day, "%d-%m-%Y").date()  # noqa: DTZ007  (a date has no time zone)
    return at, time.fromisoformat(clock) if clock else None


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last day that the month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError


def _due(started: Moment, value: int, unit: str) -> Moment:
    """Hours pass as they do in the world outside; months run to the end of a day."""
    day, clock = started
    if unit == "months":
        return months_later(day, value), None
    if clock is None:
        return day + timedelta(hours=value), None
    over = datetime.combine(day, clock, DENMARK).astimezone(UTC) + timedelta(hours=value)
    local = over.astimezone(DENMARK)
    return local.date(), local.time()


@lru_cache(maxsize=8)
def deadlines_of(delivery: Delivery) -> tuple[Deadline, ...]:
    limits: dict[str, tuple[int, str]] = {}
    for folder in delivery.references:
        for row in file_rows(folder / "deadlines.csv"):
            if row["limit_value"]:
                limits[row["kind"]] = (int(row["limit_value"]), row["limit_unit"])
    return tuple(
        Deadline(
            id=row["deadline_id"],
            case=row.get("case_id") or None,
            citizen=row["citizen_id"],
            kind=row["kind"],
            team=row["team"] or MISSING,
            started=_moment(row["started_at"]),
            due=_moment(row["due_at"])
            if row["due_at"]
            else _due(_moment(row["started_at"]), *limits[row["kind"]]),
            completed=_moment(row["completed_at"]) if row["completed_at"] else None,
        )
        for row in file_rows(delivery.folder / "deadlines.csv")
    )


def deadlines_kept(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    wanted = given["kind"].split(",") if given.get("kind") else None
    chosen = [one for one in deadlines_of(delivery) if wanted is None or one.kind in wanted]
    asked = periods(given["period"], date.fromisoformat(given["from"]), date.fromisoformat(given["to"]))
    found: dict[date, dict[str, list[Deadline]]] = {}
    for first, last in asked:
        counted = found.setdefault(first, {})
        for day in days(first, min(last, delivery.as_of)):
            for one in chosen:
                if one.due[0] == day:
                    counted.setdefault(one.kind, []).append(one)
    kinds = sorted({kind for counted in found.values() for kind in counted})
    return [_kept(delivery, first, kind, found[first].get(kind, [])) for first in found for kind in kinds]


def _kept(delivery: Delivery, first: date, kind: str, due: list[Deadline]) -> dict[str, object]:
    kept = sum(one.kept_by(delivery.as_of) for one in due)
    taken = [
        (done[0] - one.started[0]).days
        for one in due
        if (done := one.completed_by(delivery.as_of)) is not None
    ]
    return {
        "period_start": first,
        "kind": kind,
        "due": len(due),
        "kept": kept,
        "breached": len(due) - kept,
        "share_kept": kept / len(due) if due else None,
        "median_days": percentile(taken, Fraction(1, 2)),
    }


def days_overdue(one: Deadline, day: date) -> int | None:
    return (day - one.due[0]).days if one.due[0] <= day else None


def _at_risk(delivery: Delivery, given: Mapping[str, str]) -> list[Deadline]:
    horizon = [delivery.as_of + timedelta(days=number) for number in range(1, int(given["days"]) + 1)]
    begun = [one for one in deadlines_of(delivery) if one.started[0] <= delivery.as_of]
    still_open = [one for one in begun if not one.completed_by(delivery.as_of)]
    return [one for one in still_open if one.due[0] <= delivery.as_of or one.due[0] in horizon]


def deadline_risk(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    counted: dict[tuple[str, str], list[int]] = {}
    for one in _at_risk(delivery, given):
        numbers = counted.setdefault((one.kind, one.team), [0, 0])
        numbers[0 if one.due[0] <= delivery.as_of else 1] += 1
    return [
        {"kind": kind, "team": team, "overdue": numbers[0], "due_within": numbers[1]}
        for (kind, team), numbers in sorted(counted.items())
    ]


def deadline_list(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    teams = given["team"].split(",") if "team" in given else None
    asked = [one for one in _at_risk(delivery, given) if teams is None or one.team in teams]
    ordered = sorted(asked, key=lambda one: (one.due[0], one.id))
    return [
        {
            "deadline_id": one.id,
            "case_id": one.case,
            "kind": one.kind,
            "team": one.team,
            "due_on": one.due[0],
            "days_overdue": days_overdue(one, delivery.as_of),
        }
        for one in ordered
    ]
