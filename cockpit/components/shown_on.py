"""The page that a figure stands on: the way up from the figure's own page, with its filters."""

from dash.development.base_component import Component

from cockpit.components.breadcrumb import trail
from cockpit.components.figure_levels import narrowed, whole
from cockpit.components.view import View
from cockpit.keyfigures import Definition

PAGES = {
    "flow": ("Til- og afgang", "/til-og-afgang"),
    "residential": ("Botilbud", "/botilbud"),
    "cost": ("Udgifter", "/udgifter"),
    "places": ("Køb, salg og belægning", "/pladser"),
    "caseload": ("Sagstal", "/sagstal"),
    "deadlines": ("Sagsbehandlingsfrister", "/frister"),
    "coming": ("På vej", "/paa-vej"),
    "benchmark": ("Benchmark", "/benchmark"),
    "quality": ("Data", "/data"),
}
BUDGET = ("Budget", "/budget")
# Where the page is another than that of the figure's folder.
ELSEWHERE = {
    **dict.fromkeys(("budget", "reconciliation", "state_refund"), BUDGET),
    "initiatives": ("Prøvehandlinger og tiltag", "/tiltag"),
    "history_change": ("Overblik", "/"),
}


def way_home(definition: Definition, view: View) -> Component:
    """`Udgifter › Udgift og pris pr. helårsperson › § 107`: the page, the figure, what it is narrowed to."""
    name, path = ELSEWHERE.get(definition.id) or PAGES[definition.folder]
    steps, here = [(name, view.elsewhere(path))], definition.title
    if inside := narrowed(definition, view):
        steps, here = [*steps, (here, whole(definition, view))], ", ".join(inside)
    return trail(steps, here, "Siden med nøgletallet")
