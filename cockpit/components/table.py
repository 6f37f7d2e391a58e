"""Plain semantic tables: numbers right-aligned with tabular figures, scrolling inside themselves."""

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.answers import Answer
from cockpit.components.cells import cell, is_number, kind_of
from cockpit.components.markup import also, link
from cockpit.components.options import Options
from cockpit.wording import number

MOST_ROWS = 400
Down = tuple[str, Mapping[Any, str]]
NOWHERE: Down = ("", {})
# Told elsewhere on the card, or the same in every row.
LEFT_OUT = ("period_end",)
TEXTS = ("year",)
ON_ONE_LINE = (
    *("period_start", "month", "starts_from", "starts_to", "interval", "year", "complete"),
    *("service_id", "ends_on", "last_seen"),
    *("case_id", "deadline_id", "since", "next_due", "due_on"),
)


def table(
    answer: Answer, options: Options, caption: str, *, most: int = MOST_ROWS, down: Down = NOWHERE
) -> Component:
    """Every row of the answer, up to a limit that is told below the table.

    `down` names a column and maps its values to the address one level down.
    """
    columns = [column for column in answer.columns if column not in LEFT_OUT]
    numeric = {column for column in columns if _is_numeric(column, answer)}
    head = html.Tr(
        [html.Th(answer.heading(one), scope="col", className=_class(one, numeric)) for one in columns]
    )
    body = [_row(row, columns, numeric, answer, options, down) for row in answer.rows[:most]]
    grid = html.Table(
        [html.Caption(caption, className="hidden-text"), html.Thead(head), html.Tbody(body)],
        className="figures",
    )
    # A box that scrolls must be reachable by the keyboard, and then has a name.
    box = html.Div(grid, className="table-scroll", tabIndex=0, role="region", **also(aria_label=caption))
    return html.Div([box, *_rest(answer, most)])


def _row(
    row: dict[str, Any],
    columns: list[str],
    numeric: set[str],
    answer: Answer,
    options: Options,
    down: Down,
) -> Component:
    linked, hrefs = down
    cells: list[Component] = []
    for column in columns:
        text: Any = cell(kind_of(column, row), row[column], answer.parameters, options)
        if column == linked and (href := hrefs.get(row[column])):
            text = link(text, href, "down")
        kind = _class(column, numeric)
        first = column == columns[0]
        cells.append(html.Th(text, scope="row", className=kind) if first else html.Td(text, className=kind))
    return html.Tr(cells)


def _is_numeric(column: str, answer: Answer) -> bool:
    if column in TEXTS or column == "by_value":
        return False
    values = [row[column] for row in answer.rows[:MOST_ROWS] if row[column] is not None]
    return bool(values) and all(is_number(value) for value in values)


def _class(column: str, numeric: set[str]) -> str:
    if column in numeric:
        return "n"
    return "nowrap" if column in ON_ONE_LINE else ""


def _rest(answer: Answer, most: int) -> list[Component]:
    if len(answer.rows) <= most:
        return []
    text = f"De første {number(most)} af {number(len(answer.rows))} rækker vises. Hent dem alle som CSV."
    return [html.P(text, className="card-sub")]
