"""The bridge of Udgifter as a card: two years joined by what lies between them."""

from dash.development.base_component import Component

from cockpit.charts.bridge import MILLION, bridge
from cockpit.components.answers import ask
from cockpit.components.arranged import BRIDGE, laid_out
from cockpit.components.bridge_choice import BYS, Span, choices
from cockpit.components.card import card
from cockpit.components.drill import along, going_graph
from cockpit.components.figure_cards import NOTHING_COUNTED, WIDEN
from cockpit.components.scope import counted
from cockpit.components.states import empty
from cockpit.components.view import View
from cockpit.findings.cost import bridge_title
from cockpit.wording import kroner, listed, signed


def bridge_card(view: View, span: Span) -> Component:
    """In the year under way what has been granted counts, so that both years are whole."""
    found = ask(
        "cost_bridge", view.filters, basis="committed", by=BYS[span.by],
        year_a=str(span.first), year_b=str(span.last),
    )  # fmt: skip
    answer = laid_out(found, BRIDGE, view.options)
    start, *effects, end = answer.rows
    costs = float(start["amount"]), float(end["amount"])
    moves = [(str(row["effect"]), float(row["amount"])) for row in effects]
    body: list[Component] = [empty(NOTHING_COUNTED, WIDEN)]
    if any(costs):
        figure = bridge((start["effect"], end["effect"]), costs, moves, view.palette, narrow=view.narrow)
        parts = listed([f"{name.lower()} {signed(amount / MILLION, 1)} mio. kr." for name, amount in moves])
        ends = [f"{row['effect']}: {kroner(float(row['amount']))}." for row in (start, end)]
        down = view.figure_page(found)
        summary = f"{' '.join(ends)} Forskellen: {parts}."
        hrefs, names = along(figure, [down] * (len(moves) + 1)), {down: found.definition.title}
        body = [going_graph("bridge", figure, summary, hrefs, names, view)]
    return card(
        "udgifter-bridge",
        bridge_title(effects, costs[0]),
        f"{counted(view.filters, view.options)}, mio. kr., hele år: fra {span.first} til "
        f"{end['effect'].lower().removeprefix('udgift ')}",
        body,
        answer=answer,
        options=view.options,
        side=choices(view, span),
        class_name="whole",
    )
