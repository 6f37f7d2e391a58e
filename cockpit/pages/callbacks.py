"""A callback that says which roles it answers; what it would show nobody else is shown."""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import dash
from dash._callback import GLOBAL_CALLBACK_MAP
from flask import abort, has_request_context

from cockpit.access import asking
from cockpit.wording import PlainError, listed

Given = ParamSpec("Given")
Shown = TypeVar("Shown")
Function = Callable[Given, Shown]


def callback(
    *places: Any, roles: Sequence[str], **more: Any
) -> Callable[[Function[Given, Shown]], Function[Given, Shown]]:
    """As Dash's own, with 403 for who has none of `roles`."""

    def declared(function: Function[Given, Shown]) -> Function[Given, Shown]:
        @wraps(function)
        def answered(*given: Given.args, **named: Given.kwargs) -> Shown:
            if has_request_context() and asking().role not in roles:
                abort(403)
            return function(*given, **named)

        answered.__dict__["roles"] = tuple(roles)
        dash.callback(*places, **more)(answered)
        return answered

    return declared


def check_callbacks() -> None:
    """PlainError names the callbacks that would answer whoever asks."""
    if open_to_all := undeclared(GLOBAL_CALLBACK_MAP.items()):
        raise PlainError(
            f"Ingen roller er angivet for {listed(open_to_all)}. Brug callback fra cockpit.pages.callbacks."
        )


def undeclared(callbacks: Iterable[tuple[str, Any]]) -> list[str]:
    """Those that the server answers, for the browser's own have no function here."""
    return [
        name for name, one in callbacks if "callback" in one and not getattr(one["callback"], "roles", ())
    ]
