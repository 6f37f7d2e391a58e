"""Team for team: citizens, full-time posts and what that makes for each, with each area's own total."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.caseload import TEAM_COLUMNS, TeamGroup, total_name
from cockpit.components.labels import heading
from cockpit.components.thin_bar import row_name, scrolling
from cockpit.components.tile import mark, status
from cockpit.findings.caseload import team_name
from cockpit.findings.judging import Status
from cockpit.wording import number

SHORT = {"by_value": "Team", "citizens_per_fte": "Pr. årsværk"}


def team_table(groups: Sequence[TeamGroup], href: str, caption: str) -> Component:
    """`href` is where a team's caseworkers are listed."""
    head = [
        html.Th(SHORT.get(column, heading(column)), scope="col", className="n" if place else "")
        for place, column in enumerate(TEAM_COLUMNS)
    ]
    bodies = [html.Tbody(_group(group, href)) for group in groups]
    grid = html.Table(
        [html.Caption(caption, className="hidden-text"), html.Thead(html.Tr(head)), *bodies],
        className="figures teams",
    )
    return scrolling(grid, caption)


def _group(group: TeamGroup, href: str) -> list[Component]:
    rows = [_row(team_name(row["by_value"]), row, href) for row in group.shown]
    return rows + ([_row(total_name(group), group.total, None)] if group.total else [])


def _row(name: str, row: dict[str, Any], href: str | None) -> Component:
    per: list[Any] = [number(row["citizens_per_fte"], 1)]
    if row["status"] == "over":
        per = [mark("breach"), html.Span("Over det vejledende: ", className="hidden-text"), *per]
    cells = [number(row["citizens"]), number(row["fte"], 1), per]
    return html.Tr(
        [row_name(name, href), *(html.Td(cell, className="n") for cell in cells)],
        className="" if href else "total",
    )


def judgements(found: Sequence[Status]) -> Component:
    return html.P([status(one) for one in found], className="judgements")
