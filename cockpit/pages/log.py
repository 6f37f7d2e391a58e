"""Hvem har set hvad, og hvornår? The audit's lines, by days, user, what was seen and how it was answered."""

from datetime import date, datetime

from dash import Input, Output, State, clientside_callback, html
from dash.development.base_component import Component

from cockpit import pages
from cockpit.access.audit_search import find
from cockpit.access.roles import seen_by
from cockpit.components.address import query_of
from cockpit.components.audit_asked import Query, asked_of
from cockpit.components.audit_log import MOST_IN_FILE, MOST_SHOWN, log_card, log_file
from cockpit.components.markup import link
from cockpit.components.plain_table import PlainTable
from cockpit.components.ready import ready
from cockpit.components.shell import Page, notices, page_head
from cockpit.components.states import guarded, waiting_card
from cockpit.components.view import FIGURES
from cockpit.keyfigures import catalogue
from cockpit.pages.callbacks import callback
from cockpit.pages.kept_answers import of_the_moment
from cockpit.periods import DANISH_TIME
from cockpit.warehouse import served

PAGE = Page("/data/log", "Log", "Grundlag", "Hvem har set hvad, og hvornår?", filtered=False, listed=False)


def layout(_path: str) -> list[Component]:
    back = html.P(link("Data", "/data"), className="breadcrumb")
    return [
        page_head(PAGE.name, PAGE.question, back),
        html.Div([waiting_card(320)], id="log-cards", className="stack"),
    ]


@callback(Output("log-cards", "children"), Input("url", "search"), roles=seen_by(PAGE.path))
def show(search: str) -> list[Component]:
    of_the_moment()
    settings, names = served().settings, _names()
    asked = asked_of(query_of(search), names, _today())
    found = find(settings, asked.sought, MOST_SHOWN)
    shown = guarded(log_card, PAGE.path, asked, found, names, settings.audit_months)
    return list(ready([*notices(asked.notices), shown]))


# The fields' values go into the address, and the address shows the lines.
clientside_callback(
    "dash_clientside.data.log",
    Output("url", "search", allow_duplicate=True),
    Input("log-show", "n_clicks"),
    Input("log-user", "n_submit"),
    State("log-user", "value"),
    State("log-first", "value"),
    State("log-last", "value"),
    State("url", "search"),
    prevent_initial_call=True,
)


def file(query: Query) -> PlainTable:
    """The lines of the page's choice, more of them than it shows."""
    asked = asked_of(query, _names(), _today())
    return log_file(asked, find(served().settings, asked.sought, MOST_IN_FILE), _names())


def _today() -> date:
    return datetime.now(DANISH_TIME).date()


def _names() -> dict[str, str]:
    """Of every page and figure, by its path."""
    figures = {f"{FIGURES}/{name}": one.title for name, one in catalogue().items()}
    return {page.path: page.name for page in pages.PAGES} | figures
