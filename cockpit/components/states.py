"""What stands where figures would: while they load, when there are none, when something went wrong."""

import logging
from collections.abc import Callable
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.lacking import lacking
from cockpit.components.markup import also
from cockpit.keyfigures import NotDeliveredError
from cockpit.wording import PlainError

log = logging.getLogger(__name__)

WENT_WRONG = "Noget gik galt, og tallene kan ikke vises. Prøv igen, eller sig det til datakonsulenten."


def bone(width: str, height: int, **style: str) -> Component:
    return html.Div(className="bone", style={"width": width, "height": height, **style})


def waiting_card(height: int, class_name: str = "") -> Component:
    """A card's shape while its figures are on their way."""
    parts = [bone("46%", 20), bone("70%", 13, marginTop="9px"), bone("100%", height, marginTop="16px")]
    return html.Div(parts, className=f"card {class_name}", **also(aria_hidden="true"))


def waiting_tile() -> Component:
    parts = [
        bone("62%", 15),
        bone("44%", 31, marginTop="9px"),
        bone("78%", 13, marginTop="9px"),
        bone("100%", 38, marginTop="12px"),
    ]
    return html.Div(parts, className="tile", **also(aria_hidden="true"))


def empty(why: str, what_to_do: str) -> Component:
    return html.Div([html.B(why), what_to_do], className="empty")


def failed(message: str) -> Component:
    return html.Div([html.B("Tallene kan ikke vises"), message], className="failed", role="alert")


def message_of(error: Exception) -> str:
    """The plain sentence of a PlainError; of anything else only that it happened, where is logged."""
    if isinstance(error, PlainError):
        return str(error)
    log.error("answer failed", exc_info=error)
    return WENT_WRONG


def guarded(build: Callable[..., Component], *given: Any, class_name: str = "") -> Component:
    """The built component, or a card with the sentence that says why it could not be.

    Of what was never delivered only its place, for the page says that once.
    """
    try:
        return build(*given)
    except NotDeliveredError as problem:
        return lacking(problem)
    except Exception as error:
        return html.Div(failed(message_of(error)), className=f"card {class_name}")
