"""Bruger vi vores pladser, og hvad køber og sælger vi? Occupancy, places, dealings and self-supply."""

from typing import Any

from dash import Input, Output, html
from dash.development.base_component import Component

from cockpit.access.roles import seen_by
from cockpit.components.breadcrumb import EVERYTHING, breadcrumb
from cockpit.components.place_cards import dealings_card, market_card, occupancy_card, places_card
from cockpit.components.shell import Page, page_head
from cockpit.components.states import guarded, waiting_card
from cockpit.components.view import View
from cockpit.pages.callbacks import callback
from cockpit.pages.visit import visit

PAGE = Page(
    "/pladser",
    "Køb, salg og belægning",
    "Økonomi",
    "Bruger vi vores pladser, og hvad køber og sælger vi?",
)


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    waiting = [waiting_card(330), waiting_card(330), waiting_card(420, "whole"), waiting_card(380, "whole")]
    shape = html.Div(waiting, className="grid halves")
    return [page_head(PAGE.name, PAGE.question), html.Div(shape, id="pladser-cards", className="cards")]


@callback(
    Output("pladser-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    roles=seen_by(PAGE.path),
)
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    return visit(PAGE.path, search, screen, _cards)


def _cards(view: View) -> list[Component]:
    cards = [
        guarded(occupancy_card, view),
        guarded(places_card, view),
        guarded(market_card, view, class_name="whole"),
        guarded(dealings_card, view, class_name="whole"),
    ]
    return [*breadcrumb(view, EVERYTHING), *_unused(view), html.Div(cards, className="grid halves")]


def _unused(view: View) -> list[Component]:
    """Which of the chosen filters change less than the whole page."""
    told = []
    if view.filters.owners:
        told.append("Ejer ændrer kun køb og salg: pladserne er vores egne.")
    if view.filters.role != "paying":
        told.append("Kommune ændrer intet her: vores egne og de solgte pladser er altid med.")
    return [html.P(" ".join(told), className="card-note")] if told else []
