"""Full-year persons by year, beside the many ways of counting citizens."""

from dash.development.base_component import Component

from cockpit.components.answers import ask
from cockpit.components.card import card
from cockpit.components.figure_cards import NOTHING_COUNTED, WIDEN
from cockpit.components.scope import counted
from cockpit.components.states import empty
from cockpit.components.table import table
from cockpit.components.view import View
from cockpit.components.year_table import years_told


def persons_card(view: View) -> Component:
    answer = ask("full_year_persons", view.filters)
    years = years_told([row["year"] for row in answer.rows], answer.as_of)
    told = f"{counted(view.filters, view.options)} · {years}"
    by_section = {
        row["year"]: view.figure(
            "full_year_persons", from_year=str(row["year"]), to_year=str(row["year"]), by="section"
        )
        for row in answer.rows
    }
    shown = table(answer, view.options, told, down=("year", by_section))
    return card(
        "botilbud-persons",
        "Hvor mange hele år svarer det til?",
        told,
        [shown if answer.rows else empty(NOTHING_COUNTED, WIDEN)],
        answer=answer,
        options=view.options,
        chart=False,
        class_name="whole",
    )
