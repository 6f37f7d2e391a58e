"""In a browser, on the demo: the figures on each page are the command line's, and the CSV is the screen."""

import csv
import json
import subprocess
from io import StringIO
from typing import Any

import pytest
from playwright.sync_api import Page

from cockpit.components.cells import is_number
from cockpit.components.table import MOST_ROWS
from cockpit.keyfigures import catalogue
from cockpit.settings import Settings
from cockpit.wording import kroner, number, percent
from tests.pages.asking import every_figure
from tests.pages.seeing import see
from tests.serving import COCKPIT, environment

BOTILBUD = "group=botilbud"


def command_line(settings: Settings, figure: str, *given: str) -> list[dict[str, Any]]:
    """The rows that `cockpit figure` prints."""
    done = subprocess.run(
        [str(COCKPIT), "figure", figure, *given, "--format", "json"],
        env=environment(settings),
        capture_output=True,
        text=True,
        check=True,
    )
    rows: list[dict[str, Any]] = json.loads(done.stdout)["rows"]
    return rows


def tile_value(page: Page, name: str) -> str:
    tile = page.locator(".tile", has=page.get_by_text(name, exact=True))
    return tile.locator(".tile-value").inner_text().replace("\n", " ").strip()


def shown_table(page: Page, within: str) -> list[list[str]]:
    """The texts of a card's table, row by row, its heading first."""
    cells = f"{within} table.figures tr"
    script = "rows => rows.map(row => [...row.children].map(cell => cell.textContent))"
    rows: list[list[str]] = page.eval_on_selector_all(cells, script)
    return rows


def test_overblik_tells_the_command_lines_figures(
    watched: Page, served_url: str, demo_settings: Settings
) -> None:
    see(watched, served_url)
    flow = command_line(
        demo_settings, "stock_flow", "period=month", "from=2026-10-01", "to=2026-10-31", BOTILBUD
    )
    cost = command_line(demo_settings, "cost", "from_year=2026", "to_year=2026", BOTILBUD)[0]
    assert tile_value(watched, "Borgere i botilbud") == f"{number(flow[0]['closing'])} borgere"
    assert tile_value(watched, "Pris pr. helårsperson") == kroner(cost["unit_cost"])
    committed = ("cost", "from_year=2026", "to_year=2026", "basis=committed", BOTILBUD)
    whole = command_line(demo_settings, *committed)[0]
    assert tile_value(watched, "Helårspersoner i år").startswith(number(whole["full_year_persons"], 1))
    risk = command_line(demo_settings, "deadline_risk", "days=30")
    overdue = sum(row["overdue"] for row in risk)
    assert f"{number(overdue)} frister er overskredet" in watched.locator(".attention").inner_text()
    assert watched.locator(".failed").count() == 0


def test_overbliks_chart_and_table_are_stock_flow(
    watched: Page, served_url: str, demo_settings: Settings
) -> None:
    see(watched, served_url)
    given = ("period=month", "from=2024-11-01", "to=2026-10-31", BOTILBUD)
    rows = command_line(demo_settings, "stock_flow", *given)
    drawn = watched.evaluate("document.querySelector('.flow-card .js-plotly-plot').data.map(t => t.y)")
    assert drawn[0] == [row["inflow"] for row in rows]
    assert drawn[1] == [-row["outflow"] for row in rows]
    assert drawn[2] == [row["closing"] for row in rows]
    watched.locator(".flow-card").get_by_role("button", name="Vis som tabel").click()
    table = shown_table(watched, "#overblik-flow-table")
    assert [line[2] for line in table[1:]] == [number(row["inflow"]) for row in rows]
    assert table[1][0] == "nov. 2024"


def test_attention_names_the_team_over_its_guideline(
    watched: Page, served_url: str, demo_settings: Settings
) -> None:
    see(watched, served_url)
    teams = command_line(demo_settings, "caseload", "on=2026-10-31", "by=team")
    over = [row for row in teams if row["status"] == "over"]
    assert over
    text = watched.locator(".attention").inner_text()
    for row in over:
        assert f"{row['by_value']}: {number(row['citizens_per_fte'], 1)} borgere" in text


@pytest.mark.parametrize(("chosen", "period"), [("Måned", "month"), ("Kvartal", "quarter"), ("År", "year")])
def test_til_og_afgang_by_month_quarter_and_year(
    watched: Page, served_url: str, demo_settings: Settings, chosen: str, period: str
) -> None:
    see(watched, f"{served_url}/til-og-afgang")
    watched.get_by_role("link", name=chosen, exact=True).click()
    watched.wait_for_selector(f".choices a[aria-current]:text-is('{chosen}')")
    rows = command_line(
        demo_settings, "stock_flow", f"period={period}", "from=2022-01-01", "to=2026-10-31", BOTILBUD
    )
    drawn = watched.evaluate("document.querySelector('.flow-card .js-plotly-plot').data[0].y")
    assert drawn == [row["inflow"] for row in rows]


def test_til_og_afgang_by_section(watched: Page, served_url: str, demo_settings: Settings) -> None:
    see(watched, f"{served_url}/til-og-afgang")
    given = ("period=year", "from=2026-01-01", "to=2026-10-31", "by=section", BOTILBUD)
    rows = command_line(demo_settings, "stock_flow", *given)
    table = shown_table(watched, "[aria-labelledby=til-og-afgang-sections-title]")
    assert len(table) == len(rows) + 1
    assert [line[3:5] for line in table[1:]] == [
        [number(row["inflow"]), number(row["outflow"])] for row in rows
    ]


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("figure", sorted({*catalogue()} - {"history_change"}))
def test_every_figures_page_is_its_table_and_its_csv(
    watched: Page, served_url: str, demo_settings: Settings, figure: str
) -> None:
    given = every_figure()[figure]
    rows = command_line(demo_settings, figure, *(f"{name}={value}" for name, value in given.items()))
    see(watched, f"{served_url}/noegletal/{figure}")
    button = watched.get_by_role("button", name="Vis som tabel")
    if button.count():
        button.click()
    screen = shown_table(watched, "#figure-cards")
    assert len(screen) == min(len(rows), MOST_ROWS) + 1
    with watched.expect_download() as download:
        watched.get_by_role("link", name="CSV").click()
    lines = list(csv.reader(StringIO(download.value.path().read_text("utf-8-sig")), delimiter=";"))
    file = lines[lines.index([]) + 1 :]
    assert file[0] == screen[0]
    assert len(file) == len(rows) + 1
    for told, read, row in zip(screen[1:], file[1:], rows, strict=len(rows) <= MOST_ROWS):
        _same_row(told, read, row)


def _same_row(told: list[str], read: list[str], row: dict[str, Any]) -> None:
    """A number of the file is the figure in full, and the screen's is that number rounded."""
    assert len(told) == len(read)
    values = {value for value in row.values() if is_number(value)}
    for shown, full in zip(told, read, strict=True):
        text = full.replace(".", "").replace(",", ".")
        if shown in ("–", full):
            continue
        value = float(full.replace(",", "."))
        assert any(abs(value - float(known)) < 1e-6 for known in values), (full, text)
        assert shown in (number(value), number(value, 1), percent(value))


def test_caseworkers_have_no_name_on_page_or_file(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/noegletal/caseload?by=caseworker")
    watched.get_by_role("button", name="Vis som tabel").click()
    names = [line[0] for line in shown_table(watched, "#figure-cards")[1:]]
    assert names == [f"Rådgiver {place}" for place in range(1, len(names) + 1)]
    answer = watched.request.get(f"{served_url}/hent/caseload.csv?on=2026-10-31&by=caseworker")
    assert "Rådgiver 1;" in answer.text()


def test_measures_can_be_chosen(watched: Page, served_url: str, demo_settings: Settings) -> None:
    see(watched, f"{served_url}/noegletal/cost?paragraf=gruppe:botilbud&vis=total_cost")
    rows = command_line(demo_settings, "cost", "from_year=2022", "to_year=2026", BOTILBUD)
    drawn = watched.evaluate("document.querySelector('.js-plotly-plot').data[0].y")
    assert drawn == [row["total_cost"] for row in rows]
