"""The teams: their posts, when each was filled, and who carries which case."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from math import fsum
from typing import Any

from cockpit.demo.people import Citizen, World
from cockpit.demo.recipe import on_line
from cockpit.periods import ONE_DAY, add_months, month_end

STAFFED_SINCE = date(2012, 1, 1)
Line = list[tuple[date, float]]


@dataclass
class Assignment:
    case: int
    citizen: Citizen
    worker: int
    start: date
    end: date | None = None


@dataclass(frozen=True)
class Post:
    worker: int
    fte: float
    start: date
    end: date | None  # last day; empty: still here
    pull: float  # how much of the work comes this way, 1 = a fair share

    def filled(self, day: date) -> bool:
        return self.start <= day and (self.end is None or self.end >= day)


@dataclass
class Team:
    name: str
    area: str
    takes: float  # its share of the citizens who come by their services
    citizens: Line  # planned, on a line
    posts: list[Post]
    assignments: list[Assignment] = field(default_factory=list)
    _current: dict[int, Assignment] = field(default_factory=dict)  # by open case
    _carried: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))  # open cases by worker

    def open_case(self, case: int, citizen: Citizen, day: date) -> None:
        """Give the case to whoever of those here carries least for their hours."""
        self._give(case, citizen, day, self._lightest(day))

    def close_case(self, case: int, day: date) -> None:
        assignment = self._current.pop(case)
        assignment.end = day
        self._carried[assignment.worker].remove(case)

    def staff_changes(self, month: date) -> None:
        """On the first of the month: who came takes over cases, whose post fell vacant hands all over."""
        for post in self.posts:
            if post.end is not None and post.end + ONE_DAY == month:
                for case in list(self._carried[post.worker]):
                    self._move(case, month, self._lightest(month))
            if post.start == month:
                self._hand_over(post, month)

    def _hand_over(self, new: Post, month: date) -> None:
        here = [post for post in self.posts if post.filled(month)]
        share = int(0.75 * len(self._current) * new.fte / fsum(post.fte for post in here))
        for _ in range(share):
            heaviest = max((post for post in here if post != new), key=self._load)
            self._move(self._carried[heaviest.worker][-1], month, new)

    def _move(self, case: int, month: date, post: Post) -> None:
        citizen = self._current[case].citizen
        self.close_case(case, month - ONE_DAY)
        self._give(case, citizen, month, post)

    def _give(self, case: int, citizen: Citizen, day: date, post: Post) -> None:
        assignment = Assignment(case, citizen, post.worker, day)
        self.assignments.append(assignment)
        self._current[case] = assignment
        self._carried[post.worker].append(case)

    def _lightest(self, day: date) -> Post:
        return min((post for post in self.posts if post.filled(day)), key=self._load)

    def _load(self, post: Post) -> float:
        return len(self._carried[post.worker]) / post.fte / post.pull


def make_teams(world: World) -> list[Team]:
    teams: list[Team] = []
    first_worker = world.recipe.workers_before + 1
    for plan in world.recipe.rest["team"]:
        few, many = plan["citizens"]
        line = [(world.recipe.first_day, float(few)), (world.recipe.as_of, float(many))]
        posts = _posts(world, plan, line, first_worker=first_worker + sum(len(team.posts) for team in teams))
        teams.append(Team(plan["name"], plan["area"], plan["takes"], line, posts))
    return teams


def _posts(world: World, plan: dict[str, Any], line: Line, first_worker: int) -> list[Post]:
    """One post after the other, each filled in the month when the team would pass its limit without it."""
    posts: list[Post] = []
    vacant = plan.get("vacant", {})
    month, filled = world.recipe.first_day, 0.0
    for place, fte in enumerate(plan["fte"]):
        enough = plan["hire_at"] * filled
        while posts and month < world.recipe.as_of and on_line(line, month_end(month)) <= enough:
            month = add_months(month, 1)
        start = STAFFED_SINCE if month == world.recipe.first_day else month
        end = vacant["from"] - ONE_DAY if vacant.get("post") == place else None
        posts.append(Post(first_worker + place, fte, start, end, world.dice.between(0.8, 1.18)))
        filled += fte
    return posts
