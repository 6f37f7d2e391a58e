"""Making and changing fact sheets: the part of both pages that asks for it."""

from typing import Any

from dash import Input, Output, State, clientside_callback, dcc, no_update
from dash.development.base_component import Component

from cockpit.access.roles import EXACT
from cockpit.pages.callbacks import callback
from cockpit.pages.kept_answers import of_the_moment
from cockpit.pages.sheet_deeds import DEEDS, done
from cockpit.wording import PlainError

GONE_ASTRAY = "Det kan cockpittet ikke. Indlæs siden igen."


def stores() -> list[Component]:
    """What is asked for, what has been done, and what could not be."""
    return [dcc.Store(id="sheets-asked"), dcc.Store(id="sheets-done"), dcc.Store(id="sheets-wrong")]


@callback(
    Output("sheets-done", "data"),
    Output("sheets-wrong", "data"),
    Output("url", "pathname", allow_duplicate=True),
    Input("sheets-asked", "data"),
    prevent_initial_call=True,
    roles=EXACT,
)
def change(asked: dict[str, Any] | None) -> tuple[Any, Any, Any]:
    """Do what assets/temamoede.js asks for; what cannot be done is said beside the field."""
    of_the_moment()
    if not asked:
        return no_update, no_update, no_update
    given = {name: str(value) for name, value in asked.items()}
    if given.get("what") not in DEEDS:
        return no_update, {**given, "told": GONE_ASTRAY}, no_update
    try:
        deed = done(given)
    except KeyError:
        return no_update, {"form": given.get("form", ""), "told": GONE_ASTRAY}, no_update
    except PlainError as problem:
        return no_update, {"form": given.get("form", ""), "told": str(problem)}, no_update
    what = {"what": given["what"], "told": deed.told, "of": deed.of, "at": given.get("at", "")}
    return what, None, deed.goes or no_update


clientside_callback(
    "dash_clientside.temamoede.wrong", Input("sheets-wrong", "data"), prevent_initial_call=True
)
clientside_callback(
    "dash_clientside.temamoede.done",
    Input("sheets-done", "data"),
    State("url", "pathname"),
    prevent_initial_call=True,
)
