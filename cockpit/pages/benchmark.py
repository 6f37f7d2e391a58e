"""Hvordan ligger vi i forhold til dem, vi ligner? Bars by municipality, and our place in every figure."""

from typing import Any

from dash import Input, Output, html
from dash.development.base_component import Component

from cockpit.access.roles import seen_by
from cockpit.components.benchmark_cards import all_card, compared_card, figures_of, years_of
from cockpit.components.breadcrumb import way_down
from cockpit.components.shell import Page, notices, page_head
from cockpit.components.states import guarded, waiting_card
from cockpit.components.view import View
from cockpit.pages.callbacks import callback
from cockpit.pages.visit import visit

QUESTION = "Hvordan ligger vi i forhold til dem, vi ligner?"
PAGE = Page("/benchmark", "Benchmark", "Udvikling", QUESTION, filtered=False)


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    waiting = html.Div([waiting_card(400, "whole"), waiting_card(180, "whole")], className="grid halves")
    return [page_head(PAGE.name, PAGE.question), html.Div(waiting, id="benchmark-cards", className="cards")]


@callback(
    Output("benchmark-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    roles=seen_by(PAGE.path),
)
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    return visit(PAGE.path, search, screen, _cards)


def _cards(view: View) -> list[Component]:
    figures = figures_of(view)
    figure = figures.of(view) if figures.names else ""
    years = years_of(view, figure)
    chosen = year = str(view.options.as_of.year)
    choices: list[Component] = []
    wrong: list[str] = []
    if figures.names:
        chosen, wrong = years.of(view), [*figures.notices(view), *years.notices(view)]
        choices = [figures.unfolding(view), years.unfolding(view)]
    cards = [
        guarded(compared_card, view, figure, chosen or year, class_name="whole"),
        guarded(all_card, view, figure, chosen or year, class_name="whole"),
    ]
    up: list[Component] = []
    if figure and figures.key in view.query:
        up = [way_down(PAGE.name, view.href(tal=None, aar=None), figures.names[figure])]
    return [
        *up,
        *notices(wrong),
        html.Div(choices, className="figure-controls"),
        html.Div(cards, className="grid halves"),
    ]
