"""Sagstal in a browser, on the demo: figures, files, filters, levels, and what was never delivered."""

import re
import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from cockpit.keyfigures import run
from cockpit.warehouse import Warehouse
from cockpit.wording import number
from tests.pages.reading import csv_rows, drawn, table_of
from tests.pages.seeing import at_rest, faults, see
from tests.serving import loaded, served

MARKS, TEAMS, TREND = (f"[aria-labelledby=sagstal-{part}-title]" for part in ("marks", "teams", "trend"))
WORKERS, CASES = (f"[aria-labelledby=sagstal-{part}-title]" for part in ("workers", "cases"))
ON = {"on": "2026-10-31"}
ADULTS = ("Psykiatri", "Voksen A", "Voksen B", "Voksen C")


def test_marks_and_means_are_the_figures(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/sagstal")
    marks, means = drawn(watched, "sagstal-marks")
    workers = run("caseload", ON | {"by": "caseworker"}, warehouse=warehouse).rows
    teams = run("caseload", ON | {"by": "team"}, warehouse=warehouse).rows
    assert sorted(marks["x"]) == sorted(row["citizens_per_fte"] for row in workers)
    assert means["x"] == [row["citizens_per_fte"] for row in teams]
    expect(watched.locator(MARKS)).to_contain_text("Team Voksen B ligger over det vejledende sagstal")
    for row in teams:
        expect(watched.locator(MARKS)).to_contain_text(f"{number(row['citizens_per_fte'], 1)} i snit")


def test_the_team_table_is_caseload_with_each_areas_own_total(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/sagstal?omraade=voksne")
    rows = run("caseload", ON | {"by": "team"}, warehouse=warehouse).rows
    [total] = [
        r for r in run("caseload", ON | {"by": "area"}, warehouse=warehouse).rows if r["by_value"] == "voksne"
    ]
    expected = [r for r in rows if r["by_value"] in ADULTS] + [total | {"by_value": "Voksne i alt"}]
    table = table_of(watched, TEAMS)
    assert table[0] == ["Team", "Borgere", "Årsværk", "Pr. årsværk"]
    assert [line[:3] for line in table[1:]] == [
        [row["by_value"], number(row["citizens"]), number(row["fte"], 1)] for row in expected
    ]
    assert table[3][3] == f"Over det vejledende: {number(expected[2]['citizens_per_fte'], 1)}"
    expect(watched.locator(TEAMS)).to_contain_text("1 team over det vejledende")
    file = csv_rows(watched, TEAMS)
    assert [line[:2] for line in file[1:]] == [[r["by_value"], str(r["citizens"])] for r in expected]


def test_the_files_hold_what_the_screen_shows(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/sagstal?omraade=voksne&fra=2026-01")
    for card, count in ((MARKS, 32), (TREND, 40)):
        watched.locator(card).get_by_role("button", name="Vis som tabel").click()
        screen, file = table_of(watched, card), csv_rows(watched, card)
        assert file[0] == screen[0]
        assert [line[0] for line in file] == [line[0] for line in screen]
        assert len(screen) == count + 1, card


def test_the_trend_by_team_and_by_area(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/sagstal?omraade=voksne")
    expect(watched.locator(TREND)).to_contain_text("Voksen B har ligget over det vejledende siden maj 2026")
    period = {"from": "2022-01-01", "to": "2026-10-31"}
    rows = run("caseload_trend", period | {"by": "team"}, warehouse=warehouse).rows
    lines = {trace["name"]: trace["y"] for trace in drawn(watched, "sagstal-trend")}
    assert set(lines) == set(ADULTS)
    for team, values in lines.items():
        assert values == [row["citizens_per_fte"] for row in rows if row["by_value"] == team]
    watched.get_by_role("link", name="Område", exact=True).click()
    expect(watched).to_have_url(re.compile(r"omraade=voksne&opdelt=omraade$"))
    at_rest(watched)
    rows = run("caseload_trend", period | {"by": "area"}, warehouse=warehouse).rows
    [line] = drawn(watched, "sagstal-trend")
    assert line["y"] == [row["citizens_per_fte"] for row in rows if row["by_value"] == "voksne"]


def test_filters_that_say_nothing_of_cases_are_told(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/sagstal")
    usual = table_of(watched, TEAMS)
    assert watched.locator(".card-note").count() == 0
    see(watched, f"{served_url}/sagstal?ejer=own&paragraf=gruppe:botilbud")
    expect(watched.locator(".card-note")).to_contain_text("Paragraf og Ejer ændrer ikke tallene her")
    assert table_of(watched, TEAMS) == usual


def test_wrong_values_fall_back_with_a_notice(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/sagstal?opdelt=%3Cscript%3E&omraade=maanen")
    expect(watched.locator(".notice")).to_have_count(2)
    assert watched.locator(".choices a[aria-current]").inner_text() == "Team"


def test_a_day_before_anything_leaves_an_empty_page_that_says_so(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/sagstal?fra=1950-01&til=1950-12")
    expect(watched.locator(".empty")).to_have_count(3)
    expect(watched.locator(MARKS)).to_contain_text("Ingen team har sager i udsnittet")
    assert watched.locator(".failed").count() == 0


def test_a_team_and_a_mark_lead_to_its_caseworkers_and_back(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/sagstal?omraade=voksne&til=2026-06")
    there = re.compile(r"/sagstal\?omraade=voksne&til=2026-06&team=Voksen%20B$")
    link = watched.locator(TEAMS).get_by_role("link", name="Voksen B")
    link.focus()
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(there)
    watched.go_back()
    at_rest(watched)
    mark = watched.locator(f"{MARKS} .scatterlayer .trace").first.locator(".point").first
    box = mark.bounding_box()
    assert box
    watched.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(watched).to_have_url(re.compile(r"til=2026-06&team=Psykiatri$"))
    watched.locator(".breadcrumb").get_by_role("link", name="Sagstal").click()
    expect(watched).to_have_url(re.compile(r"\?omraade=voksne&til=2026-06$"))


def test_a_teams_caseworkers_and_cases_without_their_citizens(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/sagstal?team=Voksen%20B")
    workers = run("caseload", ON | {"by": "caseworker"}, warehouse=warehouse).rows
    of_team = [row for row in workers if row["team"] == "Voksen B"]
    assert [line[:2] for line in table_of(watched, WORKERS)[1:-1]] == [
        [row["by_value"], number(row["citizens"])] for row in of_team
    ]
    assert sorted(drawn(watched, "sagstal-marks")[0]["x"]) == [row["citizens_per_fte"] for row in of_team]
    rows = run("caseload_list", ON | {"by": "team"}, warehouse=warehouse).rows
    rows = [row for row in rows if row["by_value"] == "Voksen B"]
    table = table_of(watched, CASES)
    assert table[0] == ["Sag nr.", "Næste frist", "Dage overskredet", "Slags", "Paragraffer", "Siden"]
    assert [line[0] for line in table[1:]] == [row["case_id"] for row in rows]
    assert len(rows) > 400  # all of them, and the box scrolls
    expect(watched.locator(CASES)).to_contain_text(f"{len(rows)} åbne sager, ")
    file = csv_rows(watched, CASES)
    assert file == [[cell.replace("–", "") for cell in line] for line in table]
    assert faults(watched) == []


def test_a_team_that_is_not_there_is_told(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/sagstal?team=Voksen%20B&omraade=b%C3%B8rn%20og%20unge")
    expect(watched.locator(".notice")).to_have_text(
        "»Voksen B« er ikke et team her på dagen. Alle team vises i stedet."
    )
    expect(watched.locator(TEAMS)).to_be_visible()


def test_without_caseload_the_page_says_what_it_needs(page: Page, demo_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(demo_folder, tmp_path / "demo", ignore=shutil.ignore_patterns("case*"))
    with served(loaded(tmp_path / "demo", tmp_path)) as url:
        see(page, f"{url}/sagstal")
        expect(page.locator("#content .card")).to_have_text(
            re.compile(r"kræver Sager \(case_assignments\) og Rådgivere \(caseworkers\), som ikke er leveret")
        )


def test_a_municipality_may_begin_with_caseload_only(
    page: Page, demo_folder: Path, tmp_path: Path, served_url: str
) -> None:
    (tmp_path / "demo").mkdir()
    for name in ("case_assignments.csv", "caseworkers.csv"):
        shutil.copy(demo_folder / name, tmp_path / "demo")
    see(page, f"{served_url}/sagstal")
    whole = table_of(page, TEAMS)
    with served(loaded(tmp_path / "demo", tmp_path)) as url:
        see(page, f"{url}/sagstal")
        assert table_of(page, TEAMS) == whole
        page.locator(TEAMS).get_by_role("link", name="Voksen B").click()
        at_rest(page)
        assert table_of(page, CASES)[0] == ["Sag nr.", "Siden"]
        see(page, f"{url}/data")
        expect(page.locator("[aria-labelledby=data-extracts-title]")).to_contain_text("Ikke leveret: ")
        assert page.locator(".failed").count() == 0
        assert faults(page) == []
