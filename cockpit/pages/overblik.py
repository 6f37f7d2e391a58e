"""Hvordan står vi lige nu? Tiles of the figures, what comes and goes, and what needs attention."""

from functools import partial
from typing import Any

from dash import Input, Output, State, html
from dash.dependencies import ALL
from dash.development.base_component import Component

from cockpit.access import asking
from cockpit.access.roles import seen_by
from cockpit.components.attention import attention_list, matters
from cockpit.components.card import card
from cockpit.components.figure_cards import flow_card
from cockpit.components.lacking import lacking
from cockpit.components.markup import also, dates_whole
from cockpit.components.own_tiles import own_tile
from cockpit.components.own_views import saved_views
from cockpit.components.panel_scope import panel_scope
from cockpit.components.panel_series import chart_since, scoped
from cockpit.components.panel_tiles import tile_facts, tile_name
from cockpit.components.public_overview import other_filters, public_overview
from cockpit.components.shell import Page, page_head
from cockpit.components.side_by_side import side_by_side
from cockpit.components.since_last import since_card
from cockpit.components.states import empty, guarded, message_of, waiting_card, waiting_tile
from cockpit.components.tile import missing_tile, tile
from cockpit.components.tile_versions import has_version_before, since_versions
from cockpit.components.view import View
from cockpit.keyfigures import NotDeliveredError
from cockpit.keyfigures.panel import panel
from cockpit.keyfigures.panel_entry import Entry
from cockpit.keyfigures.within import POLITICIAN
from cockpit.pages.callbacks import callback
from cockpit.pages.kept_answers import hangs_on_own_views
from cockpit.pages.visit import visit, visit_again
from cockpit.warehouse import served
from cockpit.wording import date_text

SINCE_VERSION = "tile-since-version"
SINCE_LAST = {"type": "since-last", "place": "overblik"}
OWN_FILTERS = "Gemt fra nøgletallenes sider. Hver har sine egne filtre; dem foroven ændrer den ikke."
NEWEST = "Nyeste udtræk, sorteret efter hvad der haster"
NOT_NARROWED = "frister, sagstal og konti følger ikke alle filtre"
ONLY_PERIOD = "Tallene her følger perioden, men ikke de andre filtre. Nøgletallenes egne sider følger flere."
PAGE = Page("/", "Overblik", "", "Hvordan står vi lige nu?")


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    tiles = _grid([waiting_tile() for _ in _entries()])
    below = html.Div(
        [waiting_card(350, "flow-card"), waiting_card(300, "attention-card")], className="grid wide-left"
    )
    waiting = html.Div([tiles, below], className="overview")
    cards = html.Div([html.P("\u00a0", className="scope"), waiting], id="overblik-cards", className="cards")
    return [page_head(PAGE.name, PAGE.question), cards]


@callback(
    Output("overblik-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    roles=seen_by(PAGE.path),
)
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    hangs_on_own_views()
    return visit(PAGE.path, search, screen, _cards)


@callback(
    Output({"type": SINCE_VERSION, "place": ALL}, "children"),
    Input({"type": SINCE_VERSION, "place": ALL}, "id"),
    State("url", "search"),
    State("view", "data"),
    roles=seen_by(PAGE.path),
)
def tell_since_version(places: list[dict[str, Any]], search: str, screen: dict[str, Any]) -> list[str]:
    """After the tiles, for it asks every figure of one more version."""
    entries = [_entries()[place["place"]] for place in places]
    try:
        return since_versions(entries, PAGE.path, search, screen)
    except Exception as error:
        message_of(error)  # logs it; the tiles have said what they can
        return [""] * len(entries)


@callback(
    Output(SINCE_LAST, "children"),
    Input(SINCE_LAST, "id"),
    State("url", "search"),
    State("view", "data"),
    roles=seen_by(PAGE.path),
)
def tell_since_last(_place: dict[str, str], search: str, screen: dict[str, Any]) -> list[Component]:
    """After the tiles, for it asks most figures of two versions."""
    return visit_again(PAGE.path, search, screen, lambda view: [_since_card(view)])


def _since_version(place: int) -> Component:
    return html.Span(id={"type": SINCE_VERSION, "place": place}, className="tile-change since-version")


def _cards(view: View) -> list[Component]:
    return _public_cards(view) if asking().role == POLITICIAN else _exact_cards(view)


def _public_cards(view: View) -> list[Component]:
    told = ONLY_PERIOD if other_filters(view.query) else ""
    return [
        html.P(dates_whole(f"Opgjort pr. {date_text(view.filters.end)}. {told}"), className="scope"),
        *public_overview(view, partial(guarded, _attention, view, class_name="attention-card")),
        *_own(view),
    ]


def _exact_cards(view: View) -> list[Component]:
    scoped = view.with_default_group()
    with_before = has_version_before()
    *tiles, flow, attention = side_by_side(
        [
            *(
                partial(_tile, entry, view, _since_version(place) if with_before else None)
                for place, entry in enumerate(_entries())
            ),
            partial(guarded, _flow, scoped, class_name="flow-card"),
            partial(guarded, _attention, view, class_name="attention-card"),
        ]
    )
    below = html.Div(
        [
            html.Div(
                [
                    flow,
                    html.Div([waiting_card(120, "since-card")], id=SINCE_LAST, className="later")
                    if with_before
                    else _since_card(view),
                ],
                className="stack",
            ),
            attention,
        ],
        className="grid wide-left",
    )
    return [
        html.P(dates_whole(panel_scope(_entries(), view)), className="scope"),
        html.Div([_grid(tiles), below], className="overview"),
        *_own(view),
    ]


def _own(view: View) -> list[Component]:
    """The views that have been saved, each with the filters it was saved with."""
    found = saved_views()
    if not found.views and not found.problem:
        return []
    title = html.H2("Egne visninger", id="own-title")
    told = html.P(found.problem or OWN_FILTERS, className="notice" if found.problem else "scope")
    tiles = html.Div([own_tile(one, view) for one in found.views], className="grid tiles")
    return [html.Section([title, told, tiles], className="own-tiles", **also(aria_labelledby="own-title"))]


def _entries() -> tuple[Entry, ...]:
    return panel(served().settings)


def _grid(tiles: list[Component]) -> Component:
    """Four tiles a row; five where that saves a row."""
    in_five, in_four = -(-len(tiles) // 5), -(-len(tiles) // 4)
    return html.Div(tiles, className="grid tiles by-five" if in_five < in_four else "grid tiles")


def _tile(entry: Entry, view: View, later: Component | None) -> Component:
    try:
        return tile(tile_facts(entry, view), view.palette, later)
    except NotDeliveredError as problem:
        return lacking(problem)
    except Exception as error:
        return missing_tile(tile_name(entry, scoped(entry, view)), message_of(error))


def _flow(view: View) -> Component:
    return flow_card(view, "overblik-flow", "month", chart_since(view.filters))


def _since_card(view: View) -> Component:
    return guarded(since_card, view.with_default_group(), class_name="since-card")


def _attention(view: View) -> Component:
    found = matters(view)
    quiet = empty("Intet kræver opmærksomhed lige nu", "Sagstal, takster og udtræk er, som de skal være.")
    return card(
        "overblik-attention",
        "Kræver opmærksomhed",
        NEWEST if view.filters.unscoped else f"{NEWEST} · {NOT_NARROWED}",
        [attention_list(found) if found else quiet],
        class_name="attention-card",
    )
