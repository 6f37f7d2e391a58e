"""Making and changing fact sheets: the part of both pages that asks for it."""

from typing import Any

from dash import Input, Output, clientside_callback, dcc, html, no_update
from dash.development.base_component import Component

from cockpit.access.roles import EXACT
from cockpit.pages.callbacks import callback
from cockpit.pages.kept_answers import of_the_moment
from cockpit.pages.sheet_deeds import done
from cockpit.wording import PlainError

GONE_ASTRAY = "Det kan cockpittet ikke. Indlæs siden igen."


def stores() -> list[Component]:
    """What is asked for, what has been done, and what could not be; and where both are said in words.

    That place is never drawn anew: a screen reader tells of what changes in it.
    """
    places = [html.P(id="sheets-told", role="status"), html.P(id="sheets-alert", role="alert")]
    names = ("sheets-asked", "sheets-done", "sheets-wrong")
    return [*(dcc.Store(id=name) for name in names), html.Div(places, className="sheets-said")]


@callback(
    Output("sheets-done", "data"),
    Output("sheets-wrong", "data"),
    Output("url", "pathname", allow_duplicate=True),
    Input("sheets-asked", "data"),
    prevent_initial_call=True,
    roles=EXACT,
)
def change(asked: Any) -> tuple[Any, Any, Any]:
    """Do what assets/temamoede.js asks for; what cannot be done is said beside the field."""
    of_the_moment()
    if not isinstance(asked, dict):
        return no_update, no_update, no_update
    given = {name: str(value) for name, value in asked.items()}
    at = {"at": given.get("at", "")}
    try:
        deed = done(given)
    except KeyError:
        return no_update, {**at, "form": given.get("form", ""), "told": GONE_ASTRAY}, no_update
    except PlainError as problem:
        # The page is drawn anew: another may have changed what is seen.
        return {**at, "told": ""}, {**at, "form": given.get("form", ""), "told": str(problem)}, no_update
    return {**at, "told": deed.told, "seen": deed.seen}, None, deed.goes or no_update


clientside_callback(
    "dash_clientside.temamoede.wrong", Input("sheets-wrong", "data"), prevent_initial_call=True
)
clientside_callback("dash_clientside.temamoede.done", Input("sheets-done", "data"), prevent_initial_call=True)
