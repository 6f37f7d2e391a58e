"""Saving what a figure's page shows, and renaming or deleting what has been saved of it.

The buttons tell what they do in their attributes; assets/own_views.js asks the server to do it.
"""

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cockpit.components.fields import with_fields
from cockpit.components.markup import also
from cockpit.components.own_views import OwnViews, path_of, saved_as
from cockpit.components.pill import unfolding
from cockpit.own_views import OwnView

SHARED = "Alle, der bruger cockpittet, kan se, omdøbe og slette egne visninger."
KEPT = "Alle valg og filtre gemmes. Er der ikke valgt en periode, følger visningen de nyeste data."
SAVE, RENAME, DELETE = "save", "rename", "delete"


def own_form(found: OwnViews, path: str, query: Mapping[str, str], told: str) -> list[Component]:
    """`told` is what has just been done."""
    status = html.P(told, className="own-told", role="status")
    if found.problem:
        return [html.P(found.problem, className="own-told", role="status")]
    saved = saved_as(found.views, path, query)
    return [status, _saved(saved) if saved else _unsaved()]


def gone_form(found: OwnViews, path: str) -> list[Component]:
    """Of a figure that is no more: every view of it, each to be deleted."""
    of_it = [view for view in found.views if path_of(view) == path]
    if not of_it:
        return [html.P("Visningen er slettet.", role="status"), _wrong()]
    return [*(html.Div([html.B(view.name), _deleting(view)]) for view in of_it), _wrong()]


def _unsaved() -> Component:
    inside = [_named("", SAVE, "Gem"), html.P(f"{KEPT} {SHARED}", className="own-note")]
    return unfolding("own-view-new", "Gem visning", "", inside, is_set=False, stays=True)


def _saved(view: OwnView) -> Component:
    inside = [
        _named(view.name, RENAME, "Omdøb", view),
        _deleting(view),
        html.P(SHARED, className="own-note"),
    ]
    return unfolding("own-view-saved", "Egen visning", view.name, inside, is_set=True, stays=True)


def _named(name: str, what: str, text: str, view: OwnView | None = None) -> Component:
    field = dmc.TextInput(id="own-view-name", label="Navn", value=name, autoComplete="off", size="xs", w=205)
    button = _button(text, what, view, names=True)
    return html.Div([html.Div(with_fields([field, button]), className="controls"), _wrong()])


def _wrong() -> Component:
    """What could not be done, and why."""
    return html.P(id="own-view-wrong", className="own-wrong", role="alert")


def _deleting(view: OwnView) -> Component:
    """Asks before it is done."""
    question = html.P(f"Skal »{view.name}« slettes for alle?")
    return html.Details(
        [html.Summary("Slet visningen"), question, _button("Ja, slet", DELETE, view)], className="asks"
    )


def _button(text: str, what: str, view: OwnView | None, *, names: bool = False) -> Component:
    marks = also(data_own_view=what, data_view=view.id if view else "", data_names="" if names else None)
    return html.Button(text, type="button", className="button", **marks)
