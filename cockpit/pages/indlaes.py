"""Hvad ændrer den nye leverance? Drop its files, see what they would change, then publish or discard."""

import time
from typing import Any

from dash import Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from cockpit.access import asking
from cockpit.access.audit import write_line
from cockpit.access.roles import seen_by
from cockpit.components.address import query_of
from cockpit.components.banner import today
from cockpit.components.drop_form import drop_form
from cockpit.components.drop_preview import checking_card, preview_cards, refused_cards
from cockpit.components.markup import link
from cockpit.components.ready import ready
from cockpit.components.shell import Page, page_head
from cockpit.components.states import failed, message_of, waiting_card
from cockpit.intake.dropped import CHECKING, READY, settle
from cockpit.intake.dropping import discard_dropped, look, outdated, publish_dropped
from cockpit.intake.profiles import profile_titles
from cockpit.pages.callbacks import callback
from cockpit.pages.kept_answers import of_the_moment
from cockpit.pages.may_load import ONLY_HERE, may_load, refuse_others
from cockpit.pages.unseen import unseen
from cockpit.warehouse import list_versions, served
from cockpit.warehouse.serving import SECONDS_BETWEEN_LOOKS
from cockpit.wording import PlainError, date_text

PAGE = Page(
    "/data/indlaes", "Indlæs", "Grundlag", "Hvad ændrer en ny leverance?", filtered=False, listed=False
)
PUBLISHED = "udgivet"
EVERY = 700  # milliseconds between looks at a check


def layout(_path: str) -> list[Component]:
    """The page's shape; what has been dropped lies on the server's disk."""
    back = html.P(link("Data", "/data"), className="breadcrumb")
    return [
        page_head(PAGE.name, PAGE.question, back),
        dcc.Store(id="drop-changed"),
        dcc.Store(id="drop-ready"),
        dcc.Interval(id="drop-tick", interval=EVERY, disabled=True),
        html.P(id="drop-wrong", className="drop-wrong", role="alert"),
        html.Div([waiting_card(260)], id="drop-cards", className="stack"),
    ]


@callback(
    Output("drop-cards", "children"),
    Output("drop-ready", "data"),
    Output("drop-tick", "disabled"),
    Input("drop-tick", "n_intervals"),
    Input("drop-changed", "data"),
    Input("url", "search"),
    roles=seen_by(PAGE.path),
)
def show(_ticks: int, _changed: Any, search: str) -> tuple[list[Component], str, bool]:
    """The third is whether there is nothing to wait for."""
    of_the_moment()
    if not may_load():
        return [html.Div(failed(ONLY_HERE), className="card")], "", True
    try:
        return _shown(search)
    except Exception as error:
        return [html.Div(failed(message_of(error)), className="card")], "", True


def _shown(search: str) -> tuple[list[Component], str, bool]:
    settings = served().settings
    settle(settings.data_dir)
    dropped = look(settings)
    if dropped is None:
        return [*_published(search), drop_form(today(), profile_titles(settings))], "", True
    if dropped.state == CHECKING:
        unseen()  # the page asks by itself until there is something to see
        return list(ready([checking_card(dropped)])), "", False
    if dropped.state == READY:
        return list(ready(preview_cards(dropped, outdated(settings)))), dropped.sha256, True
    return list(ready(refused_cards(dropped))), "", True


def _published(search: str) -> list[Component]:
    """What has just been done, with the way to see it."""
    named = query_of(search).get(PUBLISHED)
    version = next((one for one in list_versions(served().settings.data_dir) if one.id == named), None)
    if version is None:
        return []
    words = f"{version.id} er udgivet, opgjort pr. {date_text(version.as_of)}. "
    return [html.P([words, link("Se Overblik", "/")], className="notice done", role="status")]


@callback(
    Output("url", "search", allow_duplicate=True),
    Output("drop-wrong", "children"),
    Input("drop-publish", "n_clicks"),
    State("drop-ready", "data"),
    prevent_initial_call=True,
    roles=seen_by(PAGE.path),
)
def publish(presses: int | None, sha256: str) -> tuple[Any, Any]:
    """Publish what this page shows, and nothing that has taken its place."""
    of_the_moment()
    if not presses:
        return no_update, no_update
    refuse_others()
    try:
        version = publish_dropped(served().settings, sha256)
    except PlainError as problem:
        _note("udgiv", 400)
        return no_update, str(problem)
    _note("udgiv", 200, version=version.id)
    # By then every process serves it.
    time.sleep(SECONDS_BETWEEN_LOOKS)
    return f"?{PUBLISHED}={version.id}", ""


@callback(
    Output("drop-changed", "data"),
    Output("drop-wrong", "children", allow_duplicate=True),
    Input("drop-discard", "n_clicks"),
    prevent_initial_call=True,
    roles=seen_by(PAGE.path),
)
def discard(presses: int | None) -> tuple[Any, Any]:
    of_the_moment()
    if not presses:
        return no_update, no_update
    refuse_others()
    try:
        discard_dropped(served().settings)
    except PlainError as problem:
        _note("kasser", 400)
        return no_update, str(problem)
    _note("kasser", 200)
    return f"{time.time()}", ""


def _note(step: str, status: int, **more: str) -> None:
    """What was done, in the audit; a callback answers 200 also where it could not be."""
    write_line(served().settings, asking(), "delivery", f"{PAGE.path}/{step}", status, more)
