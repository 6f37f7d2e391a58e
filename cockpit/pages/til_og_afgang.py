"""Hvem kommer, hvem går, hvorfra og hvorhen? Flows, stays, pathways in and out, rapid response, sections."""

from datetime import date
from typing import Any

from dash import Input, Output, html
from dash.development.base_component import Component

from cockpit.access.roles import seen_by
from cockpit.components.answers import Answer, ask
from cockpit.components.breadcrumb import breadcrumb
from cockpit.components.card import card
from cockpit.components.drawing import Drawing
from cockpit.components.drill import along, going_graph
from cockpit.components.figure_cards import FLOWS, NOTHING_COUNTED, WIDEN, flow_card
from cockpit.components.figure_chart import stays
from cockpit.components.labels import VALUES
from cockpit.components.pathway_cards import (
    WEEKS,
    lacks_group,
    last_year,
    pathways_in_card,
    pathways_out_card,
    rapid_card,
    streams_card,
)
from cockpit.components.period_levels import DIVISION_KEY, DIVISIONS, USUAL, period_trail
from cockpit.components.pill import Choice, segments
from cockpit.components.scope import counted, places
from cockpit.components.shell import Page, notices, page_head
from cockpit.components.states import empty, guarded, waiting_card
from cockpit.components.stays import stays_by_start, window_name
from cockpit.components.table import table
from cockpit.components.view import View
from cockpit.findings.flow import stays_title
from cockpit.pages.callbacks import callback
from cockpit.pages.visit import visit
from cockpit.wording import date_text, safe_quote

PAGE = Page(FLOWS, "Til- og afgang", "Borgere", "Hvem kommer, hvem går, hvorfra og hvorhen?")


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    waiting = [waiting_card(350), waiting_card(330), waiting_card(330, "whole")]
    cards = html.Div(html.Div(waiting, className="grid halves"), id="til-og-afgang-cards", className="cards")
    return [page_head(PAGE.name, PAGE.question), cards]


@callback(
    Output("til-og-afgang-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    roles=seen_by(PAGE.path),
)
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    return visit(PAGE.path, search, screen, _cards)


def _cards(view: View) -> list[Component]:
    scoped = view.with_default_group()
    asked = view.query.get(DIVISION_KEY, USUAL)
    chosen = asked if asked in DIVISIONS else USUAL
    wrong = [] if asked == chosen else [f"{safe_quote(asked)} er ikke en opdeling. Kvartal vises i stedet."]
    cards = [
        guarded(_flow, scoped, chosen),
        guarded(_stays, view.with_temporary_homes()),
        *_pathways(last_year(scoped)),
        guarded(rapid_card, view, "year" if chosen == "aar" else "quarter", class_name="whole"),
        guarded(_sections, scoped, class_name="whole"),
    ]
    told = notices([*wrong, *WEEKS.notices(view)])
    trails = [*breadcrumb(view), *period_trail(view)]
    return [*trails, *told, html.Div(cards, className="grid halves")]


def _pathways(view: View) -> list[Component]:
    """The streams and their two tables; on a phone the tables alone, without a group only what to choose."""
    streams = guarded(streams_card, view, class_name="whole")
    if lacks_group(view.filters):
        return [streams]
    sides = [guarded(pathways_in_card, view), guarded(pathways_out_card, view)]
    return sides if view.narrow else [streams, *sides]


def _flow(view: View, chosen: str) -> Component:
    choices = [
        Choice(
            VALUES["period"][period],
            view.href(**{DIVISION_KEY: None if name == USUAL else name}),
            name == chosen,
        )
        for name, period in DIVISIONS.items()
    ]
    side = segments("Opdeling", choices)
    return flow_card(view, "til-og-afgang-flow", DIVISIONS[chosen], view.filters.start, side)


def _stays(view: View) -> Component:
    answer = stays_by_start(view.filters)
    drawing = stays(answer, view) if answer.rows else None
    where = places(view.filters, view.options)
    day = date_text(answer.as_of)
    return card(
        "til-og-afgang-stays",
        stays_title(answer.rows, where),
        f"Efter startår · mærket: halvdelen er sluttet · bjælken: den midterste halvdel · "
        f"skraveret: endnu ikke nået · opgjort pr. {day}",
        [_stays_graph(drawing, answer, view) if drawing else empty(NOTHING_COUNTED, WIDEN)],
        answer=answer,
        options=view.options,
    )


def _stays_graph(drawing: Drawing, answer: Answer, view: View) -> Component:
    """Those that began in the same years, by owner."""
    names = {
        view.figure(
            "length_of_stay", **{"from": f"{row['starts_from']}", "to": f"{row['starts_to']}", "by": "owner"}
        ): window_name(row["starts_from"], row["starts_to"])
        for row in answer.rows
    }
    ways = along(drawing.figure, list(names))
    return going_graph("stays", drawing.figure, drawing.summary, ways, names, view)


def _sections(view: View) -> Component:
    """The year of the period's last day, one row for each section."""
    year = date(view.filters.end.year, 1, 1)
    answer = ask("stock_flow", view.filters, period="year", by="section", since=year.isoformat())
    subtitle = (
        f"{counted(view.filters, view.options)}, i {year.year} til og med {date_text(view.filters.end)} · "
        "et skift mellem to paragraffer er afgang fra den ene og tilgang til den anden"
    )
    hrefs = {row["by_value"]: view.href(paragraf=row["by_value"]) for row in answer.rows}
    body = table(answer, view.options, "Til- og afgang efter paragraf", down=("by_value", hrefs))
    return card(
        "til-og-afgang-sections",
        "Efter paragraf",
        subtitle,
        [body if answer.rows else empty(NOTHING_COUNTED, WIDEN)],
        answer=answer,
        options=view.options,
        chart=False,
        class_name="whole",
    )
