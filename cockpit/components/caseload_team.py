"""One team of the caseload page: which it is, its caseworkers, and its open cases one by one."""

from dash import html
from dash.development.base_component import Component

from cockpit.components.card import card, graph
from cockpit.components.caseload import (
    Caseload,
    cases_answer,
    caseworkers_answer,
    of_team,
    trend_answer,
    workers_answer,
)
from cockpit.components.caseload_chart import (
    courses,
    limits_told,
    marks_graph,
    months_of,
    not_drawn,
    trend_drawing,
)
from cockpit.components.caseload_table import worker_table
from cockpit.components.states import empty
from cockpit.components.table import table
from cockpit.components.view import View
from cockpit.findings.caseload import caseload_title, cases_title, team_name, trend_title
from cockpit.wording import date_text, safe_quote

TEAM_KEY = "team"
MOST_CASES = 1_000
# The pixels that an axis has beside another card.
BESIDE = 440
NO_MARKS = "Ingen rådgiver i teamet har både sager og årsværk"
NO_CASES = "Teamet har ingen åbne sager på dagen"
ANOTHER_DAY = "Vælg en anden periode foroven."


def chosen_team(view: View, caseload: Caseload) -> tuple[str | None, list[str]]:
    """The team of the address, or None with a sentence where there is no such team in the areas chosen."""
    asked = view.query.get(TEAM_KEY)
    if not asked or any(row["by_value"] == asked for row in caseload.teams):
        return asked or None, []
    return None, [f"{safe_quote(asked)} er ikke et team her på dagen. Alle team vises i stedet."]


def team_href(view: View, team: str | None) -> str:
    return view.href(**{TEAM_KEY: team})


def team_marks_card(view: View, caseload: Caseload, team: str) -> Component:
    alone = of_team(caseload, team)
    drawn = marks_graph("sagstal-team-marks", alone, view, lambda _team: "")
    told = [html.P(text, className="card-sub") for text in not_drawn(alone.caseworkers)]
    return card(
        "sagstal-marks",
        caseload_title(alone.teams, team_name(team)),
        f"Hvert mærke er en rådgiver, omregnet til fuld tid · pr. {date_text(view.filters.end)}",
        [drawn or empty(NO_MARKS, ANOTHER_DAY), *told],
        answer=caseworkers_answer(view, alone, team),
        options=view.options,
    )


def team_workers_card(view: View, caseload: Caseload, team: str) -> Component:
    alone = of_team(caseload, team)
    (row,) = alone.teams
    told = f"Borgere og årsværk pr. {date_text(view.filters.end)}"
    return card(
        "sagstal-workers",
        "Rådgiver for rådgiver",
        told,
        [worker_table(row, alone.caseworkers, told)],
        answer=workers_answer(view, alone, team),
        options=view.options,
        chart=False,
    )


def team_trend_card(view: View, caseload: Caseload, team: str) -> Component:
    alone = of_team(caseload, team)
    answer = trend_answer(view, alone, "team", team)
    months = months_of(answer.rows)
    found = courses(answer.rows, alone, "team", view)
    drawing = trend_drawing(found, months, limits_told(alone, narrow=view.narrow), view, BESIDE)
    return card(
        "sagstal-trend",
        trend_title(found, months),
        f"Borgere pr. årsværk på månedens sidste dag · opgjort pr. {date_text(view.filters.end)}",
        [graph(drawing.figure, drawing.summary) if drawing else empty(NO_MARKS, ANOTHER_DAY)],
        answer=answer,
        options=view.options,
    )


def cases_card(view: View, team: str) -> Component:
    answer = cases_answer(view, team)
    order = "den frist, der er udløbet først, øverst" if "next_due" in answer.columns else "efter sag nr."
    told = f"Åbne sager, {team_name(team)} · {order} · pr. {date_text(view.filters.end)}"
    shown = table(answer, view.options, told, most=MOST_CASES)
    return card(
        "sagstal-cases",
        cases_title(answer.rows),
        told,
        [shown if answer.rows else empty(NO_CASES, ANOTHER_DAY)],
        answer=answer,
        options=view.options,
        chart=False,
        class_name="whole long-list",
    )
