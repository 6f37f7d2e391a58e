"""Er arbejdet rimeligt fordelt? Caseworkers as marks against the guideline, the teams, the months."""

from collections.abc import Callable
from functools import partial
from typing import Any

from dash import Input, Output, callback, html
from dash.development.base_component import Component

from cockpit.components.breadcrumb import way_down
from cockpit.components.card import card
from cockpit.components.caseload import (
    Caseload,
    caseload_of,
    cases_answer,
    caseworkers_answer,
    of_team,
    teams_answer,
    teams_left_out,
    trend_answer,
)
from cockpit.components.caseload_chart import (
    courses,
    limits_told,
    marks_graph,
    months_of,
    not_drawn,
    trend_drawing,
    trend_graph,
)
from cockpit.components.caseload_table import judgements, team_table
from cockpit.components.caseload_team import (
    TEAM_KEY,
    cases_card,
    chosen_team,
    team_href,
    team_marks_card,
    team_trend_card,
    team_workers_card,
)
from cockpit.components.initiative_marks import with_initiatives_of
from cockpit.components.labels import BY, value_name
from cockpit.components.narrowing import narrowing_note
from cockpit.components.page_answer import PageAnswer
from cockpit.components.pill import Choice, segments
from cockpit.components.scope import span
from cockpit.components.shell import Page, notices, page_head
from cockpit.components.states import empty, guarded, waiting_card
from cockpit.components.view import View
from cockpit.findings.caseload import caseload_statuses, caseload_title, team_name, trend_title
from cockpit.pages.visit import visit
from cockpit.wording import date_text, safe_quote

QUESTION = "Er arbejdet rimeligt fordelt, og er det fagligt forsvarligt?"
NOTHING_HERE = "ændrer ikke tallene her: en sag hører til et område og et team."
PAGE = Page("/sagstal", "Sagstal", "Myndighed", QUESTION)
BY_KEY = "opdelt"
BYS = {"team": "team", "omraade": "area"}
USUAL = "team"
NOBODY = "Ingen team har sager i udsnittet"
WIDEN = "Vælg et andet område eller en senere dato, eller nulstil filtrene."


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    waiting = html.Div(
        [waiting_card(400), waiting_card(260), waiting_card(330, "whole")], className="grid wide-left"
    )
    return [page_head(PAGE.name, PAGE.question), html.Div(waiting, id="sagstal-cards", className="cards")]


@callback(Output("sagstal-cards", "children"), Input("url", "search"), Input("view", "data"))
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    return visit(PAGE.path, search, screen, _cards)


def part(view: View, name: str) -> PageAnswer | None:
    """One card's rows, for its files."""
    if team := chosen_team(view, caseload_of(view))[0]:
        return _part_of_team(view, name, team)
    answers: dict[str, Callable[[View, Caseload], PageAnswer]] = {
        "raadgivere": caseworkers_answer,
        "team": teams_answer,
        "udvikling": lambda view, caseload: trend_answer(view, caseload, BYS[chosen_by(view)]),
    }
    return answers[name](view, caseload_of(view)) if name in answers else None


def _part_of_team(view: View, name: str, team: str) -> PageAnswer | None:
    answers: dict[str, Callable[[View, Caseload], PageAnswer]] = {
        "raadgivere": lambda view, caseload: caseworkers_answer(view, of_team(caseload, team), team),
        "udvikling": lambda view, caseload: trend_answer(view, caseload, "team", team),
        "sager": lambda view, _caseload: cases_answer(view, team),
    }
    return answers[name](view, caseload_of(view)) if name in answers else None


def chosen_by(view: View) -> str:
    asked = view.query.get(BY_KEY, USUAL)
    return asked if asked in BYS else USUAL


def _cards(view: View) -> list[Component]:
    asked = view.query.get(BY_KEY, USUAL)
    wrong = [] if asked in BYS else [f"{safe_quote(asked)} er ikke en opdeling. Team vises i stedet."]
    caseload = caseload_of(view)
    team, wrong_team = chosen_team(view, caseload)
    told = narrowing_note(view.filters, NOTHING_HERE, ("Paragraf", "Ejer", "Kommune"))
    if team:
        return [*_of_team(view, caseload, team), *told]
    cards = [
        guarded(_marks, view, caseload),
        guarded(_teams, view, caseload),
        guarded(_trend, view, caseload, class_name="whole"),
    ]
    wrong = [*wrong, *wrong_team]
    return [*_area_trail(view), *notices(wrong), *told, html.Div(cards, className="grid wide-left")]


def _area_trail(view: View) -> list[Component]:
    if len(view.filters.areas) != 1:
        return []
    (area,) = view.filters.areas
    return [way_down("Alle områder", view.href(omraade=None), value_name("area", area, view.options))]


def _of_team(view: View, caseload: Caseload, team: str) -> list[Component]:
    """One level down: the team's caseworkers, and its cases."""
    drawn = [guarded(team_marks_card, view, caseload, team), guarded(team_trend_card, view, caseload, team)]
    cards = [
        html.Div(drawn, className="stack"),
        guarded(team_workers_card, view, caseload, team),
        guarded(cases_card, view, team, class_name="whole"),
    ]
    return [
        way_down(PAGE.name, team_href(view, None), team_name(team)),
        html.Div(cards, className="grid wide-left"),
    ]


def _marks(view: View, caseload: Caseload) -> Component:
    drawn = marks_graph("sagstal-marks", caseload, view, partial(team_href, view))
    body: list[Component] = [drawn or empty(NOBODY, WIDEN)]
    if drawn:
        told = [*teams_left_out(caseload.groups), *not_drawn(caseload.caseworkers)]
        body += [html.P(text, className="card-sub") for text in told]
    return card(
        "sagstal-marks",
        caseload_title(caseload.teams),
        "Hvert mærke er en rådgiver, omregnet til fuld tid · ■ over det vejledende · stregen er teamets "
        f"gennemsnit · pr. {date_text(view.filters.end)}",
        body,
        answer=caseworkers_answer(view, caseload),
        options=view.options,
    )


def _teams(view: View, caseload: Caseload) -> Component:
    caption = f"Team for team, pr. {date_text(view.filters.end)}"
    body: list[Component] = [empty(NOBODY, WIDEN)]
    if caseload.teams:
        body = [team_table(caseload.groups, partial(team_href, view), caption)]
        body += [html.P(text, className="card-sub") for text in teams_left_out(caseload.groups)]
        body.append(judgements(caseload_statuses(caseload.teams)))
    return card(
        "sagstal-teams",
        "Team for team",
        f"Borgere og årsværk pr. {date_text(view.filters.end)}",
        body,
        answer=teams_answer(view, caseload),
        options=view.options,
        chart=False,
    )


def _trend(view: View, caseload: Caseload) -> Component:
    chosen = chosen_by(view)
    answer = trend_answer(view, caseload, BYS[chosen])
    months = months_of(answer.rows)
    found = courses(answer.rows, caseload, BYS[chosen], view)
    drawing = trend_drawing(found, months, limits_told(caseload, narrow=view.narrow), view)
    charted: list[Component] = [empty(NOBODY, WIDEN)]
    if drawing:
        figure, told = with_initiatives_of(drawing.figure, answer, view)
        level = TEAM_KEY if chosen == USUAL else "omraade"
        down = trend_graph(figure, drawing.summary, found, view, lambda value: view.href(**{level: value}))
        charted = [down, *told]
    shown = f"{span(months[0], months[-1])} · " if months else ""
    more = f"{drawing.note} · " if drawing and drawing.note else ""
    day = date_text(view.filters.end)
    choices = [
        Choice(BY[by], view.href(**{BY_KEY: None if name == USUAL else name}), name == chosen)
        for name, by in BYS.items()
    ]
    return card(
        "sagstal-trend",
        trend_title(found, months),
        f"Borgere pr. årsværk på månedens sidste dag · {shown}{more}opgjort pr. {day}",
        charted,
        answer=answer,
        options=view.options,
        side=segments("Opdeling", choices),
        class_name="whole",
    )
