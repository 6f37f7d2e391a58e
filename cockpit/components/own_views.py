"""Saved views as pages show them: their addresses, whether they still stand, and their lines in the menu."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dash import html
from dash.development.base_component import Component

from cockpit.components.address import FILTER_KEYS, address, query_of
from cockpit.components.figure_form import figure_in, foreign
from cockpit.components.markup import also, link
from cockpit.components.view import FIGURES, View, view_of
from cockpit.keyfigures import catalogue, may_run
from cockpit.own_views import OwnView, Views, own_views
from cockpit.warehouse import served
from cockpit.wording import PlainError, listed, safe_quote

GONE = "Nøgletallet findes ikke mere."
NONE_YET = "Ingen endnu. Gem en fra et nøgletal."


@dataclass(frozen=True)
class OwnViews:
    """What has been saved; `problem` says why it cannot be read."""

    views: Views
    problem: str = ""


def saved_views() -> OwnViews:
    """Of the one who asks, without those of figures that are no longer for them."""
    try:
        views = own_views(served().settings.data_dir)
        return OwnViews(tuple(one for one in views if one.figure not in catalogue() or may_run(one.figure)))
    except PlainError as problem:
        return OwnViews((), str(problem))


def path_of(view: OwnView) -> str:
    return f"{FIGURES}/{view.figure}"


def href_of(view: OwnView) -> str:
    return address(path_of(view), query_of(view.query))


def opened(saved: OwnView, view: View) -> View:
    """The saved page's own filters and choices, on this reader's screen."""
    own = view_of(path_of(saved), f"?{saved.query}", None)
    return replace(own, palette=view.palette, narrow=view.narrow)


def to_be_saved(path: str, search: str) -> tuple[str, str]:
    """The figure of a page, and of its address what means something there; PlainError if it is none's."""
    figure = path.removeprefix(f"{FIGURES}/")
    query = query_of(search)
    view = view_of(path, search, None)
    unknown = foreign(figure_in(figure, view), view, FILTER_KEYS)
    kept = {key: value for key, value in query.items() if key not in unknown}
    return figure, address("", kept).removeprefix("?")


def no_longer(saved: OwnView, view: View) -> str:
    """Why the view cannot be shown as it was saved; empty where it can.

    `view` is the saved page opened: a filter whose value is gone would else show another number unsaid.
    """
    if saved.figure not in catalogue():
        return GONE
    gone = foreign(figure_in(saved.figure, view), view, FILTER_KEYS)
    if gone:
        names = listed([safe_quote(name) for name in gone])
        return f"Visningen bruger {names}, som nøgletallet ikke har mere."
    return " ".join(view.notices)


def saved_as(views: Sequence[OwnView], path: str, query: Mapping[str, str]) -> OwnView | None:
    """The view that has been saved of this address."""
    return next((one for one in views if path_of(one) == path and query_of(one.query) == dict(query)), None)


def own_menu(found: OwnViews, path: str, query: Mapping[str, str]) -> list[Component]:
    """Its part of the navigation, the view in sight marked."""
    title = html.P("Egne visninger", className="nav-group")
    if found.problem:
        return [title, html.P("Kan ikke læses. Overblik siger hvorfor.", className="nav-note")]
    if not found.views:
        return [title, html.P(link(NONE_YET, FIGURES), className="nav-note")]
    here = saved_as(found.views, path, query)
    lines = [html.Li(_line(view, view is here)) for view in found.views]
    return [title, html.Ul(lines, className="nav-list", **also(aria_label="Egne visninger"))]


def _line(view: OwnView, here: bool) -> Component:
    gone = [] if view.figure in catalogue() else [html.Span(GONE, className="nav-gone")]
    return link([view.name, *gone], href_of(view), "nav-link own", aria_current="page" if here else None)
