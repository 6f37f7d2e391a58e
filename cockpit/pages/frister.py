"""Overholder vi fristerne? The share kept by kind and quarter, what is overdue, and how long people wait."""

from typing import Any

from dash import Input, Output, html
from dash.development.base_component import Component

from cockpit.access.roles import seen_by
from cockpit.components.breadcrumb import EVERYTHING, breadcrumb, trail
from cockpit.components.deadline_cards import (
    ALL_KINDS,
    DAYS,
    EVERY,
    LISTED,
    LISTS,
    kept_card,
    kinds,
    risk_card,
    waits_card,
)
from cockpit.components.deadline_list import list_answer, list_card, unknown_team, way_up
from cockpit.components.narrowing import narrowing_note
from cockpit.components.page_answer import PageAnswer
from cockpit.components.shell import Page, notices, page_head
from cockpit.components.states import guarded, waiting_card
from cockpit.components.view import View
from cockpit.pages.callbacks import callback
from cockpit.pages.visit import visit

NOT_THE_LIST = "ændrer ikke listen: en frist hører til en slags og et team."
ONLY_WAITING = "ændrer kun ventetiden: en frist hører til en slags og et team."
PAGE = Page("/frister", "Sagsbehandlingsfrister", "Myndighed", "Overholder vi fristerne?")


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    shapes = [waiting_card(340), waiting_card(340), waiting_card(420, "whole")]
    waiting = html.Div(shapes, className="grid wide-left")
    return [page_head(PAGE.name, PAGE.question), html.Div(waiting, id="frister-cards", className="cards")]


@callback(
    Output("frister-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    roles=seen_by(PAGE.path),
)
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    return visit(PAGE.path, search, screen, _cards)


def part(view: View, name: str) -> PageAnswer | None:
    """The list's rows, for its files."""
    return list_answer(view) if name == LISTED else None


def _cards(view: View) -> list[Component]:
    wrong = [*kinds(view).notices(view), *DAYS.notices(view), *LISTS.notices(view)]
    if LISTS.of(view) == LISTED:
        told = notices([*wrong, *unknown_team(view)])
        narrowing = narrowing_note(view.filters, NOT_THE_LIST)
        return [way_up(view, PAGE.name), *told, *narrowing, guarded(list_card, view, class_name="whole")]
    cards = [
        guarded(kept_card, view),
        guarded(risk_card, view),
        guarded(waits_card, view, class_name="whole"),
    ]
    up = [*breadcrumb(view, EVERYTHING), *_kind_trail(view)]
    told = [*up, *notices(wrong), *narrowing_note(view.filters, ONLY_WAITING)]
    return [*told, html.Div(cards, className="grid wide-left")]


def _kind_trail(view: View) -> list[Component]:
    choice = kinds(view)
    if (kind := choice.of(view)) == EVERY:
        return []
    return [trail([(ALL_KINDS, view.href(frist=None))], choice.names[kind], "Niveau, slags frist")]
