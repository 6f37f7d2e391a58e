"""A table of the most pressing: one row for each, its numbers with thin bars beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from cockpit.components.thin_bar import bar_cell, row_name, scrolling


@dataclass(frozen=True)
class Head:
    """A column's heading, its unit below it; `barred` where a bar follows the number."""

    name: str
    unit: str = ""
    barred: bool = False


@dataclass(frozen=True)
class Cell:
    """A number as it is written, and its share of the longest bar of its column."""

    text: str
    share: float | None = None
    strong: bool = False


@dataclass(frozen=True)
class Row:
    """`sentence` stands below the name; `href` leads one level down."""

    name: str
    sentence: str
    cells: tuple[Cell, ...]
    href: str | None = None


def barred_table(head: str, heads: Sequence[Head], rows: Sequence[Row], caption: str) -> Component:
    """One cell of each row for each of `heads`."""
    titles: list[Component] = [html.Th(head, scope="col")]
    for one in heads:
        unit = html.Span(one.unit, className="under-head") if one.unit else None
        titles.append(html.Th([one.name, unit], scope="col", className="n"))
        titles += [html.Td(className="bar-cell")] if one.barred else []
    grid = html.Table(
        [
            html.Caption(caption, className="hidden-text"),
            html.Thead(html.Tr(titles)),
            html.Tbody([_row(row, heads) for row in rows]),
        ],
        className="figures barred",
    )
    return scrolling(grid, caption)


def _row(row: Row, heads: Sequence[Head]) -> Component:
    sentence = [html.Span(row.sentence, className="sentence")] if row.sentence else []
    cells: list[Component] = [row_name(row.name, row.href, *sentence)]
    for cell, head in zip(row.cells, heads, strict=True):
        cells.append(html.Td(cell.text, className="n"))
        cells += [bar_cell(cell.share, strong=cell.strong)] if head.barred else []
    return html.Tr(cells)


def share_of(value: float | None, most: float) -> float | None:
    """How long a bar is; none where there is nothing to draw."""
    return float(value) / float(most) if value and most and value > 0 else None
