"""The page that a figure stands on: the way up from the figure's own page, with its filters."""

from dash.development.base_component import Component

from cockpit.access import asking
from cockpit.access.roles import may_see
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


def way_home(definition: Definition, view: View) -> list[Component]:
    """`Udgifter › Udgift og pris pr. helårsperson › § 107`: the page, the figure, what it is narrowed to.

    Without the page where the one who asks may not see it.
    """
    name, path = ELSEWHERE.get(definition.id) or PAGES[definition.folder]
    steps = [(name, view.elsewhere(path))] if may_see(asking().role, path) else []
    here = definition.title
    if inside := narrowed(definition, view):
        steps, here = [*steps, (here, whole(definition, view))], ", ".join(inside)
    return [trail(steps, here, "Siden med nøgletallet")] if steps else []
