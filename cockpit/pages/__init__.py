"""The pages, which of them an address means, and what else the server answers."""

from typing import Any

from dash import Input, Output, State, clientside_callback, html
from dash.development.base_component import Component
from flask import Flask, Response, request

from cockpit.access import asking
from cockpit.access.roles import EVERYONE, may_see
from cockpit.components.address import query_of
from cockpit.components.banner import limits, today, warnings
from cockpit.components.filter_bar import filter_bar
from cockpit.components.own_views import own_menu, path_of, saved_as, saved_views
from cockpit.components.ready import ready
from cockpit.components.sheet_sets import is_set, set_id_of
from cockpit.components.shell import navigation, page_head
from cockpit.components.view import FIGURES, view_of
from cockpit.keyfigures import catalogue, may_run
from cockpit.pages import (
    benchmark,
    botilbud,
    budget,
    data,
    frister,
    indlaes,
    log,
    noegletal,
    noegletal_et,
    overblik,
    paa_vej,
    pladser,
    sagstal,
    temamoede,
    temamoede_et,
    til_og_afgang,
    tiltag,
    udgifter,
)
from cockpit.pages.callbacks import callback
from cockpit.pages.health import add_health
from cockpit.pages.hent import add_download
from cockpit.pages.hent_del import add_part_download
from cockpit.pages.hent_gennemgang import add_review_download
from cockpit.pages.hent_temamoede import add_sheet_download
from cockpit.pages.indlaes_filer import add_file_routes
from cockpit.pages.kept_answers import hangs_on_own_views
from cockpit.pages.plain_page import plain_page
from cockpit.pages.temamoede_vis import add_show
from cockpit.warehouse import served
from cockpit.wording import PlainError, date_text

MODULES = (
    overblik,
    til_og_afgang,
    botilbud,
    udgifter,
    budget,
    pladser,
    sagstal,
    frister,
    paa_vej,
    temamoede,
    benchmark,
    tiltag,
    noegletal,
    data,
    indlaes,
    log,
)
PAGES = tuple(module.PAGE for module in MODULES)
# By the name of its cards, where that is not its path's.
NAMES = {"overblik": "/", "drop": "/data/indlaes", "log": "/data/log", "figure": FIGURES}
# Served by Dash and by us, but no pages.
NOT_PAGES = ("/_", "/assets/")
OUR_OWN = ("hent", "health", "indlaes", "log_", "vis_som", "temamoede")
NOWHERE = (
    "Siden findes ikke",
    "Adressen fører ikke til nogen side her. Se efter, om den er skrevet rigtigt.",
)


NOT_FOR_YOU = (
    "Siden er ikke for dig",
    "Din rolle giver ikke adgang til den. Bed den, der styrer adgangen, hvis du mangler den i dit arbejde.",
)


def named() -> dict[str, str]:
    """The pages' paths by the name of their cards."""
    return {page.path.removeprefix("/"): page.path for page in PAGES if page.path != "/"} | NAMES


def is_page(path: str) -> bool:
    figures = {f"{FIGURES}/{figure}" for figure in catalogue()}
    known = path in figures or any(path == page.path for page in PAGES) or is_set(set_id_of(path))
    # A figure that is no more says so to those who have saved a view of it.
    return known or any(path == path_of(view) for view in saved_views().views)


def is_open(path: str) -> bool:
    """Whether the one who asks may see the page; a figure's where the figure may be run."""
    figure = path.removeprefix(f"{FIGURES}/")
    return may_see(asking().role, path) and (figure not in catalogue() or may_run(figure))


def add_routes(server: Flask) -> None:
    """An address that is no page answers 404, one that is not for who asks 403, before Dash would answer."""
    add_health(server)
    add_download(server)
    add_file_routes(server)
    parts = (sagstal, frister, tiltag, data)
    add_review_download(server)
    add_sheet_download(server)
    add_show(server)
    add_part_download(server, {module.PAGE.path.removeprefix("/"): module.part for module in parts})

    @server.before_request
    def nowhere() -> Response | None:
        served = request.path.startswith(NOT_PAGES) or str(request.endpoint).startswith(OUR_OWN)
        if served:
            return None
        if not is_page(request.path):
            return plain_page(*NOWHERE, status=404)
        return None if is_open(request.path) else plain_page(*NOT_FOR_YOU, status=403)


@callback(Output("content", "children"), Input("url", "pathname"), roles=EVERYONE)
def show_page(path: str) -> list[Component]:
    """The page's head and its shape; its own callback fills in the figures."""
    if not is_page(path):
        return [page_head(*NOWHERE)]
    if not is_open(path):
        return [page_head(*NOT_FOR_YOU)]
    module = next((module for module in MODULES if module.PAGE.path == path), None)
    if module is None:
        module = temamoede_et if set_id_of(path) else noegletal_et
    layout: list[Component] = module.layout(path)
    return layout


@callback(
    Output("nav", "children"),
    Output("filters", "children"),
    Output("filter-button", "children"),
    Output("as-of", "children"),
    Output("banner", "children"),
    Input("url", "pathname"),
    Input("url", "search"),
    Input("own-views", "data"),
    roles=EVERYONE,
)
def show_frame(path: str, search: str, _changed: dict[str, str]) -> tuple[Any, ...]:
    """Navigation and filters as the address has them, and what everyone must know of the data."""
    hangs_on_own_views()
    query = query_of(search)
    own = saved_views()
    # One line of the menu is marked: a saved view's own, or else its page's.
    marked = "" if saved_as(own.views, path, query) else path
    nav = [
        *navigation([page for page in PAGES if is_open(page.path)], marked, query),
        *own_menu(own, path, query),
    ]
    banner = _banner()
    try:
        view = view_of(path, search, None)
    except Exception:
        # The page itself says what is wrong; there is nothing to filter.
        return nav, [], [], "", banner
    as_of = f"Opgjort pr. {date_text(view.options.as_of)}"
    if set_id_of(path) or any(page.path == path and not page.filtered for page in PAGES):
        return ready(nav), [], [], as_of, banner
    bar = filter_bar(path, view.query, view.filters, view.options)
    count = view.filters.count()
    button = ["Filtre ", html.B(str(count))] if count else "Filtre"
    return ready(nav), ready(bar), button, as_of, banner


def _banner() -> list[Component]:
    try:
        told = filter(None, [*warnings(served(), today()), limits()])
    except PlainError:
        return []  # there is no version to speak of, which the page says
    return [html.P(text, className="banner") for text in told]


clientside_callback("dash_clientside.view.look", Output("view", "data"), Input("theme-toggle", "n_clicks"))
clientside_callback("dash_clientside.view.arrived", Input("content", "children"), State("url", "pathname"))
clientside_callback(
    "dash_clientside.view.period",
    Output("url", "search"),
    Input("period-show", "n_clicks"),
    State("period-from", "value"),
    State("period-to", "value"),
    State("url", "search"),
    prevent_initial_call=True,
)
