"""Hvad skal politikerne se? One set of fact sheets: its sheets in order, to be written and moved about."""

from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component

from cockpit.access import asking
from cockpit.access.roles import builds_sheets, seen_by
from cockpit.components.markup import also
from cockpit.components.ready import ready
from cockpit.components.sheet_list import breadcrumb, sheet_list
from cockpit.components.sheet_sets import MEETING, set_called, set_id_of
from cockpit.components.shell import page_head
from cockpit.components.states import failed, message_of, waiting_card
from cockpit.pages import temamoede, temamoede_gem
from cockpit.pages.callbacks import callback
from cockpit.pages.kept_answers import of_the_moment
from cockpit.wording import PlainError

QUESTION = temamoede.PAGE.question


def layout(path: str) -> list[Component]:
    """The page's shape while its sheets are filled."""
    waiting = [waiting_card(220), waiting_card(220), waiting_card(220)]
    return [
        *temamoede_gem.stores(),
        dcc.Store(id="sheets-set", data=set_id_of(path)),
        html.Div(_head(set_id_of(path)), id="sheets-head"),
        html.Div(id="sheets-rescued", className="cards stack"),
        html.Div(waiting, id="sheets-cards", className="cards stack"),
    ]


@callback(
    Output("sheets-cards", "children"),
    Output("sheets-head", "children"),
    Input("sheets-set", "data"),
    Input("sheets-done", "data"),
    State("url", "pathname"),
    roles=seen_by(MEETING),
)
def show(set_id: str, _done: dict[str, str] | None, _path: str) -> tuple[list[Component], list[Component]]:
    of_the_moment()  # others change sets, which makes no version
    try:
        found = set_called(str(set_id))
        cards = ready(sheet_list(found, builds=builds_sheets(asking().role)))
    except Exception as error:
        cards = [html.Div(failed(message_of(error)), className="card", **also(data_of=str(set_id)))]
    return cards, _head(str(set_id))


def _head(set_id: str) -> list[Component]:
    try:
        name = set_called(set_id).name
    except PlainError:
        name = temamoede.PAGE.name
    return list(ready([page_head(name, QUESTION, breadcrumb())]))
