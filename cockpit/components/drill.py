"""One level down from a mark in a chart: by the pointer on the mark, by the keyboard from a list of links."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import Input, State, clientside_callback, html
from dash.dependencies import ALL
from dash.development.base_component import Component

from cockpit.charts.marked import lies_down
from cockpit.components.card import graph
from cockpit.components.markup import link
from cockpit.components.view import View

CHART = "chart-that-goes"
BY_KEYBOARD = "Gå et niveau ned i diagrammet"
Hrefs = Sequence[Sequence[str]]


def going_graph(
    name: str, figure: dict[str, Any], summary: str, hrefs: Hrefs, names: Mapping[str, str], view: View
) -> Component:
    """A chart whose marks are links: `hrefs` has for each trace the address of each of its points.

    A mark with no level below has an empty address, or that of the view itself. `names` maps each address to
    what it is called. Where no mark leads anywhere it is a chart as any other.
    """
    here = view.href()
    ways = [["" if href == here else href for href in of_trace] for of_trace in hrefs]
    down = list(dict.fromkeys(href for of_trace in ways for href in of_trace if href))
    shown: Any = graph(figure, summary)
    if not down:
        return shown  # type: ignore[no-any-return]
    shown.className = "goes"
    chart = shown.children[0].children
    # Addresses are no text, so they come in when the texts are marked up.
    chart.figure["layout"]["meta"] = {"hrefs": ways}
    chart.id = {"type": CHART, "name": name}
    shown.children = [*shown.children, _links(down, names)]
    return shown  # type: ignore[no-any-return]


def along(figure: dict[str, Any], hrefs: Sequence[str]) -> Hrefs:
    """For a chart with its periods or values at 0, 1, 2, … of an axis, one address for each of those places.

    What stands between them, such as the mark of an initiative, leads nowhere.
    """
    axis = "y" if lies_down(figure) else "x"
    return [[_at(place, hrefs) for place in trace[axis]] for trace in figure["data"]]


def _at(place: Any, hrefs: Sequence[str]) -> str:
    return hrefs[place] if isinstance(place, int) and 0 <= place < len(hrefs) else ""


def by_line(figure: dict[str, Any], hrefs: Sequence[str]) -> Hrefs:
    """For a chart of lines, one address for each line, with as many traces as its strokes and marks take."""
    each = len(figure["data"]) // len(hrefs)
    return [[hrefs[place // each]] * len(trace["x"]) for place, trace in enumerate(figure["data"])]


def _links(hrefs: Sequence[str], names: Mapping[str, str]) -> Component:
    """Out of sight until the keyboard comes to it; one stop, however many marks there are."""
    items = [html.Li(link(names[href], href)) for href in hrefs]
    return html.Details([html.Summary(BY_KEYBOARD), html.Ul(items)], className="steps-down")


clientside_callback(
    "dash_clientside.drill.go",
    Input({"type": CHART, "name": ALL}, "clickData"),
    State({"type": CHART, "name": ALL}, "figure"),
    prevent_initial_call=True,
)
