"""Caseload laid out: teams by area, what is drawn and what is said instead."""

import re
from datetime import date
from itertools import pairwise

import pytest

from cockpit.access import User, asked_by
from cockpit.charts import PALETTES
from cockpit.charts.caseload_marks import Band, Mark, Row, apart_sideways, caseload_chart
from cockpit.charts.caseload_trend import Line, caseload_trend_chart
from cockpit.charts.markup import bold
from cockpit.components.caseload import (
    Caseload,
    caseload_of,
    team_groups,
    teams_answer,
    teams_left_out,
    trend_answer,
)
from cockpit.components.caseload_chart import bands_of, limits_told, marks_drawing, marks_graph, not_drawn
from cockpit.components.export import csv_text
from cockpit.components.view import view_of
from cockpit.keyfigures import run
from cockpit.warehouse import Warehouse
from tests.pages.made_answers import caseload_row as row

LIGHT = PALETTES["light"]
MONTHS = [date(2026, month, 28) for month in range(1, 7)]


def test_teams_stand_under_their_area_with_the_areas_own_total() -> None:
    teams = [row("A"), row("B"), row("C"), row("D", 0, citizens=0)]
    total = row("voksne", citizens=90)
    areas = {"A": ("voksne",), "B": ("voksne",), "C": ("børn og unge", "voksne")}
    groups = team_groups(teams, [total], areas, {"voksne": "Voksne"})
    assert [(group.name, len(group.teams), group.total) for group in groups] == [
        ("Voksne", 2, total),
        ("Flere områder", 1, None),
        ("Uden sager", 1, None),
    ]


def test_of_many_teams_the_heaviest_are_shown_and_the_rest_told() -> None:
    teams = [row(f"T{place:03}", float(place)) for place in range(100)]
    [group] = team_groups(teams, [row("voksne")], {team["by_value"]: ["voksne"] for team in teams}, {})
    assert [team["by_value"] for team in group.shown] == [f"T{place:03}" for place in range(60, 100)]
    assert teams_left_out([group]) == [
        "voksne: de 40 team med flest borgere pr. rådgiver af 100. Filerne har dem alle."
    ]
    [small] = team_groups(teams[:40], [row("voksne")], {team["by_value"]: ["voksne"] for team in teams}, {})
    assert small.shown == small.teams
    assert teams_left_out([small]) == []


def test_what_has_no_mark_is_said() -> None:
    lacking = row("R1", None, "no_fte", fte=None) | {"team": "B"}
    idle = row("R2", 0.0, "no_guideline", citizens=0) | {"team": "A"}
    mixed = row("R3", 40.0, "no_guideline") | {"team": "A"}
    assert not_drawn([lacking, idle, mixed, row("R4")]) == [
        "Uden mærke: 1 rådgiver med sager, men uden årsværk på dagen (B).",
        "Uden mærke: 1 rådgiver uden sager på dagen (A).",
        "Et hult mærke har ingen vejledende grænse at måles mod.",
    ]
    assert not_drawn([row("R4")]) == []


def test_marks_do_not_hide_one_another() -> None:
    assert apart_sideways([50, 50, 50, 60], 1.5, (0.0, -0.2, 0.2)) == [0.0, -0.2, 0.2, 0.0]
    assert apart_sideways([50, 52], 1.5, (0.0, -0.2)) == [0.0, 0.0]


def test_a_square_stands_for_over_and_a_hollow_mark_for_no_guideline() -> None:
    marks = (Mark(50, "within", "a"), Mark(70, "over", "b"), Mark(55, "none", "c"))
    figure = caseload_chart([Band("x", (45, 65), (Row("A", 58.3, "58,3 i snit", "", marks),))], LIGHT)
    marker = figure["data"][0]["marker"]
    assert marker["symbol"] == ["circle", "square", "circle"]
    assert marker["color"] == [LIGHT.brand_2, LIGHT.breach, LIGHT.surface]
    band = figure["layout"]["shapes"][0]
    assert (band["x0"], band["x1"], band["fillcolor"]) == (45, 65, LIGHT.tint)
    low, high = figure["layout"]["xaxis"]["range"]
    assert low < 45
    assert high > 70
    assert any(note["text"] == bold("58,3 i snit") for note in figure["layout"]["annotations"])


def test_a_line_over_its_limit_stands_out_and_a_gap_stays_a_gap() -> None:
    lines = [Line("A", (60, None, 70), over=True), Line("B", (50, 50, 50))]
    figure = caseload_trend_chart(["jan.", "feb.", "marts"], lines, {"Højst 65": 65}, LIGHT)
    assert [trace["line"]["color"] for trace in figure["data"]] == [LIGHT.breach, LIGHT.brand]
    assert figure["data"][0]["y"] == [60, None, 70]
    assert figure["layout"]["shapes"][0]["line"]["dash"] == "dot"


@pytest.mark.usefixtures("demo")
def test_the_pages_numbers_are_the_figures(warehouse: Warehouse) -> None:
    view = view_of("/sagstal", "?omraade=voksne", None)
    caseload = caseload_of(view)
    on = {"on": "2026-10-31"}
    teams = {r["by_value"]: r for r in run("caseload", on | {"by": "team"}, warehouse=warehouse).rows}
    assert [r["by_value"] for r in caseload.teams] == ["Psykiatri", "Voksen A", "Voksen B", "Voksen C"]
    assert all(teams[r["by_value"]] == r for r in caseload.teams)
    rows = teams_answer(view, caseload).rows
    area = run("caseload", on | {"by": "area"}, warehouse=warehouse).rows[-1]
    assert rows[-1] == area | {"by_value": "Voksne i alt"}
    drawing = marks_drawing(bands_of(caseload, str), caseload, view)
    drawn = sorted(drawing.figure["data"][0]["x"])
    workers = run("caseload", on | {"by": "caseworker"}, warehouse=warehouse).rows
    shown = sorted(r["citizens_per_fte"] for r in workers if r["team"] in teams and "Børn" not in r["team"])
    assert drawn == shown


@pytest.mark.usefixtures("demo")
def test_one_guideline_is_named_alone_and_two_with_their_areas() -> None:
    alone = caseload_of(view_of("/sagstal", "?omraade=voksne", None))
    both = caseload_of(view_of("/sagstal", "", None))
    assert limits_told(alone, narrow=False) == {"Vejledende højst 65": 65}
    assert limits_told(both, narrow=False) == {
        "Børn og unge: vejledende højst 30": 30,
        "Voksne: vejledende højst 65": 65,
    }


@pytest.mark.usefixtures("demo")
def test_the_file_says_what_it_holds_and_names_nobody() -> None:
    view = view_of("/sagstal", "?omraade=voksne&til=2026-06", None)
    caseload = caseload_of(view)
    text = csv_text(teams_answer(view, caseload), view.options)
    assert "Område;Voksne" in text
    assert "Dato;30-06-2026" in text
    assert all(r["by_value"].startswith("Rådgiver ") for r in caseload.caseworkers)
    trend = trend_answer(view, caseload, "team")
    assert {r["by_value"] for r in trend.rows} == {r["by_value"] for r in caseload.teams}
    assert all(a <= b for a, b in pairwise(r["month"] for r in trend.rows))


@pytest.mark.usefixtures("demo")
def test_a_team_leader_is_told_the_names_of_the_own_team() -> None:
    with asked_by(User("tine", "teamleder", teams=("Voksen A",))):
        told = caseload_of(view_of("/sagstal", "", None)).caseworkers
    own = {one["by_value"] for one in told if one["team"] == "Voksen A"}
    assert "Alma (R002)" in own
    assert all(re.fullmatch(r"\w+ \(R\d{3}\)", name) for name in own)
    others = {one["by_value"] for one in told if one["team"] != "Voksen A"}
    assert all(re.fullmatch(r"Rådgiver \d+", name) for name in others)


@pytest.mark.usefixtures("demo")
def test_an_area_without_cases_leaves_nothing_to_draw() -> None:
    empty = Caseload((), (), (), {})
    assert marks_graph("x", empty, view_of("/sagstal", "", None), str) is None
