"""Team for team: citizens, full-time posts and what that makes for each, with each area's own total."""

from collections.abc import Callable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.caseload import TEAM_COLUMNS, TEAM_HEADINGS, TeamGroup, total_name
from cockpit.components.labels import heading
from cockpit.components.thin_bar import row_name, scrolling
from cockpit.components.tile import mark, status
from cockpit.findings.caseload import team_name
from cockpit.findings.judging import Status
from cockpit.wording import number


def team_table(groups: Sequence[TeamGroup], href: Callable[[str], str], caption: str) -> Component:
    """`href` is where a team's caseworkers and cases are."""
    return _table("Team", [_group(group, href) for group in groups], caption)


def worker_table(team: dict[str, Any], workers: Sequence[dict[str, Any]], caption: str) -> Component:
    """One team's caseworkers, then the team's own row."""
    rows = [_row(row["by_value"], row, None) for row in workers]
    total = _row(f"{team_name(team['by_value'])} i alt", team, None, "total")
    return _table("Rådgiver", [[*rows, total]], caption)


def _table(first: str, groups: Sequence[Sequence[Component]], caption: str) -> Component:
    names = {"by_value": first, **TEAM_HEADINGS}
    head = [
        html.Th(names.get(column, heading(column)), scope="col", className="n" if place else "")
        for place, column in enumerate(TEAM_COLUMNS)
    ]
    bodies = [html.Tbody(list(rows)) for rows in groups]
    grid = html.Table(
        [html.Caption(caption, className="hidden-text"), html.Thead(html.Tr(head)), *bodies],
        className="figures teams",
    )
    return scrolling(grid, caption)


def _group(group: TeamGroup, href: Callable[[str], str]) -> list[Component]:
    rows = [_row(team_name(row["by_value"]), row, href(row["by_value"])) for row in group.shown]
    return rows + ([_row(total_name(group), group.total, None, "total")] if group.total else [])


def _row(name: str, row: dict[str, Any], href: str | None, class_name: str = "") -> Component:
    per: list[Any] = [number(row["citizens_per_fte"], 1)]
    if row["status"] == "over":
        per = [mark("breach"), html.Span("Over det vejledende: ", className="hidden-text"), *per]
    cells = [number(row["citizens"]), number(row["fte"], 1), per]
    return html.Tr(
        [row_name(name, href), *(html.Td(cell, className="n") for cell in cells)],
        className=class_name,
    )


def judgements(found: Sequence[Status]) -> Component:
    return html.P([status(one) for one in found], className="judgements")
