"""The extracts in use as load_quality counts them; those older than the latest delivery are marked."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.answers import Answer
from cockpit.components.cells import cell, is_number
from cockpit.components.freshness import carried_over
from cockpit.components.labels import heading
from cockpit.components.options import Options
from cockpit.components.thin_bar import scrolling
from cockpit.components.tile import status
from cockpit.findings.judging import Status

CARRIED = Status("watch", "Videreført")


def extract_table(quality: Answer, options: Options, caption: str) -> Component:
    """The columns and rows of the figure, in its order, as its CSV has them."""
    old = {row["extract"] for row in carried_over(quality.rows)}
    numeric = {name for name in quality.columns if any(is_number(row[name]) for row in quality.rows)}
    head = [
        html.Th(heading(name), scope="col", className="n" if name in numeric else "")
        for name in quality.columns
    ]
    body = [_row(row, quality, numeric, options, is_old=row["extract"] in old) for row in quality.rows]
    grid = html.Table(
        [html.Caption(caption, className="hidden-text"), html.Thead(html.Tr(head)), html.Tbody(body)],
        className="figures extracts",
    )
    return scrolling(grid, caption)


def _row(
    row: dict[str, Any], quality: Answer, numeric: set[str], options: Options, *, is_old: bool
) -> Component:
    cells: list[Component] = []
    for place, name in enumerate(quality.columns):
        text: Any = cell(name, row[name], quality.parameters, options)
        if name == "as_of" and is_old:
            text = [html.Span(text), status(CARRIED)]
        kind = "n" if name in numeric else "nowrap"
        cells.append(html.Td(text, className=kind) if place else html.Th(text, scope="row", className=kind))
    return html.Tr(cells)
