"""The dearest providers: name and owner, cost as number and bar, citizens."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from cockpit.components.answers import Answer
from cockpit.components.labels import value_name
from cockpit.components.options import Options
from cockpit.components.thin_bar import bar_cell, row_name, scrolling
from cockpit.wording import number

MILLION = 1e6
HEADS = (("Udgift", "mio. kr."), ("Borgere", ""))


def provider_table(answer: Answer, hrefs: Mapping[str, str], options: Options, caption: str) -> Component:
    """The rows of cost by provider in their order; each name leads to the figure of that provider."""
    most = max((float(row["total_cost"]) for row in answer.rows), default=0)
    heads = [html.Th("Tilbud", scope="col"), html.Th("Ejer", scope="col"), html.Td(className="bar-cell")]
    heads += [
        html.Th([name, html.Span(unit, className="under-head")], scope="col", className="n")
        for name, unit in HEADS
    ]
    rows = []
    for row in answer.rows:
        cost, owner = float(row["total_cost"]), value_name("owner", row["owner"], options)
        name = value_name("provider", row["by_value"], options)
        rows.append(
            html.Tr(
                [
                    row_name(name, hrefs[row["by_value"]]),
                    html.Td(owner, className="owner"),
                    bar_cell(max(cost / most, 0) if most > 0 else 0),
                    html.Td(number(cost / MILLION, 1), className="n"),
                    html.Td(number(row["citizens"]), className="n"),
                ]
            )
        )
    grid = html.Table(
        [html.Caption(caption, className="hidden-text"), html.Thead(html.Tr(heads)), html.Tbody(rows)],
        className="figures costs providers",
    )
    return scrolling(grid, caption)
