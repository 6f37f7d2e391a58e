"""Where the money goes: one row for each section or provider, the dearest on top."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.components.cost_tables import CostLine
from cockpit.components.thin_bar import bar_cell, row_name, scrolling
from cockpit.wording import number

MOST_LINES = 12
MILLION, THOUSAND = 1e6, 1e3
HEADS = (
    ("Udgift", "mio. kr."),
    ("Heraf tillæg", "mio. kr."),
    ("Borgere", ""),
    ("Helårspersoner", ""),
    ("Pris pr. helårsperson", "t.kr."),
)


def cost_table(head: str, lines: Sequence[CostLine], hrefs: Mapping[str, str], caption: str) -> Component:
    """`hrefs` maps a line's key to the page one level down."""
    heads = [html.Th(head, scope="col"), html.Td(className="bar-cell")]
    heads += [html.Th([name, _unit(unit)], scope="col", className="n") for name, unit in HEADS]
    rows = [_row(line, hrefs.get(line.key)) for line in lines[:MOST_LINES]]
    grid = html.Table(
        [html.Caption(caption, className="hidden-text"), html.Thead(html.Tr(heads)), html.Tbody(rows)],
        className="figures costs",
    )
    return html.Div([scrolling(grid, caption), *_rest(lines)])


def _unit(unit: str) -> Component | None:
    return html.Span(unit, className="under-head") if unit else None


def _row(line: CostLine, href: str | None) -> Component:
    unit_cost = None if line.unit_cost is None else line.unit_cost / THOUSAND
    texts = (
        number(line.total / MILLION, 1),
        number(line.supplement / MILLION, 1),
        number(line.citizens),
        number(line.full_year_persons, 1),
        number(unit_cost),
    )
    cells = [html.Td(text, className="n") for text in texts]
    sentence = [html.Span(line.sentence, className="sentence")] if line.sentence else []
    return html.Tr([row_name(line.name, href, *sentence), bar_cell(line.share), *cells])


def _rest(lines: Sequence[CostLine]) -> list[Component]:
    if len(lines) <= MOST_LINES:
        return []
    text = f"De {number(MOST_LINES)} dyreste af {number(len(lines))} vises. Hent dem alle som CSV."
    return [html.P(text, className="card-sub")]
