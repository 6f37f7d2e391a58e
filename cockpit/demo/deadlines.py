"""Deadlines of the cases: notifications, assessments and follow-ups, most of them kept; one team lags."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from cockpit.demo.cases import CHILDREN, Casework
from cockpit.demo.dice import Dice
from cockpit.demo.people import Citizen, World
from cockpit.demo.recipe import REFERENCE, csv_rows
from cockpit.demo.teams import Team
from cockpit.periods import ONE_DAY, add_months, month_end

Row = tuple[str, str, str, str, date, date | None, date | None, str]
NOTIFIED, ASSESSED, FIRST, FOLLOW_UP = "notification_24h", "child_assessment", "first_follow_up", "follow_up"
OFFICE = (450, 1230)  # minutes of the day between which most notifications come
BEFORE = 365  # days before the first deadline held, when the follow-ups of older cases began


@dataclass(frozen=True)
class Case:
    number: int
    citizen: Citizen
    start: date
    end: date | None

    def open_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or self.end >= day)


@dataclass(frozen=True)
class Event:
    case: Case
    kind: str
    started: date  # or a datetime
    due: date | None  # None: as the list of deadlines says
    completed: date | None


def deadline_rows(world: World, casework: Casework, dice: Dice) -> Iterator[Row]:
    """In the order in which they began."""
    clerk = _Clerk(world, dice)
    events = [(event, team) for team in casework.teams for event in clerk.events(team)]
    events.sort(key=lambda entry: (str(entry[0].started), entry[0].case.number, entry[0].kind))
    for number, (event, team) in enumerate(events, start=world.recipe.counted_before + 1):
        case = event.case
        yield (
            f"F{number:05d}", f"S{case.number:05d}", case.citizen.id, event.kind,
            event.started, event.due, event.completed, world.recipe.team_name(team.name),
        )  # fmt: skip


class _Clerk:
    def __init__(self, world: World, dice: Dice) -> None:
        self.world, self.dice = world, dice
        self.plan: dict[str, Any] = world.recipe.rest["deadlines"]
        self.since: date = self.plan["since"]
        self.as_of = world.recipe.as_of
        limits = csv_rows(REFERENCE / "deadlines.csv")
        self.limit = {row["kind"]: int(row["limit_value"]) for row in limits if row["limit_value"]}

    def events(self, team: Team) -> Iterator[Event]:
        cases = _cases(team)
        if team.area == CHILDREN:
            yield from self._notifications(team, cases)
            yield from self._assessments(team, cases)
            yield from self._first_follow_ups(team, cases)
        for case in cases:
            if case.citizen.services:
                yield from self._follow_ups(team, case)

    def _notifications(self, team: Team, cases: list[Case]) -> Iterator[Event]:
        """They come by day and by night, each about a child with an open case."""
        month = self.since
        while month <= self.as_of:
            usual = self.plan["notifications"][team.name]
            for _ in range(self.dice.whole(usual - 4, usual + 4)):
                day = month + timedelta(days=self.dice.whole(0, month_end(month).day - 1))
                case = self.dice.one([case for case in cases if case.open_on(day)])
                minute = self.dice.whole(*OFFICE) if self.dice.chance(0.9) else self.dice.whole(1, 1439)
                started = datetime.combine(day, time()) + timedelta(minutes=minute)
                due = started + timedelta(hours=self.limit[NOTIFIED])
                completed = self._completed(team, NOTIFIED, due, timedelta(hours=1))
                known = completed if completed and completed.date() <= self.as_of else None
                yield Event(case, NOTIFIED, started, None, known)
            month = add_months(month, 1)

    def _assessments(self, team: Team, cases: list[Case]) -> Iterator[Event]:
        for case in cases:
            if case.start >= self.since and self.dice.chance(self.plan["assessed"]):
                yield self._by_months(team, case, ASSESSED, case.start)

    def _first_follow_ups(self, team: Team, cases: list[Case]) -> Iterator[Event]:
        for case in cases:
            starts = [
                service.start
                for service in case.citizen.services
                if self.world.recipe.sections[service.section].area == CHILDREN and not service.renewal
            ]
            for start in sorted(set(starts)):
                if self.since <= start <= self.as_of and case.open_on(start):
                    yield self._by_months(team, case, FIRST, start)

    def _by_months(self, team: Team, case: Case, kind: str, start: date) -> Event:
        due = months_later(start, self.limit[kind])
        completed = max(start, self._completed(team, kind, due, ONE_DAY))
        return Event(case, kind, start, None, self._known(case, completed))

    def _follow_ups(self, team: Team, case: Case) -> Iterator[Event]:
        """One after the other for as long as the case is open; each has its own deadline."""
        months = self.plan["follow_up_months"][team.area]
        before = self.since - timedelta(days=self.dice.whole(0, BEFORE))
        started = max(case.start, before)
        while started <= self.as_of:
            due = months_later(started, months)
            if case.end and due > case.end:
                return
            completed = self._known(case, max(started, self._completed(team, FOLLOW_UP, due, ONE_DAY)))
            if due >= self.since:
                yield Event(case, FOLLOW_UP, started, due, completed)
            if completed is None:
                return
            started = completed + ONE_DAY

    def _completed(self, team: Team, kind: str, due: Any, unit: timedelta) -> Any:
        """When it is done: before the deadline or after it, in hours or days as `unit` says."""
        lagging = self.plan["lagging"]
        slips = kind == FOLLOW_UP and team.name == lagging["team"] and due >= lagging["from"]
        if self.dice.chance(lagging["kept"] if slips else self.plan["kept"][kind]):
            return due - unit * self.dice.whole(*self.plan["early"][kind])
        return due + unit * self.dice.whole(*(lagging["late"] if slips else self.plan["late"][kind]))

    def _known(self, case: Case, completed: date) -> date | None:
        """A case that is closed takes its deadlines with it; what comes after the as-of date is not known."""
        done = min(completed, case.end) if case.end else completed
        return done if done <= self.as_of else None


def _cases(team: Team) -> list[Case]:
    """The team's cases, whoever carried them."""
    first = {row.case: row for row in reversed(team.assignments)}
    ends = {row.case: row.end for row in team.assignments}
    return [Case(number, row.citizen, row.start, ends[number]) for number, row in sorted(first.items())]


def months_later(day: date, months: int) -> date:
    """The same day of the month, or the last where it has no such day."""
    month = add_months(day, months)
    return month.replace(day=min(day.day, monthrange(month.year, month.month)[1]))
