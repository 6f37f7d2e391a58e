"""Where the data consultant drops the files of a delivery; assets/drop.js sends them."""

from datetime import date

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cockpit.components.card import card
from cockpit.components.fields import with_fields
from cockpit.components.labels import VALUES
from cockpit.components.markup import also
from cockpit.periods import ONE_DAY, month_start

EXPLAINED = (
    "Træk udtrækkene fra fagsystemerne hertil. I ser, hvad de ændrer, før noget bliver udgivet. "
    "Filerne bliver kun liggende på serveren, mens de kontrolleres."
)


def drop_form(today: date, profiles: dict[str, str]) -> Component:
    """A place for files, the day they are complete to, and a button; the last month is taken to be meant.

    `profiles` are the systems that files may come from, name → title.
    """
    usual = month_start(today) - ONE_DAY
    place = html.Div(
        [
            html.B("Træk filerne hertil"),
            html.Span("eller"),
            html.Button("Vælg filer", id="drop-choose", type="button", className="button quiet"),
        ],
        id="drop-zone",
        className="drop-zone",
    )
    day: Component = dmc.DateInput(
        id="drop-as-of",
        label="Udtrækkene er hele til og med",
        value=usual.isoformat(),
        valueFormat="DD-MM-YYYY",
        size="xs",
        w=200,
    )
    fewer: Component = dmc.Checkbox(
        id="drop-fewer", label="Godtag, at der er under halvt så mange rækker som før", size="xs", radius=3
    )
    # Beside the day, for the calendar opens below it.
    start = html.Button("Vis, hvad de ændrer", id="drop-start", type="button", className="button")
    inside = [
        place,
        html.Ul(id="drop-list", className="drop-list", **also(aria_label="Valgte filer")),
        html.Div([_systems(profiles), with_fields([day, fewer, start])], className="controls drop-fields"),
        html.P(id="drop-told", className="drop-told", role="status"),
    ]
    return card("drop-form", "Læg en leverance op", EXPLAINED, inside)


def _systems(profiles: dict[str, str]) -> Component:
    """The browser's own list: it is sent with the files, and nothing on the page hangs on it."""
    titles = profiles | VALUES["source"]
    choices = [html.Option(titles[name], value=name) for name in profiles]
    parts = [html.Label("Filerne kommer fra", htmlFor="drop-source"), html.Select(choices, id="drop-source")]
    return html.Div(parts, className="drop-source")
