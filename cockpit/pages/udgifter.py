"""Hvad koster det, og hvorfor ændrer det sig? Intervals and price by year, and where the money goes."""

from typing import Any

from dash import Input, Output, html
from dash.development.base_component import Component

from cockpit.access.roles import seen_by
from cockpit.components.breadcrumb import breadcrumb
from cockpit.components.bridge_card import bridge_card
from cockpit.components.bridge_choice import span_of
from cockpit.components.cost_cards import (
    bars_card,
    intervals_card,
    price_card,
    total_card,
    where_card,
)
from cockpit.components.cost_shares import providers_card, supplements_card
from cockpit.components.shell import Page, notices, page_head
from cockpit.components.states import guarded, waiting_card
from cockpit.components.view import View
from cockpit.pages.callbacks import callback
from cockpit.pages.visit import visit
from cockpit.wording import safe_quote

PAGE = Page("/udgifter", "Udgifter", "Økonomi", "Hvad koster det, og hvorfor ændrer det sig?")
MEASURE_KEY = "opgjort"
MEASURES = {"helaar": "annualised", "aaret": "in_year"}
USUAL = "helaar"


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    pair = [waiting_card(290), waiting_card(290)]
    below = [waiting_card(220, "whole"), *pair]
    shape = html.Div([*pair, waiting_card(290, "whole"), *pair, *below], className="grid halves")
    return [page_head(PAGE.name, PAGE.question), html.Div(shape, id="udgifter-cards", className="cards")]


@callback(
    Output("udgifter-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    roles=seen_by(PAGE.path),
)
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    return visit(PAGE.path, search, screen, _cards)


def _cards(view: View) -> list[Component]:
    scoped = view.with_default_group()
    chosen = view.query.get(MEASURE_KEY, USUAL)
    told = [] if chosen in MEASURES else [f"{safe_quote(chosen)} er ikke en opgørelse. Helår vises i stedet."]
    chosen = chosen if chosen in MEASURES else USUAL
    measures = {
        measure: view.href(**{MEASURE_KEY: None if name == USUAL else name})
        for name, measure in MEASURES.items()
    }
    span = span_of(scoped)
    told += span.notices
    # Of one section the money is told by provider already.
    by_provider = len(scoped.filters.sections) == 1
    last = "whole" if by_provider else ""
    cards = [
        guarded(intervals_card, scoped, MEASURES[chosen], measures),
        guarded(bars_card, scoped, MEASURES[chosen], class_name="phone-first"),
        guarded(bridge_card, scoped, span, class_name="whole"),
        guarded(total_card, scoped),
        guarded(price_card, scoped),
        guarded(where_card, scoped, class_name="whole"),
        guarded(supplements_card, scoped, last, class_name=last),
        *([] if by_provider else [guarded(providers_card, scoped)]),
    ]
    return [*breadcrumb(scoped), *notices(told), html.Div(cards, className="grid halves")]
