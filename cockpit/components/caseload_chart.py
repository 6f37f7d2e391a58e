"""The caseload page's two charts: rows to marks, bands and lines; what cannot be drawn, in words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from dash.development.base_component import Component

from cockpit.charts.caseload_marks import Band, Mark, Row, caseload_chart, hrefs
from cockpit.charts.caseload_trend import Line, caseload_trend_chart
from cockpit.components.caseload import Caseload, TeamGroup
from cockpit.components.drawing import Drawing
from cockpit.components.drill import by_line, going_graph
from cockpit.components.labels import VALUES, value_name
from cockpit.components.view import View
from cockpit.findings.caseload import NO_TEAM, Course, team_name
from cockpit.wording import listed, month_text, number

LEVELS = {"over": "over", "within": "within", "under": "within"}
MOST_LINES = 8
Limits = tuple[float, float] | None
# From a team to the address one level down; empty where there is none.
Href = Callable[[str], str]


def marks_graph(name: str, caseload: Caseload, view: View, href: Href) -> Component | None:
    """The marks and bands, each leading to its team; None where no team has a case."""
    bands = bands_of(caseload, href)
    if not bands:
        return None
    drawing = marks_drawing(bands, caseload, view)
    names = {row.href: row.name for band in bands for row in band.rows}
    return going_graph(name, drawing.figure, drawing.summary, hrefs(bands), names, view)


def bands_of(caseload: Caseload, href: Href) -> list[Band]:
    of_team: dict[str, list[dict[str, Any]]] = {}
    for row in caseload.caseworkers:
        of_team.setdefault(row["team"] or NO_TEAM, []).append(row)
    bands = [band for group in caseload.groups for band in _bands(group, of_team, href)]
    if len(bands) == 1:
        return [Band(_guideline(bands[0].limits).capitalize(), bands[0].limits, bands[0].rows)]
    return bands


def marks_drawing(bands: Sequence[Band], caseload: Caseload, view: View) -> Drawing:
    figure = caseload_chart(bands, view.palette, narrow=view.narrow)
    told = [_told(row) for group in caseload.groups for row in group.shown]
    return Drawing(figure, f"Borgere pr. fuldtidsrådgiver i snit. {'; '.join(told)}.")


def _told(row: dict[str, Any]) -> str:
    mean = number(row["citizens_per_fte"], 1)
    return f"{team_name(row['by_value'])} {mean}, {VALUES['status'][row['status']].lower()}"


def _bands(group: TeamGroup, of_team: Mapping[str, Sequence[dict[str, Any]]], href: Href) -> list[Band]:
    """The group's teams with cases, together where they share a guideline; with each team its workers."""
    under: dict[Limits, list[Row]] = {}
    for team in group.shown:
        if team["citizens"]:
            under.setdefault(_limits(team), []).append(_row(team, of_team.get(team["by_value"], []), href))
    return [
        Band(f"{group.name}: {_guideline(limits)}", limits, tuple(rows)) for limits, rows in under.items()
    ]


def _limits(row: dict[str, Any]) -> Limits:
    low, high = row["guideline_low"], row["guideline_high"]
    return None if low is None or high is None else (low, high)


def _guideline(limits: Limits) -> str:
    return f"vejledende {number(limits[0])}–{number(limits[1])}" if limits else "ingen vejledende grænse"


def _row(team: dict[str, Any], caseworkers: Sequence[dict[str, Any]], href: Href) -> Row:
    mean, name = team["citizens_per_fte"], team_name(team["by_value"])
    drawn = sorted((row for row in caseworkers if is_drawn(row)), key=lambda row: row["citizens_per_fte"])
    words = f"{name} i snit: {number(mean, 1)}\n{_load(team)}"
    told = "ingen årsværk" if mean is None else f"{number(mean, 1)} i snit"
    marks = tuple(_mark(row, name) for row in drawn)
    return Row(name, mean, told, words, marks, href(team["by_value"]))


def is_drawn(row: dict[str, Any]) -> bool:
    """A caseworker without cases or without hours has no place on the axis."""
    return bool(row["citizens_per_fte"])


def _mark(row: dict[str, Any], team: str) -> Mark:
    status = VALUES["status"][row["status"]].lower()
    words = f"{row['by_value']}, {team}: {number(row['citizens_per_fte'], 1)}\n{_load(row)}\n{status}"
    return Mark(row["citizens_per_fte"], LEVELS.get(row["status"], "none"), words)


def _load(row: dict[str, Any]) -> str:
    return f"{number(row['citizens'])} borgere på {number(row['fte'], 1)} årsværk"


def not_drawn(caseworkers: Sequence[dict[str, Any]]) -> list[str]:
    """Sentences for what the marks cannot say."""
    rules: tuple[tuple[Callable[[dict[str, Any]], bool], str], ...] = (
        (lambda row: row["fte"] is None or row["fte"] == 0, "med sager, men uden årsværk på dagen"),
        (lambda row: not row["citizens"], "uden sager på dagen"),
    )
    told, left = [], [row for row in caseworkers if not is_drawn(row)]
    for applies, words in rules:
        found = [row for row in left if applies(row)]
        left = [row for row in left if not applies(row)]
        if found:
            noun = "rådgiver" if len(found) == 1 else "rådgivere"
            told.append(f"Uden mærke: {number(len(found))} {noun} {words} ({_where(found)}).")
    if any(is_drawn(row) and row["status"] == "no_guideline" for row in caseworkers):
        told.append("Et hult mærke har ingen vejledende grænse at måles mod.")
    return told


def _where(rows: Sequence[dict[str, Any]]) -> str:
    return listed(sorted({team_name(row["team"]) for row in rows}))


def courses(answer_rows: Sequence[dict[str, Any]], caseload: Caseload, by: str, view: View) -> list[Course]:
    """The trend's rows as one course per team or area, in the order of the figure."""
    months = months_of(answer_rows)
    now = caseload.teams if by == "team" else caseload.areas
    limits = {row["by_value"]: row["guideline_high"] for row in now}
    found: dict[str, dict[date, float | None]] = {}
    for row in answer_rows:
        found.setdefault(row["by_value"], {})[row["month"]] = row["citizens_per_fte"] or None
    return [
        Course(
            team_name(value) if by == "team" else value_name("area", value, view.options),
            tuple(of_month.get(month) for month in months),
            limits.get(value),
            value,
        )
        for value, of_month in found.items()
        if any(of_month.values())
    ]


def months_of(rows: Sequence[dict[str, Any]]) -> list[date]:
    return sorted({row["month"] for row in rows})


def trend_drawing(
    found: Sequence[Course],
    months: Sequence[date],
    limits: Mapping[str, float],
    view: View,
    wide: int = 900,
) -> Drawing | None:
    """The lines; `note` says so where there are more than can be told apart."""
    if not found:
        return None
    highest = _highest_first(found)[:MOST_LINES]
    lines = [Line(course.name, course.values, course.over) for course in highest]
    labels = [month_text(month) for month in months]
    figure = caseload_trend_chart(labels, lines, limits, view.palette, narrow=view.narrow, wide=wide)
    told = f"De {MOST_LINES} højeste vises; tabellen har alle" if len(found) > MOST_LINES else ""
    return Drawing(figure, " ".join(_course_told(course, labels) for course in highest), told)


def trend_graph(
    figure: dict[str, Any], summary: str, found: Sequence[Course], view: View, href: Href
) -> Component:
    """The lines, each leading to its team or area; `href` is from the value that the figure has for it."""
    drawn = _highest_first(found)[:MOST_LINES]
    names = {href(course.value): course.name for course in drawn}
    return going_graph("sagstal-trend", figure, summary, by_line(figure, list(names)), names, view)


def _highest_first(found: Sequence[Course]) -> list[Course]:
    return sorted(found, key=lambda course: -(course.values[-1] or 0))


def _course_told(course: Course, labels: Sequence[str]) -> str:
    known = [(label, value) for label, value in zip(labels, course.values, strict=True) if value is not None]
    (first, start), (last, end) = known[0], known[-1]
    return f"{course.name}: {number(start, 1)} i {first}, {number(end, 1)} i {last}."


def limits_told(caseload: Caseload, *, narrow: bool) -> dict[str, float]:
    """The guidelines' upper limits in words, with the areas that they hold for where there is room."""
    areas: dict[float, list[str]] = {}
    for group in caseload.groups:
        for row in group.teams:
            if row["guideline_high"] is not None and group.name not in areas.setdefault(
                row["guideline_high"], []
            ):
                areas[row["guideline_high"]].append(group.name)
    if narrow or len(areas) == 1:
        return {f"Vejledende højst {number(limit)}": limit for limit in areas}
    return {
        f"{listed(names)}: vejledende højst {number(limit)}": limit for limit, names in areas.items() if names
    }
