"""Hvad er på vej? Young people who turn 18, grants that run out, reviews done and reviews due."""

from typing import Any

from dash import Input, Output, html
from dash.development.base_component import Component

from cockpit.access.roles import seen_by
from cockpit.components.breadcrumb import EVERYTHING, breadcrumb
from cockpit.components.coming_cards import (
    DAYS,
    EXPIRING,
    MONTHS,
    UNSEEN,
    expiring_card,
    review_due_card,
    reviews_card,
    turning_card,
)
from cockpit.components.coming_lists import (
    LISTS,
    TOGETHER,
    due_list_card,
    expiring_list_card,
    way_up,
)
from cockpit.components.shell import Page, notices, page_head
from cockpit.components.states import guarded, waiting_card
from cockpit.components.view import View
from cockpit.pages.callbacks import callback
from cockpit.pages.visit import visit
from cockpit.wording import date_text

PAGE = Page("/paa-vej", "På vej", "Borgere", "Hvad er på vej?")
GRID = "grid wide-left"


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    left = html.Div([waiting_card(280), waiting_card(110)], className="stack")
    waiting = html.Div([left, waiting_card(440), waiting_card(420, "whole")], className=GRID)
    return [page_head(PAGE.name, PAGE.question), html.Div(waiting, id="paa-vej-cards", className="cards")]


@callback(
    Output("paa-vej-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    roles=seen_by(PAGE.path),
)
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    return visit(PAGE.path, search, screen, _cards)


def _cards(view: View) -> list[Component]:
    wrong = [text for choice in (MONTHS, DAYS, UNSEEN) for text in choice.notices(view)]
    wrong += LISTS.notices(view)
    if (which := LISTS.of(view)) != TOGETHER:
        build = expiring_list_card if which == EXPIRING else due_list_card
        return [way_up(view, PAGE.name), *notices(wrong), guarded(build, view, class_name="whole")]
    left = html.Div([guarded(turning_card, view), guarded(reviews_card, view)], className="stack")
    cards = [left, guarded(expiring_card, view), guarded(review_due_card, view, class_name="whole")]
    told = [*breadcrumb(view, EVERYTHING), *notices(wrong), *_unused(view)]
    return [*told, html.Div(cards, className=GRID)]


def _unused(view: View) -> list[Component]:
    """A period that is chosen lies behind; the rest of the page looks ahead."""
    if not view.filters.period_set:
        return []
    day = date_text(view.options.as_of)
    text = f"Periode ændrer kun de gennemgåede indsatser: resten er regnet fra {day}."
    return [html.P(text, className="card-note")]
