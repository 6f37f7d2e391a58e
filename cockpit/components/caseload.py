"""Caseload laid out for its page: teams by area, with the area's own total, narrowed by the area filter.

The figures take no area of their own; a team belongs to the areas that it has cases in on the day.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from typing import Any

from cockpit.access import asking, sight_of
from cockpit.components.answers import Answer, ask
from cockpit.components.labels import value_name
from cockpit.components.page_answer import PageAnswer, page_answer
from cockpit.components.view import View
from cockpit.findings.caseload import NO_TEAM, team_name
from cockpit.keyfigures import areas_of_teams, caseworker_names
from cockpit.wording import number

Row = dict[str, Any]
MIXED, NO_CASES = "Flere områder", "Uden sager"
MOST_TEAMS = 40  # of one area on the screen
FROM = {"services": ("sections",), "deadlines": ("next_due", "kind", "days_overdue")}
TEAM_COLUMNS = ("by_value", "citizens", "fte", "citizens_per_fte")
TEAM_HEADINGS = {"citizens_per_fte": "Pr. årsværk"}


@dataclass(frozen=True)
class TeamGroup:
    """The teams of one area, of several, or without cases; `total` is the area's own row of caseload."""

    name: str
    area: str | None
    teams: tuple[Row, ...]
    total: Row | None

    @property
    def shown(self) -> tuple[Row, ...]:
        """The teams on the screen: all, or those with the most citizens for each worker."""
        if len(self.teams) <= MOST_TEAMS:
            return self.teams
        heaviest = nlargest(MOST_TEAMS, self.teams, key=lambda row: row["citizens_per_fte"] or 0)
        names = {row["by_value"] for row in heaviest}
        return tuple(row for row in self.teams if row["by_value"] in names)


@dataclass(frozen=True)
class Caseload:
    """The day's caseload in the areas chosen: three runs that all parts of the page stand on."""

    groups: tuple[TeamGroup, ...]
    caseworkers: tuple[Row, ...]
    areas: tuple[Row, ...]
    found: Mapping[str, Answer]

    @property
    def teams(self) -> tuple[Row, ...]:
        return tuple(row for group in self.groups for row in group.teams)


def caseload_of(view: View) -> Caseload:
    """PlainError as `run`, such as where the extracts were never delivered."""
    found = {by: ask("caseload", view.filters, by=by) for by in ("caseworker", "team", "area")}
    areas, chosen = _areas_of_teams(view), view.filters.areas
    teams = teams_within(found["team"], view)
    shown = {row["by_value"] for row in teams}
    totals = [row for row in found["area"].rows if _is_in((row["by_value"],), chosen)]
    names = {row["by_value"]: value_name("area", row["by_value"], view.options) for row in totals}
    return Caseload(
        groups=team_groups(teams, totals, areas, names),
        caseworkers=_named(
            view, (row for row in found["caseworker"].rows if (row["team"] or NO_TEAM) in shown)
        ),
        areas=tuple(totals),
        found=found,
    )


def teams_within(found: Answer, view: View) -> list[Row]:
    """Of the caseload by team those teams that work in the areas chosen."""
    chosen = view.filters.areas
    if not chosen:
        return found.rows
    areas = _areas_of_teams(view)
    return [row for row in found.rows if _is_in(areas.get(row["by_value"], ()), chosen)]


def _areas_of_teams(view: View) -> Mapping[str, Sequence[str]]:
    return areas_of_teams(view.options.reader, view.filters.end) if view.options.reader else {}


def _named(view: View, workers: Iterable[Row]) -> tuple[Row, ...]:
    """By name in the teams where one may see it; in others the figure itself tells no one apart."""
    names = caseworker_names(view.options.reader) if view.options.reader else {}
    known = sight_of(asking()).named
    return tuple(
        row | {"by_value": names.get(row["by_value"], row["by_value"])}
        if known is None or row["team"] in known
        else row
        for row in workers
    )


def of_team(caseload: Caseload, team: str) -> Caseload:
    """One team alone, without the total of its area."""
    groups = [
        replace(group, teams=tuple(row for row in group.teams if row["by_value"] == team), total=None)
        for group in caseload.groups
    ]
    workers = tuple(row for row in caseload.caseworkers if (row["team"] or NO_TEAM) == team)
    return replace(caseload, groups=tuple(group for group in groups if group.teams), caseworkers=workers)


def _is_in(areas: Sequence[str], chosen: Sequence[str]) -> bool:
    return not chosen or any(area in chosen for area in areas)


def team_groups(
    teams: Sequence[Row], totals: Sequence[Row], areas: Mapping[str, Sequence[str]], names: Mapping[str, str]
) -> tuple[TeamGroup, ...]:
    """Rows of caseload by team under the one area they work in; `totals` are its rows by area.

    Teams are never summed: a citizen with two teams is one citizen in the area's own row.
    """
    of_area = {row["by_value"]: row for row in totals}
    grouped: dict[str, list[Row]] = {area: [] for area in of_area}
    for row in teams:
        working = areas.get(row["by_value"], ())
        where = working[0] if len(working) == 1 else MIXED if working else NO_CASES
        grouped.setdefault(where, []).append(row)
    return tuple(
        TeamGroup(
            names.get(where, where), where if where in of_area else None, tuple(rows), of_area.get(where)
        )
        for where, rows in grouped.items()
        if rows
    )


def teams_left_out(groups: Sequence[TeamGroup]) -> list[str]:
    """Told where an area has more teams than the screen can hold."""
    return [
        f"{group.name}: de {number(MOST_TEAMS)} team med flest borgere pr. rådgiver af "
        f"{number(len(group.teams))}. Filerne har dem alle."
        for group in groups
        if len(group.teams) > MOST_TEAMS
    ]


def total_name(group: TeamGroup) -> str:
    return f"{group.name} i alt"


def caseworkers_answer(view: View, caseload: Caseload, team: str | None = None) -> PageAnswer:
    """The marks of the chart as a table: one row per caseworker, without names."""
    told = {"team": team} if team else None
    return page_answer(
        view, "raadgivere", caseload.found["caseworker"], list(caseload.caseworkers), told=told
    )


def teams_answer(view: View, caseload: Caseload) -> PageAnswer:
    """The team table: the teams of each area, then the area's own row."""
    rows: list[Row] = []
    for group in caseload.groups:
        rows += [row | {"by_value": team_name(row["by_value"])} for row in group.teams]
        rows += [group.total | {"by_value": total_name(group)}] if group.total else []
    return replace(
        page_answer(view, "team", caseload.found["team"], rows, TEAM_COLUMNS), headings=TEAM_HEADINGS
    )


def workers_answer(view: View, caseload: Caseload, team: str) -> PageAnswer:
    """The table of one team: its caseworkers, then the team's own row."""
    (own,) = (row for row in caseload.teams if row["by_value"] == team)
    rows = [*caseload.caseworkers, own | {"by_value": f"{team_name(team)} i alt"}]
    found = page_answer(view, "hver", caseload.found["caseworker"], rows, TEAM_COLUMNS, {"team": team})
    return replace(found, headings=TEAM_HEADINGS)


def cases_answer(view: View, team: str) -> PageAnswer:
    """The team's open cases; what was never delivered has no columns."""
    # A name that holds a comma cannot be asked for: the whole list is narrowed below.
    alone = {} if "," in team else {"team": team}
    found = ask("caseload_list", view.filters, by="team", **alone)
    delivered = view.options.reader.version.rows if view.options.reader else {}
    lacking = {column for extract, columns in FROM.items() if extract not in delivered for column in columns}
    columns = tuple(column for column in found.columns if column not in {"by_value", *lacking})
    rows = [row for row in found.rows if row["by_value"] == team]
    return page_answer(view, "sager", found, rows, columns, {} if alone else {"team": team})


def trend_answer(view: View, caseload: Caseload, by: str, team: str | None = None) -> PageAnswer:
    """Month by month, by team or by area; or one team alone."""
    found = ask("caseload_trend", view.filters, by=by)
    shown = {row["by_value"] for row in (caseload.teams if by == "team" else caseload.areas)}
    if team:
        alone = [row for row in found.rows if row["by_value"] == team]
        return page_answer(view, "udvikling", found, alone, told={"team": team})
    rows = [row for row in found.rows if not view.filters.areas or row["by_value"] in shown]
    return page_answer(view, "udvikling", found, rows)
