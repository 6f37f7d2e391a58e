"""The cards of Sagstal: caseworkers as marks against the guideline, the teams, the months."""

from functools import partial

from dash import html
from dash.development.base_component import Component

from cockpit.components.card import card
from cockpit.components.caseload import (
    Caseload,
    caseworkers_answer,
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
    team_href,
)
from cockpit.components.initiative_marks import with_initiatives_of
from cockpit.components.labels import BY
from cockpit.components.pill import Choice, segments
from cockpit.components.scope import span
from cockpit.components.states import empty
from cockpit.components.view import View
from cockpit.findings.caseload import caseload_statuses, caseload_title, trend_title
from cockpit.wording import date_text

BY_KEY = "opdelt"
BYS = {"team": "team", "omraade": "area"}
USUAL = "team"
NOBODY = "Ingen team har sager i udsnittet"
WIDEN = "Vælg et andet område eller en senere dato, eller nulstil filtrene."


def chosen_by(view: View) -> str:
    asked = view.query.get(BY_KEY, USUAL)
    return asked if asked in BYS else USUAL


def marks_card(view: View, caseload: Caseload) -> Component:
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


def teams_card(view: View, caseload: Caseload) -> Component:
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


def trend_card(view: View, caseload: Caseload) -> Component:
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
