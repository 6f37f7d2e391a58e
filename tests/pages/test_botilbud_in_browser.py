"""Botilbud in a browser, on the demo: figures, files, filters, levels, themes, widths and keyboard."""

import re

from playwright.sync_api import Page, expect

from cockpit.keyfigures import run
from cockpit.warehouse import Warehouse
from cockpit.wording import number, signed
from tests.pages.reading import click_mark, csv_rows, drawn, table_of
from tests.pages.seeing import at_rest, faults, see

GIVEN = {"on": "2026-10-31", "year": "2026"}
MEANINGS = "[aria-labelledby=botilbud-meanings-title]"
OWNERS = "[aria-labelledby=botilbud-owners-title]"


def test_every_meaning_is_the_figures(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/botilbud")
    rows = run("residential_count", GIVEN, warehouse=warehouse).rows
    figures = {row["definition"]: row["value"] for row in rows}
    shown = watched.locator(f"{MEANINGS} td.n").all_inner_texts()
    kept = [name for name in figures if name != "now"]
    assert len(shown) == len(kept)
    told = sorted(number(figures[name], 0 if float(figures[name]).is_integer() else 1) for name in kept)
    assert sorted(shown) == told
    used = watched.locator(f"{MEANINGS} tr.used")
    expect(used).to_contain_text("vi betaler for")
    expect(used).to_contain_text("Bruges på Overblik")
    expect(used).to_contain_text(number(figures["paying_now"]))


def test_the_meaning_in_use_is_overbliks_own(watched: Page, served_url: str) -> None:
    see(watched, served_url)
    tile = watched.locator(".tile", has=watched.get_by_text("Borgere i botilbud", exact=True))
    value = tile.locator(".tile-value").inner_text().split()[0]
    see(watched, f"{served_url}/botilbud")
    assert watched.locator(f"{MEANINGS} tr.used td.n").inner_text() == value


def test_the_file_holds_the_meanings_as_they_stand(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/botilbud")
    names = watched.locator(f"{MEANINGS} .sentence").all_inner_texts()
    values = watched.locator(f"{MEANINGS} td.n").all_inner_texts()
    file = csv_rows(watched, MEANINGS)
    assert [line[2] for line in file[1:]] == names
    assert [number(float(line[3].replace(",", ".")), 1) for line in file[1:]] == [
        value if "," in value else f"{value},0" for value in values
    ]


def test_ages_sections_and_owners_are_the_figures(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/botilbud")
    ages = run(
        "age_intervals", {"on": "2026-10-31", "group": "botilbud", "by": "section"}, warehouse=warehouse
    )
    young = {row["by_value"]: row["citizens"] for row in ages.rows if row["age_band"] == "18-24"}
    bars = drawn(watched, "botilbud-ages")
    assert [trace["x"][0] for trace in bars] == [young[f"SEL {name}"] for name in ("107", "108", "85-bl")]
    assert sum(sum(trace["x"]) for trace in bars) == sum(row["citizens"] for row in ages.rows)
    given = {"period": "year", "from": "2022-01-01", "to": "2026-10-31", "group": "botilbud"}
    sections = run("stock_flow", {**given, "by": "section"}, warehouse=warehouse).rows
    lines = [trace["y"] for trace in drawn(watched, "botilbud-sections") if trace["mode"] == "markers"]
    assert lines[0] == [row["closing"] for row in sections if row["by_value"] == "SEL 107"]
    owners = run("stock_flow", {**given, "by": "owner"}, warehouse=warehouse).rows
    own = [row["closing"] for row in owners if row["by_value"] == "own"]
    table = table_of(watched, OWNERS)
    assert ["Egne tilbud", *map(number, own), signed(own[-1] - own[0])] in table
    whole = [row["closing"] for row in run("stock_flow", given, warehouse=warehouse).rows]
    assert table[-1] == ["I alt", *map(number, whole), signed(whole[-1] - whole[0])]
    # The file has the same rows, its heading told in full.
    file = csv_rows(watched, OWNERS)
    assert [[cell.replace("-", "−") for cell in line] for line in file[1:]] == [
        [cell.replace("+", "") for cell in line] for line in table[1:]
    ]
    assert file[0][-2:] == ["2026 til 31-10-2026", "Ændring 2022–2026"]


def test_a_row_leads_down_and_the_breadcrumb_up(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/botilbud?fra=2024-01")
    watched.get_by_role("link", name="Købt hos private").click()
    expect(watched).to_have_url(re.compile(r"/botilbud\?fra=2024-01&ejer=private$"))
    at_rest(watched)
    watched.locator(MEANINGS).get_by_role("link", name="§ 107").click()
    expect(watched).to_have_url(re.compile(r"fra=2024-01&ejer=private&paragraf=SEL%20107$"))
    at_rest(watched)
    crumb = watched.get_by_role("navigation", name="Niveau")
    expect(crumb).to_have_text("Alle botilbud › § 107, Private")
    crumb.get_by_role("link").click()
    expect(watched).to_have_url(re.compile(r"/botilbud\?fra=2024-01$"))
    watched.go_back()
    expect(watched).to_have_url(re.compile(r"SEL%20107"))


def test_everyone_in_our_own_homes_is_the_same_number_one_level_down(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/botilbud")
    row = watched.locator(f"{MEANINGS} tr", has_text="Alle, der bor i vores egne tilbud")
    before = row.locator("td.n").inner_text()
    row.get_by_role("link").click()
    expect(watched).to_have_url(re.compile("kommune=all"))
    at_rest(watched)
    assert table_of(watched, OWNERS)[-1][-2] == before


def test_a_bar_is_a_link_too(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/botilbud")
    click_mark(watched, "botilbud-ages", 1, 0)
    expect(watched).to_have_url(re.compile(r"/botilbud\?paragraf=SEL%20108$"))


def test_filters_that_do_not_count_are_told(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/botilbud?kommune=acting&paragraf=gruppe:BPA")
    expect(watched.locator(".notice")).to_have_text("Siden viser kun botilbud: BPA er ikke med.")
    expect(watched.locator(f"{MEANINGS} .card-note")).to_contain_text("Paragraf og Kommune ændrer ikke")


def test_the_day_is_the_periods_last(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/botilbud?fra=2024-01&til=2025-06")
    expect(watched.locator(MEANINGS)).to_contain_text("Den 30-06-2025")
    rows = run("residential_count", {"on": "2025-06-30", "year": "2025"}, warehouse=warehouse).rows
    acting = next(row["value"] for row in rows if row["definition"] == "acting_now")
    row = watched.locator(f"{MEANINGS} tr", has_text="vi er handlekommune for")
    assert row.locator("td.n").inner_text() == number(acting)


def test_filters_that_leave_nothing_say_so(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/botilbud?omraade=b%C3%B8rn%20og%20unge")
    expect(watched.locator(".empty:visible")).to_have_count(5)
    assert faults(watched) == []
