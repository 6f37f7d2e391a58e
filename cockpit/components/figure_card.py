"""An answer as its figure's own card: the chart where one suits it, or else the table."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.components.answers import Answer
from cockpit.components.card import card
from cockpit.components.drawing import Drawing
from cockpit.components.drill import going_graph
from cockpit.components.figure_cards import NOTHING_SHOWN, WIDEN
from cockpit.components.figure_levels import ways_down
from cockpit.components.figure_titles import subtitle, title
from cockpit.components.initiative_marks import with_initiatives_of
from cockpit.components.states import empty
from cockpit.components.table import table
from cockpit.components.view import View

NOTHING_ELSE = "Ingen forskelle at vise"


def figure_card(
    name: str,
    found: Answer,
    measure: str,
    drawing: Drawing | None,
    view: View,
    *,
    panel: bool,
    side: Component | None = None,
) -> Component:
    """`view` is the figure's own page; without a drawing the table stands in its place."""
    under = subtitle(found, view, drawing.note if drawing else "")
    return card(
        name,
        title(found, measure),
        under,
        _body(name, found, drawing, under, view),
        answer=found,
        options=view.options,
        side=side,
        chart=drawing is not None,
        panel=panel,
    )


def _body(name: str, found: Answer, drawing: Drawing | None, under: str, view: View) -> Sequence[Component]:
    if not found.rows:
        return [empty(NOTHING_ELSE, found.notice)] if found.notice else [empty(NOTHING_SHOWN, WIDEN)]
    note = [html.P(found.notice, className="card-sub")] if found.notice else []
    shown = _charted(name, drawing, found, view) if drawing else [table(found, view.options, under)]
    return [*note, *shown]


def _charted(name: str, drawing: Drawing, found: Answer, view: View) -> list[Component]:
    figure, told = with_initiatives_of(drawing.figure, found, view)
    ways, names = ways_down(found, drawing, view)
    return [going_graph(name, figure, drawing.summary, ways, names, view), *told]
