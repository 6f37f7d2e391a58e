"""The managers' table as HTML: rows down, years across, the change and the total at the end."""

from collections.abc import Mapping
from datetime import date

from dash import html
from dash.development.base_component import Component

from cockpit.components.markup import link
from cockpit.components.thin_bar import row_name, scrolling
from cockpit.components.year_table import Line, YearTable, is_whole
from cockpit.wording import number, signed


def year_grid(
    table: YearTable,
    as_of: date,
    caption: str,
    *,
    row_links: Mapping[str, str] | None = None,
    year_links: Mapping[int, str] | None = None,
) -> Component:
    """Links lead one level down: from a row's name, from a year."""
    heads: list[Component] = [html.Th(table.head, scope="col")]
    heads += [_year(year, as_of, (year_links or {}).get(year)) for year in table.years]
    if table.compared:
        first, last = table.compared
        short = html.Span(f"{first}–{last}", className="under-head")
        heads.append(html.Th(["Ændring", short], scope="col", className="n change"))
    rows = [_row(line, table, (row_links or {}).get(line.key or "")) for line in table.lines]
    if table.total:
        rows.append(_row(table.total, table, None, "total"))
    grid = html.Table(
        [html.Caption(caption, className="hidden-text"), html.Thead(html.Tr(heads)), html.Tbody(rows)],
        className="figures by-year",
    )
    return scrolling(grid, caption)


def _year(year: int, as_of: date, href: str | None) -> Component:
    words: list[Component | str] = [link(str(year), href, "down") if href else str(year)]
    if not is_whole(year, as_of):
        words.append(html.Span(f"til {as_of:%d-%m}", className="under-head"))
    return html.Th(words, scope="col", className="n")


def _row(line: Line, table: YearTable, href: str | None, class_name: str = "") -> Component:
    cells = [row_name(line.name, href), *(html.Td(number(value), className="n") for value in line.values)]
    if table.compared:
        cells.append(html.Td(signed(line.change), className="n change"))
    return html.Tr(cells, className=class_name)
