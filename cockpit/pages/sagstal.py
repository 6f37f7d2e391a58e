"""Er arbejdet rimeligt fordelt? Caseworkers as marks against the guideline, the teams, the months."""

from collections.abc import Callable
from typing import Any

from dash import Input, Output, html
from dash.development.base_component import Component

from cockpit.access import asking
from cockpit.access.roles import seen_by
from cockpit.components.address import address
from cockpit.components.breadcrumb import way_down
from cockpit.components.caseload import (
    Caseload,
    caseload_of,
    cases_answer,
    caseworkers_answer,
    of_team,
    teams_answer,
    trend_answer,
    workers_answer,
)
from cockpit.components.caseload_cards import (
    BY_KEY,
    BYS,
    USUAL,
    chosen_by,
    marks_card,
    teams_card,
    trend_card,
)
from cockpit.components.caseload_team import (
    TEAM_KEY,
    cases_card,
    chosen_team,
    team_href,
    team_marks_card,
    team_trend_card,
    team_workers_card,
)
from cockpit.components.labels import value_name
from cockpit.components.narrowing import narrowing_note
from cockpit.components.page_answer import PageAnswer
from cockpit.components.shell import Page, notices, page_head
from cockpit.components.states import guarded, waiting_card
from cockpit.components.view import View
from cockpit.findings.caseload import team_name
from cockpit.keyfigures import may_run
from cockpit.pages.callbacks import callback
from cockpit.pages.visit import visit
from cockpit.review_pack import TEAM_LEADER
from cockpit.wording import safe_quote

QUESTION = "Er arbejdet rimeligt fordelt, og er det fagligt forsvarligt?"
NOTHING_HERE = "ændrer ikke tallene her: en sag hører til et område og et team."
PAGE = Page("/sagstal", "Sagstal", "Myndighed", QUESTION)


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    waiting = html.Div(
        [waiting_card(400), waiting_card(260), waiting_card(330, "whole")], className="grid wide-left"
    )
    return [page_head(PAGE.name, PAGE.question), html.Div(waiting, id="sagstal-cards", className="cards")]


@callback(
    Output("sagstal-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    roles=seen_by(PAGE.path),
)
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
        "hver": lambda view, caseload: workers_answer(view, of_team(caseload, team), team),
        "udvikling": lambda view, caseload: trend_answer(view, caseload, "team", team),
        "sager": lambda view, _caseload: cases_answer(view, team),
    }
    return answers[name](view, caseload_of(view)) if name in answers else None


def _cards(view: View) -> list[Component]:
    asked = view.query.get(BY_KEY, USUAL)
    wrong = [] if asked in BYS else [f"{safe_quote(asked)} er ikke en opdeling. Team vises i stedet."]
    caseload = caseload_of(view)
    team, wrong_team = chosen_team(view, caseload)
    told = narrowing_note(view.filters, NOTHING_HERE, ("Paragraf", "Ejer", "Kommune"))
    if team:
        return [*_of_team(view, caseload, team), *told]
    cards = [
        guarded(marks_card, view, caseload),
        guarded(teams_card, view, caseload),
        guarded(trend_card, view, caseload, class_name="whole"),
    ]
    wrong = [*wrong, *wrong_team]
    return [*_area_trail(view), *notices(wrong), *told, html.Div(cards, className="grid wide-left")]


def _review(team: str) -> list[Component]:
    """The team's review pack, for its leader alone."""
    if asking().role != TEAM_LEADER:
        return []
    file = address("/hent/sagstal/gennemgang.pdf", {TEAM_KEY: team})
    return [html.P(html.A("Hent teamets sagsgennemgang (PDF)", href=file, className="link-button"))]


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
        *([guarded(cases_card, view, team, class_name="whole")] if may_run("caseload_list") else []),
    ]
    return [
        way_down(PAGE.name, team_href(view, None), team_name(team)),
        *_review(team),
        html.Div(cards, className="grid wide-left"),
    ]
