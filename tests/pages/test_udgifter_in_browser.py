"""Udgifter in a browser, on the demo: figures, files, ways to count, levels, and what was never delivered."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cockpit.keyfigures import run
from cockpit.warehouse import Warehouse
from cockpit.wording import number
from tests.pages.reading import click_mark, csv_rows, drawn, table_of
from tests.pages.seeing import at_rest, faults, see
from tests.serving import loaded, served

YEARS = {"from_year": "2022", "to_year": "2026", "group": "botilbud"}
INTERVALS = "[aria-labelledby=udgifter-intervals-title]"
BRIDGE = "[aria-labelledby=udgifter-bridge-title]"
PROVIDERS = "[aria-labelledby=udgifter-providers-title]"
WHERE = "[aria-labelledby=udgifter-where-title]"
NAMES = ["Under 0,5 mio. kr.", "0,5–1 mio. kr.", "1–2 mio. kr.", "2–4 mio. kr.", "4 mio. kr. og derover"]


@pytest.mark.parametrize(("path", "measure"), [("", "annualised"), ("?opgjort=aaret", "in_year")])
def test_the_managers_table_is_cost_intervals(
    watched: Page, served_url: str, warehouse: Warehouse, path: str, measure: str
) -> None:
    see(watched, f"{served_url}/udgifter{path}")
    rows = run("cost_intervals", {**YEARS, "measure": measure}, warehouse=warehouse).rows
    counts = {(row["year"], place % 5): row["citizens"] for place, row in enumerate(rows)}
    table = table_of(watched, INTERVALS)
    assert [line[0] for line in table[1:]] == [*NAMES, "I alt"]
    for place, line in enumerate(table[1:-1]):
        assert line[1:6] == [number(counts[year, place]) for year in range(2022, 2027)]
    totals = [sum(counts[year, place] for place in range(5)) for year in range(2022, 2027)]
    assert table[-1][1:6] == [number(total) for total in totals]
    assert table[-1][6] == f"+{totals[3] - totals[0]}"  # to the last year that is over
    bars = drawn(watched, "udgifter-bars")
    assert [trace["name"] for trace in bars] == NAMES
    assert [trace["x"][-1] for trace in bars] == [counts[2026, place] for place in range(5)]
    file = csv_rows(watched, INTERVALS)
    assert [line[:6] for line in file[1:]] == [line[:6] for line in table[1:]]
    assert file[0][5:] == ["2026 til 31-10-2026", "Ændring 2022–2025"]


def test_the_way_to_count_is_a_choice_that_stays_in_the_address(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/udgifter?ejer=own")
    watched.get_by_role("link", name="I året", exact=True).click()
    expect(watched).to_have_url(re.compile(r"ejer=own&opgjort=aaret$"))
    expect(watched.locator(INTERVALS)).to_contain_text("hvad de faktisk kostede i året")
    watched.get_by_role("link", name="Omregnet til helår", exact=True).click()
    expect(watched).to_have_url(re.compile(r"\?ejer=own$"))
    see(watched, f"{served_url}/udgifter?opgjort=uge")
    expect(watched.locator(".notice")).to_contain_text("er ikke en opgørelse")


def test_cost_and_price_are_the_figures(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/udgifter")
    to_date = run("cost", YEARS, warehouse=warehouse).rows
    granted = run("cost", {**YEARS, "basis": "committed"}, warehouse=warehouse).rows
    spent, ahead = drawn(watched, "udgifter-total")
    assert spent["y"] == [row["total_cost"] for row in to_date]
    assert spent["y"][-1] + ahead["y"][-1] == pytest.approx(granted[-1]["total_cost"])
    assert ahead["y"][:-1] == [None] * 4
    prices = next(trace for trace in drawn(watched, "udgifter-price") if trace["mode"] == "markers")
    assert prices["y"] == [row["unit_cost"] for row in to_date]
    told = watched.locator(".told")
    for row in to_date:
        expect(told).to_contain_text(f"{row['services_without_rate']} i {row['year']}")
    told.get_by_role("link").click()
    expect(watched).to_have_url(re.compile(r"/noegletal/cost\?.*vis=services_without_rate"))


def test_where_the_money_goes_and_one_level_down(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/udgifter?kommune=all")
    given = {"from_year": "2026", "to_year": "2026", "group": "botilbud", "role": "all", "by": "section"}
    rows = run("cost", given, warehouse=warehouse).rows
    dearest = max(rows, key=lambda row: row["total_cost"])
    first = table_of(watched, WHERE)[1]
    assert first[2] == number(dearest["total_cost"] / 1e6, 1)
    assert first[4:6] == [number(dearest["citizens"]), number(dearest["full_year_persons"], 1)]
    in_file = dict(zip(*csv_rows(watched, WHERE)[:2], strict=True))
    assert float(in_file["Udgift (kr.)"].replace(",", ".")) == dearest["total_cost"]
    watched.locator(f"{WHERE} tbody a").first.click()
    expect(watched).to_have_url(re.compile(r"/udgifter\?kommune=all&paragraf=SEL%20"))
    at_rest(watched)
    assert table_of(watched, WHERE)[0][0] == "Tilbud"
    watched.locator(f"{WHERE} tbody a").first.click()
    expect(watched).to_have_url(re.compile(r"/noegletal/cost\?paragraf=.*kommune=all&provider="))


def test_a_year_leads_to_its_sections_by_mouse_and_by_keyboard(watched: Page, served_url: str) -> None:
    down = r"/noegletal/cost_intervals\?paragraf=gruppe:botilbud&from_year=2025&to_year=2025&by=section"
    see(watched, f"{served_url}/udgifter")
    click_mark(watched, "udgifter-bars", 1, 3)
    expect(watched).to_have_url(re.compile(down))
    see(watched, f"{served_url}/udgifter")
    watched.locator(INTERVALS).get_by_role("link", name="2025").focus()
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(re.compile(down))


def test_the_bridge_joins_the_years_chosen(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/udgifter?brofra=2024")
    years = {"year_a": "2024", "year_b": "2026", "group": "botilbud"}
    rows = run("cost_bridge", {**years, "basis": "committed", "by": "section"}, warehouse=warehouse).rows
    assert drawn(watched, "udgifter-bridge")[0]["y"] == [abs(row["amount"]) for row in rows]
    file = csv_rows(watched, BRIDGE)[1:]
    assert [line[1].replace(",", ".") for line in file[1:-1]] == [str(row["amount"]) for row in rows]
    assert (file[0][0], file[-1][0]) == ("Udgift 2024", "Disponeret 2026")
    watched.locator("#bridge-to summary").click()
    watched.locator("#bridge-to").get_by_role("link", name="2025").click()
    expect(watched).to_have_url(re.compile(r"\?brofra=2024&brotil=2025$"))
    expect(watched.locator(BRIDGE)).to_contain_text("fra 2024 til 2025")
    at_rest(watched)
    click_mark(watched, "udgifter-bridge", 0, 0)
    expect(watched).to_have_url(re.compile(r"/noegletal/cost_bridge\?.*year_a=2024"))


def test_supplements_and_the_dearest_providers(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/udgifter")
    shares = [row["share_of_cost"] for row in run("supplements", YEARS, warehouse=warehouse).rows]
    marks = next(trace for trace in drawn(watched, "udgifter-supplements") if trace["mode"] == "markers")
    assert marks["y"] == shares
    given = {"from_year": "2026", "to_year": "2026", "group": "botilbud", "by": "provider"}
    rows = [row for row in run("cost", given, warehouse=warehouse).rows if row["by_value"] != "uoplyst"]
    dearest = sorted(rows, key=lambda row: -row["total_cost"])[:10]
    table = table_of(watched, PROVIDERS)[1:]
    assert [line[3] for line in table] == [number(row["total_cost"] / 1e6, 1) for row in dearest]
    file = csv_rows(watched, PROVIDERS)[1:]
    assert [line[0] for line in file] == [line[0] for line in table]
    assert [float(line[2].replace(",", ".")) for line in file] == [row["total_cost"] for row in dearest]
    watched.locator(f"{PROVIDERS} tbody a").first.click()
    expect(watched).to_have_url(re.compile(rf"/noegletal/cost\?.*provider={dearest[0]['by_value']}"))


def test_filters_that_leave_nothing_say_so(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/udgifter?ejer=region&paragraf=SEL%2085-bl&fra=2026-01")
    expect(watched.locator(".empty:visible")).to_have_count(7)
    assert faults(watched) == []


@pytest.fixture(scope="module")
def without_rates(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A cockpit that was never given rates or a population."""
    home = tmp_path_factory.mktemp("lacking")
    delivery = home / "delivery"
    shutil.copytree(demo_folder, delivery, ignore=shutil.ignore_patterns("rates.csv", "population.csv"))
    with served(loaded(delivery, home)) as url:
        yield url


def test_what_was_never_delivered_is_said_in_words(page: Page, without_rates: str) -> None:
    see(page, f"{without_rates}/udgifter")
    expect(page.locator("#content .card")).to_have_count(1)
    expect(page.locator(".lacking")).to_contain_text(
        "Siden har ingen tal endnuTallene her kræver Takster (rates), som ikke er leveret."
    )
    assert faults(page) == []
    see(page, f"{without_rates}/botilbud")
    assert page.locator(".failed").count() == 0
    expect(page.locator("[aria-labelledby=botilbud-meanings-title]")).not_to_contain_text("1.000 voksne")
