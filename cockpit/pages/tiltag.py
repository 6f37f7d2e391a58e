"""Virker vores tiltag? Initiatives by status and theme, with what each costs and earns a year."""

from typing import Any

from dash import Input, Output, html
from dash.development.base_component import Component

from cockpit.access.roles import seen_by
from cockpit.components.arranged import EACH
from cockpit.components.breadcrumb import way_down
from cockpit.components.initiative_cards import EVERY, gains_answer, gains_card, status_card, statuses
from cockpit.components.page_answer import PageAnswer
from cockpit.components.shell import Page, notices, page_head
from cockpit.components.states import guarded, waiting_card
from cockpit.components.view import View
from cockpit.pages.callbacks import callback
from cockpit.pages.visit import visit

NAME = "Prøvehandlinger og tiltag"
PAGE = Page("/tiltag", NAME, "Udvikling", "Virker vores tiltag?", filtered=False)


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    waiting = html.Div([waiting_card(620, "whole"), waiting_card(300, "whole")], className="grid halves")
    return [page_head(PAGE.name, PAGE.question), html.Div(waiting, id="tiltag-cards", className="cards")]


@callback(
    Output("tiltag-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    roles=seen_by(PAGE.path),
)
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    return visit(PAGE.path, search, screen, _cards)


def _cards(view: View) -> list[Component]:
    cards = [
        guarded(gains_card, view, class_name="whole"),
        guarded(status_card, view, class_name="whole"),
    ]
    choice = statuses()
    status = choice.of(view)
    up = [way_down(NAME, view.href(status=None), choice.names[status])] if status != EVERY else []
    return [*up, *notices(choice.notices(view)), html.Div(cards, className="grid halves")]


def part(view: View, name: str) -> PageAnswer | None:
    """The initiatives shown, for their files."""
    return gains_answer(view) if name == EACH else None
