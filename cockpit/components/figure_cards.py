"""The cards that more than one page shows."""

from datetime import date

from dash.development.base_component import Component

from cockpit.components.answers import ask
from cockpit.components.card import card
from cockpit.components.drill import along, going_graph
from cockpit.components.figure_chart import flow
from cockpit.components.initiative_marks import with_initiatives_of
from cockpit.components.period_levels import period_hrefs
from cockpit.components.scope import PER, counted, span
from cockpit.components.states import empty
from cockpit.components.view import View
from cockpit.findings.flow import flow_title
from cockpit.wording import date_text

FLOWS = "/til-og-afgang"
NOTHING_COUNTED, NOTHING_SHOWN = "Ingen borgere i udsnittet", "Intet i udsnittet"
WIDEN = "Vælg en længere periode, eller nulstil filtrene."


def flow_card(view: View, name: str, period: str, since: date, side: Component | None = None) -> Component:
    """Inflow, outflow and stock from `since` to the day in force; months become quarters on a phone."""
    drawn = "quarter" if period == "month" and view.narrow else period
    answer = ask("stock_flow", view.filters, period=drawn, since=since.isoformat())
    shown = span(answer.rows[0]["period_start"], view.filters.end, drawn) if answer.rows else ""
    day = date_text(min(view.filters.end, answer.as_of))
    subtitle = f"{counted(view.filters, view.options)}, {PER[drawn]} · {shown} · opgjort pr. {day}"
    anyone = any(row["opening"] or row["inflow"] or row["closing"] for row in answer.rows)
    drawing = flow(answer, view) if anyone else None
    body: list[Component] = [empty(NOTHING_COUNTED, WIDEN)]
    if drawing:
        figure, told = with_initiatives_of(drawing.figure, answer, view)
        starts = [row["period_start"] for row in answer.rows]
        names = period_hrefs(FLOWS, view, starts, drawn)
        ways = along(figure, list(names)) if names else []
        body = [going_graph(name, figure, drawing.summary, ways, names, view), *told]
    return card(
        name,
        flow_title(answer.rows),
        subtitle,
        body,
        answer=answer,
        options=view.options,
        side=side,
        class_name="flow-card",
    )
