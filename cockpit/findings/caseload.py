"""What caseload says, by fixed rules: who is over the guideline, and since when. Never why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cockpit.findings.judging import Status
from cockpit.findings.rows import Row
from cockpit.wording import listed, month_name, number

NO_TEAM, NO_TEAM_NAME = "uoplyst", "Uden team"
MOST_NAMED = 3
MOST_DATED = 2
JUDGED = ("under", "within", "over")


def team_name(team: str | None) -> str:
    return NO_TEAM_NAME if team in (None, NO_TEAM) else str(team)


def caseload_title(teams: Sequence[Row], plain: str = "Sagstal pr. team") -> str:
    """Of rows of caseload by team; a team without cases or without a guideline is not judged."""
    judged = [row for row in teams if row["status"] in JUDGED and row["citizens"]]
    over = [team_name(row["by_value"]) for row in judged if row["status"] == "over"]
    if not judged:
        return plain
    if len(over) > MOST_NAMED:
        return f"{number(len(over))} af {number(len(judged))} team ligger over det vejledende sagstal"
    if over:
        return f"{_named(over)} ligger over det vejledende sagstal"
    if len(judged) == len(teams) and all(row["status"] == "within" for row in judged):
        who = "Alle team" if len(judged) > 1 else _named([team_name(judged[0]["by_value"])])
        return f"{who} ligger inden for det vejledende sagstal"
    return "Ingen team ligger over det vejledende sagstal"


def _named(names: list[str]) -> str:
    """`Team Voksen B`; several stand without the word."""
    if len(names) > 1 or names[0].lower().startswith(("team", "uden")):
        return listed(names)
    return f"Team {names[0]}"


def cases_title(rows: Sequence[Row]) -> str:
    """Of caseload_list: how many cases there are, and how many of them have a deadline that is overdue."""
    if not rows:
        return "Ingen åbne sager"
    count = f"{number(len(rows))} {'åben sag' if len(rows) == 1 else 'åbne sager'}"
    overdue = sum(row["days_overdue"] is not None for row in rows)
    return f"{count}, {number(overdue)} med overskredet frist" if overdue else count


def caseload_statuses(teams: Sequence[Row]) -> list[Status]:
    """The words under the team table, the gravest first."""
    over = sum(row["status"] == "over" for row in teams)
    lacking = sum(row["status"] == "no_fte" and row["citizens"] > 0 for row in teams)
    found = [Status("breach", f"{number(over)} team over det vejledende")] if over else []
    if lacking:
        found.append(Status("watch", f"{number(lacking)} team med borgere, men ingen årsværk"))
    if not found and any(row["status"] in JUDGED and row["citizens"] for row in teams):
        found.append(Status("ok", "Ingen team over det vejledende"))
    return found


@dataclass(frozen=True)
class Course:
    """One line of the trend: `values` by month up to the last, and the upper limit where there is one.

    `value` is the team or area as the figure has it, `name` as people know it.
    """

    name: str
    values: tuple[float | None, ...]
    limit: float | None
    value: str = ""

    @property
    def over(self) -> bool:
        return self.months_over() > 0

    def months_over(self) -> int:
        """For how many months on end, the last one included, it has been over its limit."""
        count = 0
        for value in reversed(self.values):
            if value is None or self.limit is None or value <= self.limit:
                break
            count += 1
        return count


def trend_title(courses: Sequence[Course], months: Sequence[date], plain: str = "Sagstal over tid") -> str:
    """Since when those over their limit have been so without a break; plain where none is, or many are."""
    over = [course for course in courses if course.over]
    if not 0 < len(over) <= MOST_DATED:
        return plain
    first, *rest = over
    more = [f", {course.name} {_since(course, months)}" for course in rest]
    return f"{first.name} har ligget over det vejledende {_since(first, months)}{''.join(more)}"


def _since(course: Course, months: Sequence[date]) -> str:
    count = course.months_over()
    return "i hele perioden" if count == len(months) else f"siden {month_name(months[-count])}"
