"""A card with a figure: finding or name, what is counted, the chart, its table, CSV and definition."""

import re
from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.charts.markup import marked_up
from cockpit.components.answers import Answer
from cockpit.components.definition import definition_list
from cockpit.components.markup import also, dates_whole
from cockpit.components.options import Options
from cockpit.components.table import table

GRAPH: Any = {
    "displayModeBar": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "locale": "da",
    "doubleClick": False,
    "showTips": False,
}


def card(
    name: str,
    title: str,
    subtitle: str,
    body: Sequence[Component],
    *,
    answer: Answer | None = None,
    options: Options | None = None,
    side: Component | None = None,
    chart: bool = True,
    panel: bool = True,
    picture: bool = False,
    class_name: str = "",
) -> Component:
    """One card; `name` is unique on the page. With an answer it gets the foot that every figure has.

    `chart` says that the body is a chart, so that the table is offered beside it;
    `panel` that the definition opens from the foot, where it does not stand on the page already; `picture`
    that it is a drawing whose numbers have cards of their own.
    """
    head = [html.H2(title, id=f"{name}-title"), *([side] if side else [])]
    parts: list[Component] = [
        html.Div(head, className="card-head"),
        html.P(dates_whole(subtitle), className="card-sub"),
        html.Div(list(body), className="card-body"),
    ]
    if answer and options:
        parts += _foot(name, subtitle, answer, options, chart, panel)
    elif picture:
        parts.append(html.Div(takes("picture", "PNG"), className="card-foot"))
    return html.Section(parts, className=f"card {class_name}", **also(aria_labelledby=f"{name}-title"))


def graph(figure: dict[str, Any], summary: str) -> Component:
    """A chart with its sentence for those who do not see it."""
    # A unit such as `mio. kr.` ends the sentence that it stands last in.
    summary = re.sub(r"\b(kr|pct|mdr)\.\.", r"\1.", summary)
    chart = dcc.Graph(
        figure=marked_up(figure),
        config=GRAPH,
        responsive=True,
        style={"height": f"{figure['layout']['height']}px"},
    )
    return html.Figure(
        [
            html.Div(chart, role="img", **also(aria_label=f"Diagram. {summary}")),
            html.Figcaption(summary, className="hidden-text"),
        ],
        style={"margin": 0},
    )


def _foot(
    name: str, subtitle: str, answer: Answer, options: Options, chart: bool, panel: bool
) -> list[Component]:
    shows = [_opens(f"{name}-table", "table", "Vis som tabel")] if chart else []
    files = [_file(answer, "csv", "CSV"), _file(answer, "xlsx", "Excel")]
    taken = [takes("copy", "Kopiér"), *files, takes("picture", "PNG")]
    defines = _opens(f"{name}-definition", "definition", "Hvad tæller vi?")
    last = [html.Span(defines, className="last")] if panel else []
    parts: list[Component] = [html.Div([*shows, *taken, *last], className="card-foot")]
    if chart:
        rows = [table(answer, options, subtitle), takes("table", "Tabellen som PNG")]
        parts.append(html.Div(rows, id=f"{name}-table", className="part", hidden=True))
    return [*parts, _panel(name, answer)] if panel else parts


def _file(answer: Answer, kind: str, name: str) -> Component:
    title = f"Hent {answer.definition.title} som {name}"
    return html.A(name, href=answer.file(kind), download="", **also(aria_label=title))


def takes(what: str, text: str) -> Component:
    """The table to the clipboard, or the chart or the table as a picture (assets/take.js)."""
    return html.Button(text, type="button", className="link-button", **also(data_takes=what))


def _opens(part: str, kind: str, text: str) -> Component:
    return html.Button(
        text,
        type="button",
        className="link-button",
        **also(aria_controls=part, aria_expanded="false", data_opens=kind),
    )


def _panel(name: str, answer: Answer) -> Component:
    """The definition, opened beside the chart by the card's button (assets/view.js)."""
    close = html.Button(
        "Luk", type="button", className="link-button", **also(data_closes=f"{name}-definition")
    )
    title = html.H2(
        [html.Span("Hvad tæller vi? "), html.Span(answer.definition.title, className="panel-name")]
    )
    return html.Div(
        [html.Div([title, close], className="panel-head"), definition_list(answer.definition, answer.as_of)],
        id=f"{name}-definition",
        className="panel",
        hidden=True,
        tabIndex=-1,
        role="dialog",
        **also(aria_label=f"Hvad tæller vi? {answer.definition.title}"),
    )
