"""Saving, renaming and deleting own views: a part of each figure's page."""

from typing import Any

from dash import Input, Output, State, html, no_update
from dash.development.base_component import Component

from cockpit.access.roles import seen_by
from cockpit.components.address import address, query_of
from cockpit.components.own_form import DELETE, SAVE, gone_form, own_form
from cockpit.components.own_views import saved_views, to_be_saved
from cockpit.components.ready import ready
from cockpit.components.view import FIGURES
from cockpit.keyfigures import catalogue, may_run
from cockpit.own_views import delete_view, rename_view, save_view
from cockpit.pages.callbacks import callback
from cockpit.pages.kept_answers import hangs_on_own_views, of_the_moment
from cockpit.warehouse import served
from cockpit.wording import PlainError

DONE = {
    SAVE: "Visningen er gemt. Den står i menuen og på Overblik.",
    DELETE: "Visningen er slettet. Valgene står her endnu, så den kan gemmes igen.",
}
RENAMED = "Visningen har fået nyt navn."


def place() -> Component:
    return html.Div(id="own-view", className="own-view")


@callback(
    Output("own-view", "children"),
    Input("url", "search"),
    Input("own-views", "data"),
    State("url", "pathname"),
    roles=seen_by(FIGURES),
)
def show_own(search: str, changed: dict[str, str], path: str) -> list[Component]:
    hangs_on_own_views()
    found, query = saved_views(), query_of(search)
    told = changed.get("told", "") if changed.get("of") == _page(path, search) else ""
    if path.removeprefix(f"{FIGURES}/") not in catalogue():
        return list(ready(gone_form(found, path)))
    return list(ready(own_form(found, path, query, told)))


@callback(
    Output("own-views", "data"),
    Output("own-view-wrong", "children"),
    Input("own-view-asked", "data"),
    prevent_initial_call=True,
    roles=seen_by(FIGURES),
)
def change(asked: dict[str, str] | None) -> tuple[Any, Any]:
    """Do what assets/own_views.js asks for; what cannot be done is said beside the field."""
    of_the_moment()
    if not asked:
        return no_update, no_update
    try:
        _do(**{name: str(asked.get(name, "")) for name in ("what", "view", "name", "path", "search")})
    except PlainError as problem:
        return no_update, str(problem)
    told = DONE.get(asked["what"], RENAMED)
    return {"told": told, "of": _page(asked["path"], asked["search"]), "at": str(asked.get("at"))}, ""


def _do(what: str, view: str, name: str, path: str, search: str) -> None:
    data_dir = served().settings.data_dir
    if what == SAVE:
        figure, query = to_be_saved(path, search)
        if not may_run(figure):
            raise PlainError("Nøgletallet er ikke for dig, så der kan ikke gemmes en visning af det.")
        save_view(data_dir, name, figure, query)
    elif what == DELETE:
        delete_view(data_dir, view)
    else:
        rename_view(data_dir, view, name)


def _page(path: str, search: str) -> str:
    return address(path, query_of(search))
