"""A fact sheet as the screen shows it: alone on it, or small among the others of its set.

Everything is told in pixels of a sheet 1920 wide, and assets/57-temamoede.css makes it as large as its place.
"""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.components.address import address
from cockpit.components.markup import also
from cockpit.components.ready import Ready
from cockpit.components.view import FIGURES
from cockpit.keyfigures import catalogue, may_run
from cockpit.reports import drawing_of, height_of_bars
from cockpit.reports.areas import Area, areas_of
from cockpit.reports.fitting import (
    SMALL,
    fitted_line,
    fitted_lists,
    fitted_numbers,
    fitted_text,
    title_fitted,
)
from cockpit.sheets.model import Chart, FilledSheet

AREAS = areas_of(1080)
# A drawing for a telephone, where a sheet's parts stand below each other.
NARROW, NARROW_HEIGHT = 560, 520


def small_sheet(found: FilledSheet, name: str) -> Component:
    """A picture of the sheet, for the eye alone: what it says must be said beside it."""
    return html.Div(
        _parts(found, name, "", drawn(found.chart)), className="sheet", **also(aria_hidden="true")
    )


def whole_sheet(found: FilledSheet, name: str, number: int, of: int) -> Component:
    """One sheet of a show; its chart leads to the figure behind it."""
    chart = found.chart
    both = [drawn(chart), drawn(chart, NARROW, _narrow_height(chart), "narrow")] if chart else []
    behind = figure_behind(found)
    inside = [html.A(both, href=behind, title="Se tallene bag")] if behind and both else both
    return html.Div(_parts(found, name, f"{number} / {of}", html.Div(inside)), className="sheet")


def _narrow_height(chart: Chart) -> float:
    return max(NARROW_HEIGHT, height_of_bars(chart, NARROW) if chart.form == "bars" else 0)


def figure_behind(found: FilledSheet) -> str:
    """The address of the figure that the chart shows; empty where the reader may not see it."""
    may = found.figure in catalogue() and may_run(found.figure)
    return address(f"{FIGURES}/{found.figure}", found.given) if may else ""


def drawn(chart: Chart | None, width: float = 0, height: float = 0, kind: str = "") -> Component:
    area = AREAS.chart
    inside = drawing_of(chart, width or area.width, height or area.height) if chart else ""
    return Ready(tag="div", attributes={"className": f"sheet-drawing {kind}".strip()}, inside=inside)


def _parts(found: FilledSheet, name: str, page: str, drawing: Component) -> list[Component]:
    title = title_fitted(found, AREAS.title)
    chart = [_part("chart", AREAS.chart, [drawing])]
    if found.lacking:
        chart = [_part("without", AREAS.chart, [html.P(fitted_text(found.lacking, AREAS.chart, 30))])]
    elif found.subtitle:
        subtitle = html.P(fitted_text(found.subtitle, AREAS.subtitle))
        chart = [_part("subtitle", AREAS.subtitle, [subtitle]), *chart]
    return [
        _part("kicker", AREAS.kicker, [html.P(fitted_line(name, AREAS.kicker))]),
        _part("title", AREAS.title, [html.H2(title.texts, style=_size(title.size))]),
        _part("numbers", AREAS.numbers, _numbers(found)),
        *chart,
        _part("lists", AREAS.lists, _lists(found)),
        _part("source", AREAS.source, [html.P(fitted_line(found.source, AREAS.source))]),
        _part("page", AREAS.page, [html.P(page)]),
    ]


def _numbers(found: FilledSheet) -> list[Component]:
    fitted = fitted_numbers(found.numbers, AREAS.numbers, SMALL)
    lines: list[Component] = []
    for shown, words in fitted.numbers:
        value = html.B(shown, style=_size(fitted.size))
        lines.append(html.P([value, html.Span(f" {words}", style=_size(fitted.small))]))
    return lines


def _lists(found: FilledSheet) -> list[Component]:
    fitted = fitted_lists(found, AREAS.lists, SMALL)
    parts: list[Component] = []
    for heading, lines in fitted.lists:
        items = html.Ul([html.Li(line) for line in lines], style=_size(fitted.size))
        parts += [html.H3(heading), items]
    return parts


def _part(name: str, area: Area, inside: Sequence[Component]) -> Component:
    place = {"left": area.left, "top": area.top, "width": area.width, "height": area.height}
    style = {f"--{key}": f"{value:g}" for key, value in place.items()}
    return html.Div(list(inside), className=f"sheet-part {name}", style=style)


def _size(size: float) -> dict[str, str]:
    return {"--size": f"{size:g}"}
