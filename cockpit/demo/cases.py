"""Cases: those that follow from services, and as many without a service as the teams' stocks ask for."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cockpit.demo.people import Citizen, World
from cockpit.demo.recipe import FlowPlan, on_line
from cockpit.demo.teams import STAFFED_SINCE, Team, make_teams
from cockpit.periods import ONE_DAY, add_months, month_end

CHILDREN = "børn og unge"
ADULTS = "voksne"
PSYCHIATRY = "Psykiatri"
AGES = {CHILDREN: [[0, 5, 3], [6, 12, 5], [13, 16, 4]], ADULTS: [[18, 29, 4], [30, 49, 5], [50, 75, 6]]}


@dataclass(frozen=True)
class Need:
    """A citizen's time with a case that services give rise to."""

    citizen: Citizen
    start: date
    end: date | None


@dataclass
class Casework:
    world: World
    teams: list[Team]
    cases: int

    def next_case(self) -> int:
        self.cases += 1
        return self.cases

    def assignment_rows(self) -> Iterator[tuple[str, str, str, str, date, date | None, str, str]]:
        rules = self.world.recipe.rest["cases"]["case_types"]
        kinds: dict[int, str] = {}
        rows = [(row.case, row.start, team, row) for team in self.teams for row in team.assignments]
        for case, start, team, row in sorted(rows, key=lambda entry: (entry[0], entry[1])):
            if case not in kinds:
                kinds[case] = self.world.dice.pick(rules[team.area])
            weight = "1,5" if kinds[case] == "Børnesag" else "1"
            worker = f"R{row.worker:03d}"
            yield f"S{case:05d}", row.citizen.id, worker, team.area, start, row.end, weight, kinds[case]

    def caseworker_rows(self) -> Iterator[tuple[str, str, str, date, date | None, float]]:
        names: list[str] = self.world.recipe.rest["cases"]["names"]
        for team in self.teams:
            for post in team.posts:
                name = names[(post.worker - 1) % len(names)]
                team_name = self.world.recipe.team_name(team.name)
                yield f"R{post.worker:03d}", name, team_name, post.start, post.end, post.fte


def add_casework(world: World) -> Casework:
    """Cases of every team over the whole history; citizens who only have a case are added to the world."""
    casework = Casework(world, make_teams(world), world.recipe.counted_before)
    served = list(world.citizens)
    needs: dict[str, list[Need]] = {team.name: [] for team in casework.teams}
    for citizen in served:
        for area in (CHILDREN, ADULTS):
            need = _need(world, citizen, area)
            if need:
                needs[_team(world, casework.teams, citizen, area).name].append(need)
    for team in casework.teams:
        _Desk(casework, team, needs[team.name]).run()
    return casework


def _need(world: World, citizen: Citizen, area: str) -> Need | None:
    """From before the first service of the area to some time after the last; none where others act."""
    rules, as_of = world.recipe.rest["cases"], world.recipe.as_of
    ours = [
        service
        for service in citizen.services
        if world.recipe.sections[service.section].area == area
        and service.acting in ("", world.recipe.municipality)
    ]
    if not ours:
        return None
    first, last = ours[0], max(service.last() for service in ours)
    start = (first.applied or first.start) - timedelta(days=world.dice.whole(*rules["opened_before"]))
    if area == ADULTS:
        start = max(start, citizen.birthday(18))
    start = min(max(start, STAFFED_SINCE), as_of)
    closed = min(last, date(2100, 1, 1)) + timedelta(days=world.dice.whole(*rules["closed_after"]))
    if citizen.died:
        closed = citizen.died
    elif area == CHILDREN and last < as_of:
        closed = max(last, min(closed, citizen.birthday(18) - ONE_DAY))
    end = closed if closed <= as_of else None
    return Need(citizen, start, end) if end is None or end >= max(start, world.recipe.first_day) else None


def _team(world: World, teams: list[Team], citizen: Citizen, area: str) -> Team:
    """The diagnosed go to psychiatry more often; the rest by the teams' size."""
    weights = {team.name: team.takes for team in teams if team.area == area}
    if citizen.diagnosed and area == ADULTS:
        weights[PSYCHIATRY] *= 2.5
    name = world.dice.pick(weights)
    return next(team for team in teams if team.name == name)


class _Desk:
    """One team's months: staff changes, cases that open and close, and the stock the recipe plans."""

    def __init__(self, casework: Casework, team: Team, needs: list[Need]) -> None:
        self.casework, self.team, self.world = casework, team, casework.world
        self.needs = sorted(needs, key=lambda need: (need.start, need.citizen.number), reverse=True)
        self.open: dict[int, list[int]] = {}  # cases by citizen number
        self.closing: dict[date, list[tuple[date, int]]] = defaultdict(list)  # by month: day, citizen number
        self.unserved: list[int] = []  # citizens with a case and no service
        self.plan = FlowPlan([], 0, AGES[team.area], {}, (0, 0))

    def run(self) -> None:
        first = self.world.recipe.first_day
        month = first
        while month <= self.world.recipe.as_of:
            self.team.staff_changes(month)
            while self.needs and self.needs[-1].start <= month_end(month):
                need = self.needs.pop()
                self._open(need.citizen, need.start, need.end)
            for day, number in self.closing.pop(month, []):
                self._close(number, day)
            self._fill(month, initial=month == first)
            month = add_months(month, 1)

    def _open(self, citizen: Citizen, start: date, end: date | None) -> None:
        count = 2 if self.world.dice.chance(self.world.recipe.rest["cases"]["second_case"]) else 1
        self.open[citizen.number] = [self.casework.next_case() for _ in range(count)]
        for case in self.open[citizen.number]:
            self.team.open_case(case, citizen, start)
        if end:
            self.closing[end.replace(day=1)].append((end, citizen.number))

    def _close(self, number: int, day: date) -> None:
        """Close the citizen's cases, once: a planned end may come after an earlier one."""
        for case in self.open.pop(number, []):
            self.team.close_case(case, day)

    def _fill(self, month: date, initial: bool) -> None:
        """Open or close cases without a service until the team has its planned number of citizens."""
        end = month_end(month)
        wobble = 0 if end == self.world.recipe.as_of else self.world.dice.whole(-2, 2)
        missing = round(on_line(self.team.citizens, end)) + wobble - len(self.open)
        for _ in range(missing):
            self._open_unserved(month, initial)
        self.unserved = [number for number in self.unserved if number in self.open]
        for _ in range(-missing):
            number = self.unserved.pop(self.world.dice.whole(0, len(self.unserved) - 1))
            self._close(number, end)

    def _open_unserved(self, month: date, initial: bool) -> None:
        dice, months = self.world.dice, self.world.recipe.rest["cases"]["months_without_service"]
        day = month if initial else month + timedelta(days=dice.whole(0, month_end(month).day - 1))
        citizen = self.world.new_citizen(self.world.born_for(self.plan, day))
        start = max(STAFFED_SINCE, day - timedelta(days=dice.whole(0, 1400))) if initial else day
        start = max(start, citizen.birthday(18) if self.team.area == ADULTS else citizen.born)
        end = self.world.lasting(add_months(month, 1), months)
        if self.team.area == CHILDREN:
            end = min(end, citizen.birthday(18) - ONE_DAY)
        self._open(citizen, start, end if end <= self.world.recipe.as_of else None)
        self.unserved.append(citizen.number)
