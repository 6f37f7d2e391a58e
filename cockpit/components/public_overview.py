"""How we stand, for those who see public figures alone: what each public table tells, newest first."""

from collections.abc import Callable, Mapping

from dash import html
from dash.development.base_component import Component

from cockpit.components.address import address, filters_only
from cockpit.components.answers import answer
from cockpit.components.figure_card import figure_card
from cockpit.components.figure_chart import draw, measures
from cockpit.components.figure_form import asked_for, figure_in, measure_of
from cockpit.components.markup import link
from cockpit.components.own_tiles import own_facts
from cockpit.components.own_views import href_of, opened
from cockpit.components.states import guarded, message_of
from cockpit.components.tile import missing_tile, tile
from cockpit.components.view import View
from cockpit.keyfigures.smallnumbers import last_whole_year
from cockpit.own_views import OwnView

PERIOD = ("fra", "til")
HOMES = "paragraf=gruppe:botilbud"
# Name, figure and what of it is chosen; the number is that of the newest year told.
TILES = (
    ("Borgere i botilbud", "stock_flow", f"{HOMES}&vis=closing"),
    ("Pris pr. helårsperson i botilbud", "cost", f"{HOMES}&by=none&vis=unit_cost"),
    ("Borgere i alle indsatser", "stock_flow", "vis=closing"),
    ("Belægning i egne tilbud", "places", "vis=occupancy_rate"),
)
CARDS = (
    ("stock_flow", HOMES),
    ("cost_intervals", HOMES),
    ("age_intervals", HOMES),
    ("caseload", ""),
)


def other_filters(query: Mapping[str, str]) -> bool:
    """Whether filters are chosen that these numbers do not follow."""
    return bool(filters_only(query).keys() - set(PERIOD))


def public_overview(view: View, attention: Callable[[], Component]) -> list[Component]:
    tiles = [_tile(name, figure, query, view) for name, figure, query in TILES]
    year = last_whole_year(view.options.as_of)
    newest = ("deadlines_kept", f"from={year}-01-01&to={year}-12-31")
    flow, *cards = [guarded(_card, figure, query, view) for figure, query in (*CARDS, newest)]
    cards = [flow, attention(), *cards]
    return [html.Div(tiles, className="grid tiles"), html.Div(cards, className="grid halves")]


def _tile(name: str, figure: str, query: str, view: View) -> Component:
    try:
        return tile(own_facts(_saved(name, figure, query, view), view), view.palette)
    except Exception as error:
        return missing_tile(name, message_of(error))


def _saved(name: str, figure: str, query: str, view: View) -> OwnView:
    """As if somebody had saved it; a period that is chosen on top holds here too."""
    period = {key: value for key, value in filters_only(view.query).items() if key in PERIOD}
    return OwnView("", name, figure, "&".join(part for part in (query, address("", period)[1:]) if part))


def _card(figure: str, query: str, view: View) -> Component:
    saved = _saved("", figure, query, view)
    page = opened(saved, view)
    definition = figure_in(figure, page)
    found = answer(figure, asked_for(definition, page)[0])
    measure = measure_of(page, measures(found))
    drawing = draw(found, measure, page) if measure else None
    open_it = link("Åbn", href_of(saved))
    return figure_card(f"public-{figure}", found, measure, drawing, page, panel=True, side=open_it)
