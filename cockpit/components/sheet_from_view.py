"""A saved view made into a sheet: what it asks for, and what of that no sheet shows."""

from cockpit.components.figure_form import LABELS, figure_in
from cockpit.components.view import View
from cockpit.sheets.topics import Topic
from cockpit.wording import listed


def own_choices(figure: str, view: View) -> dict[str, str]:
    """What the view asks of the figure beside the filters."""
    definition = figure_in(figure, view)
    return {name: value for name, value in view.query.items() if definition.parameter(name)}


def not_on_a_sheet(figure: str, view: View, topic: Topic) -> str:
    """A sentence that names the view's choices that the sheet does not follow; empty where it follows all."""
    filters, definition = view.filters, figure_in(figure, view)
    chosen = {"ejer": filters.owners, "periode": filters.period_set, "kommune": filters.role != "paying"}
    names = [name for name, is_chosen in chosen.items() if is_chosen]
    for name, value in own_choices(figure, view).items():
        parameter = definition.parameter(name)
        if parameter and value != topic.behind.get(name, parameter.default):
            names.append(LABELS.get(name, parameter.label).lower())
    if not names:
        return ""
    left_out = listed(list(dict.fromkeys(names)))
    return f"Visningens valg af {left_out} er ikke med, for det kan en planche ikke vise."
