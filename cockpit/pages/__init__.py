"""The pages, which of them an address means, and what else the server answers."""

from typing import Any

from dash import Input, Output, State, callback, clientside_callback, html
from dash.development.base_component import Component
from flask import Flask, Response, request

from cockpit.components.address import query_of
from cockpit.components.banner import today, warnings
from cockpit.components.filter_bar import filter_bar
from cockpit.components.own_views import own_menu, path_of, saved_as, saved_views
from cockpit.components.ready import ready
from cockpit.components.shell import navigation, page_head
from cockpit.components.view import FIGURES, view_of
from cockpit.keyfigures import catalogue
from cockpit.pages import (
    benchmark,
    botilbud,
    budget,
    data,
    frister,
    indlaes,
    noegletal,
    noegletal_et,
    overblik,
    paa_vej,
    pladser,
    sagstal,
    til_og_afgang,
    tiltag,
    udgifter,
)
from cockpit.pages.health import add_health
from cockpit.pages.hent import add_download
from cockpit.pages.hent_del import add_part_download
from cockpit.pages.indlaes_filer import add_file_routes
from cockpit.pages.kept_answers import hangs_on_own_views
from cockpit.pages.plain_page import plain_page
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
    benchmark,
    tiltag,
    noegletal,
    data,
    indlaes,
)
PAGES = tuple(module.PAGE for module in MODULES)
# Served by Dash and by us, but no pages.
NOT_PAGES = ("/_", "/assets/")
OUR_OWN = ("hent", "health", "indlaes")
NOWHERE = (
    "Siden findes ikke",
    "Adressen fører ikke til nogen side her. Se efter, om den er skrevet rigtigt.",
)


def is_page(path: str) -> bool:
    figures = {f"{FIGURES}/{figure}" for figure in catalogue()}
    known = path in figures or any(path == page.path for page in PAGES)
    # A figure that is no more says so to those who have saved a view of it.
    return known or any(path == path_of(view) for view in saved_views().views)


def add_routes(server: Flask) -> None:
    """An address that is no page answers 404, before Dash would answer it with its empty frame."""
    add_health(server)
    add_download(server)
    add_file_routes(server)
    parts = (sagstal, frister, tiltag, data)
    add_part_download(server, {module.PAGE.path.removeprefix("/"): module.part for module in parts})

    @server.before_request
    def nowhere() -> Response | None:
        served = request.path.startswith(NOT_PAGES) or str(request.endpoint).startswith(OUR_OWN)
        if served or is_page(request.path):
            return None
        return plain_page(*NOWHERE, status=404)


@callback(Output("content", "children"), Input("url", "pathname"))
def show_page(path: str) -> list[Component]:
    """The page's head and its shape; its own callback fills in the figures."""
    if not is_page(path):
        return [page_head(*NOWHERE)]
    module = next((module for module in MODULES if module.PAGE.path == path), None)
    return module.layout(path) if module else noegletal_et.layout(path)


@callback(
    Output("nav", "children"),
    Output("filters", "children"),
    Output("filter-button", "children"),
    Output("as-of", "children"),
    Output("banner", "children"),
    Input("url", "pathname"),
    Input("url", "search"),
    Input("own-views", "data"),
)
def show_frame(path: str, search: str, _changed: dict[str, str]) -> tuple[Any, ...]:
    """Navigation and filters as the address has them, and what everyone must know of the data."""
    hangs_on_own_views()
    query = query_of(search)
    own = saved_views()
    # One line of the menu is marked: a saved view's own, or else its page's.
    marked = "" if saved_as(own.views, path, query) else path
    nav = [*navigation(PAGES, marked, query), *own_menu(own, path, query)]
    banner = _banner()
    try:
        view = view_of(path, search, None)
    except Exception:
        # The page itself says what is wrong; there is nothing to filter.
        return nav, [], [], "", banner
    as_of = f"Opgjort pr. {date_text(view.options.as_of)}"
    if any(page.path == path and not page.filtered for page in PAGES):
        return ready(nav), [], [], as_of, banner
    bar = filter_bar(path, view.query, view.filters, view.options)
    count = view.filters.count()
    button = ["Filtre ", html.B(str(count))] if count else "Filtre"
    return ready(nav), ready(bar), button, as_of, banner


def _banner() -> list[Component]:
    try:
        return [html.P(told, className="banner") for told in warnings(served(), today())]
    except PlainError:
        return []  # there is no version to speak of, which the page says


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
