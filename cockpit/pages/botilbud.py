"""Hvor mange borgere er i botilbud? Every meaning of the question, then ages, sections and owners."""

from dataclasses import replace
from typing import Any

from dash import Input, Output, html
from dash.development.base_component import Component

from cockpit.access.roles import seen_by
from cockpit.components.breadcrumb import breadcrumb
from cockpit.components.persons_card import persons_card
from cockpit.components.residential import left_out, residential_only
from cockpit.components.residential_cards import ages_card, meanings_card, owners_card, sections_card
from cockpit.components.shell import Page, notices, page_head
from cockpit.components.states import guarded, waiting_card
from cockpit.components.view import View
from cockpit.pages.callbacks import callback
from cockpit.pages.visit import visit
from cockpit.wording import listed

PAGE = Page("/botilbud", "Botilbud", "Borgere", "Hvor mange borgere er i botilbud?")
GRID = "grid wide-left meanings-left"


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    right = html.Div([waiting_card(330), waiting_card(250), waiting_card(200)], className="stack")
    waiting = html.Div([waiting_card(900), right], className=GRID)
    return [page_head(PAGE.name, PAGE.question), html.Div(waiting, id="botilbud-cards", className="cards")]


@callback(
    Output("botilbud-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    roles=seen_by(PAGE.path),
)
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    return visit(PAGE.path, search, screen, _cards)


def _cards(view: View) -> list[Component]:
    scoped = replace(view, filters=residential_only(view.filters, view.options))
    beside = left_out(view.filters, view.options)
    told = [f"Siden viser kun botilbud: {listed(beside)} er ikke med."] if beside else []
    right = [guarded(ages_card, scoped), guarded(sections_card, scoped), guarded(owners_card, scoped)]
    below = guarded(persons_card, scoped, class_name="whole")
    cards = [guarded(meanings_card, view), html.Div(right, className="stack"), below]
    return [*breadcrumb(scoped), *notices(told), html.Div(cards, className=GRID)]
