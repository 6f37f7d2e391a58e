"""One visit to a page: the address is read, the cards are built, and what goes wrong is said plainly."""

from collections.abc import Callable, Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.lacking import gathered, lacking
from cockpit.components.ready import ready
from cockpit.components.shell import notices
from cockpit.components.states import failed, message_of
from cockpit.components.view import View, view_of
from cockpit.keyfigures import NotDeliveredError

Cards = Callable[[View], list[Component]]


def visit(path: str, search: str | None, screen: Mapping[str, Any] | None, cards: Cards) -> list[Component]:
    """The page's cards with a notice for each value of the address that could not be used."""
    return visit_again(path, search, screen, lambda view: [*notices(view.notices), *gathered(cards(view))])


def visit_again(
    path: str, search: str | None, screen: Mapping[str, Any] | None, cards: Cards
) -> list[Component]:
    """Cards that come after the others of the same visit: what the address says has been told of."""
    try:
        return list(ready(cards(view_of(path, search, screen))))
    except NotDeliveredError as problem:
        return gathered([lacking(problem)])
    except Exception as error:
        return [html.Div(failed(message_of(error)), className="card")]
