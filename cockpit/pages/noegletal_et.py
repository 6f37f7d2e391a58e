"""Any one figure with any parameter: chart, table, definition and CSV."""

from collections.abc import Sequence
from typing import Any

from dash import Input, Output, State, clientside_callback, html
from dash.dependencies import ALL
from dash.development.base_component import Component
from flask import abort, has_request_context

from cockpit.access.roles import seen_by
from cockpit.components.address import FILTER_KEYS
from cockpit.components.answers import Answer, answer
from cockpit.components.chart_form import TABLE, form_notices, form_of
from cockpit.components.definition import definition_list
from cockpit.components.figure_card import figure_card
from cockpit.components.figure_chart import draw, forms, measures
from cockpit.components.figure_form import (
    asked_for,
    controls,
    figure_in,
    foreign,
    in_view,
    lacks_choice,
    looks,
    measure_notices,
    measure_of,
)
from cockpit.components.figure_notes import figure_notes
from cockpit.components.markup import also, link
from cockpit.components.shell import notices, page_head
from cockpit.components.shown_on import way_home
from cockpit.components.states import bone, empty, failed, message_of, waiting_card
from cockpit.components.view import FIGURES, View
from cockpit.keyfigures import Definition, catalogue, defined, may_run
from cockpit.pages import egne_visninger
from cockpit.pages.callbacks import callback
from cockpit.pages.visit import visit
from cockpit.wording import PlainError, safe_quote

# What stands in place of a figure that must know what is inside and what is outside.
CHOOSE = (
    "Vælg en gruppe eller en paragraf",
    "Nøgletallet har brug for en af dem. Begge står under Paragraf foroven.",
)
GONE = (
    "Nøgletallet findes ikke mere",
    "Det er taget ud af cockpittet. De visninger, der er gemt af det, kan ikke vises og kan slettes her.",
)


def layout(path: str) -> list[Component]:
    """The page's shape; of a figure that is no more what can be done with the views saved of it."""
    crumb = html.P(link("Nøgletal", FIGURES), className="breadcrumb")
    figure = path.removeprefix(f"{FIGURES}/")
    if figure not in catalogue():
        return [page_head(*GONE, crumb), html.Div(egne_visninger.place(), className="card gone")]
    definition = defined(figure)
    head = html.Div(
        [page_head(definition.title, definition.question, crumb), egne_visninger.place()],
        className="figure-head",
    )
    waiting = html.Div([waiting_card(330), waiting_card(300)], className="grid wide-left")
    cards = html.Div([bone("60%", 32, marginBottom="14px"), waiting], id="figure-cards", className="cards")
    return [head, cards]


@callback(
    Output("figure-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    State("url", "pathname"),
    roles=seen_by(FIGURES),
)
def show(search: str, screen: dict[str, Any], path: str) -> list[Component]:
    figure = path.removeprefix(f"{FIGURES}/")
    if has_request_context() and figure in catalogue() and not may_run(figure):
        abort(403)  # as the page itself answers
    return visit(path, search, screen, _cards)


# The fields' values go into the address, and the address shows the figure.
clientside_callback(
    "dash_clientside.view.exact",
    Output("url", "search", allow_duplicate=True),
    Input("figure-show", "n_clicks"),
    State({"type": "figure-parameter", "name": ALL}, "value"),
    State({"type": "figure-parameter", "name": ALL}, "id"),
    State("figure-shown", "data"),
    State("url", "search"),
    prevent_initial_call=True,
)


def _cards(view: View) -> list[Component]:
    definition = figure_in(view.path.removeprefix(f"{FIGURES}/"), view)
    given, own = asked_for(definition, view)
    if lacks_choice(definition, given):
        return [html.Div(empty(*CHOOSE), className="card", **also(aria_label=definition.title))]
    told = [
        f"{safe_quote(key)} er ikke en parameter her og er udeladt."
        for key in foreign(definition, view, FILTER_KEYS)
    ]
    try:
        found = answer(definition.id, given)
    except PlainError as problem:
        # A wrong value of the address falls back; a figure that cannot be run at all says why.
        told.append(_in_danish(definition, str(problem)))
        settled = definition.compares if len(definition.parameters) > 1 else None
        usual = _without(view, [name for name in own if name != settled])
        definition = figure_in(definition.id, usual)
        try:
            found = answer(definition.id, asked_for(definition, usual)[0])
        except PlainError as still:
            return [_failed(definition, message_of(still))]
    notes = notices([*told, *figure_notes(found, view.options)])
    return [*way_home(definition, view), *notes, *_figure(definition, found, in_view(definition, view))]


def _in_danish(definition: Definition, problem: str) -> str:
    """The command line names a parameter as it is typed; people know it by its label."""
    named = next((one for one in definition.parameters if problem.startswith(f"{one.name} ")), None)
    if named is None:
        return f"{problem} Nøgletallet vises uden."
    return f"{named.label} i adressen kan ikke bruges her. Nøgletallet vises uden."


def _without(view: View, names: Sequence[str]) -> View:
    query = {key: value for key, value in view.query.items() if key not in names}
    return View(**{**view.__dict__, "query": query})


def _failed(definition: Definition, message: str) -> Component:
    return html.Div(failed(message), className="card", **also(aria_label=definition.title))


def _figure(definition: Definition, found: Answer, view: View) -> list[Component]:
    there_are = measures(found)
    measure = measure_of(view, there_are)
    possible = forms(found, measure, view) if measure else ()
    form = form_of(view, possible)
    drawing = draw(found, measure, view, form) if form != TABLE else None
    shown = figure_card("figure", found, measure, drawing, view, panel=False)
    definition_card = html.Section(
        [
            html.H2("Hvad tæller vi?", id="definition-title"),
            definition_list(definition, found.as_of, whole=True),
        ],
        className="card",
        **also(aria_labelledby="definition-title"),
    )
    choices = controls(definition, found.parameters, view, looks(there_are, measure, possible, form, view))
    return [
        *notices([*measure_notices(view, there_are, found.columns), *form_notices(view, possible)]),
        html.Div(choices, className="figure-controls"),
        html.Div([shown, definition_card], className="grid wide-left"),
    ]
