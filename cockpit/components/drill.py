"""One level down from a mark in a chart: the same addresses as the links of the table beside it."""

from collections.abc import Sequence
from typing import Any

from dash import Input, State, clientside_callback
from dash.dependencies import ALL
from dash.development.base_component import Component

from cockpit.components.card import graph

CHART = "chart-that-goes"


def going_graph(name: str, figure: dict[str, Any], summary: str, hrefs: Sequence[Sequence[str]]) -> Component:
    """A chart whose marks are links: `hrefs` has for each trace the address of each of its points.

    The pointer's way only; a page gives the keyboard the same addresses as plain links.
    """
    figure["layout"]["meta"] = {"hrefs": [list(of_trace) for of_trace in hrefs]}
    shown: Any = graph(figure, summary)
    shown.className = "goes"
    shown.children[0].children.id = {"type": CHART, "name": name}
    return shown  # type: ignore[no-any-return]


clientside_callback(
    "dash_clientside.drill.go",
    Input({"type": CHART, "name": ALL}, "clickData"),
    State({"type": CHART, "name": ALL}, "figure"),
    prevent_initial_call=True,
)
