"""Hvad skal politikerne se? The sets of fact sheets: to show, to hand out, to make one's own of."""

from typing import Any

from dash import Input, Output, html
from dash.development.base_component import Component

from cockpit.access import asking
from cockpit.access.roles import builds_sheets, seen_by
from cockpit.components.sheet_set_cards import set_cards
from cockpit.components.sheet_sets import MEETING, sets_there_are
from cockpit.components.shell import Page, page_head
from cockpit.components.states import waiting_card
from cockpit.pages import temamoede_gem
from cockpit.pages.callbacks import callback
from cockpit.pages.kept_answers import of_the_moment
from cockpit.pages.visit import visit

PAGE = Page(MEETING, "Temamøde", "Udvikling", "Hvad skal politikerne se?", filtered=False)


def layout(_path: str) -> list[Component]:
    """The page's shape while its sheets are filled."""
    waiting = html.Div([waiting_card(380) for _ in range(3)], className="set-cards")
    head = page_head(PAGE.name, PAGE.question)
    return [*temamoede_gem.stores(), head, html.Div(waiting, id="temamoede-cards", className="cards")]


@callback(
    Output("temamoede-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    roles=seen_by(PAGE.path),
)
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    of_the_moment()  # others make sets, which makes no version
    builds = builds_sheets(asking().role)
    return visit(PAGE.path, search, screen, lambda _: set_cards(sets_there_are(), builds=builds))
