"""Benchmark and Prøvehandlinger og tiltag in a browser, on the demo: figures, files, choices and marks."""

import re

from playwright.sync_api import Page, expect

from cockpit.keyfigures import run
from cockpit.warehouse import Warehouse
from cockpit.wording import number, signed
from tests.pages.reading import csv_rows, drawn, table_of
from tests.pages.seeing import at_rest, see

COMPARED, ALL, GAINS, STATUS = (
    f"[aria-labelledby={name}-title]"
    for name in ("benchmark-compared", "benchmark-all", "tiltag-gains", "tiltag-status")
)
PERSONS = "full_year_persons.per_1000_adults"


def test_municipalities_as_bars_and_in_the_file(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/benchmark?tal={PERSONS}&aar=2024")
    rows = run("benchmark", {"figure": PERSONS, "year": "2024"}, warehouse=warehouse).rows
    assert drawn(watched, "benchmark-compared")[0]["x"] == [row["value"] for row in rows]
    ours = next(row for row in rows if row["municipality"] == "330")
    expect(watched.locator(f"{COMPARED} .card-lead")).to_contain_text(f"Nummer {ours['rank']} af {len(rows)}")
    expect(watched.locator(COMPARED)).to_contain_text("Slagelse (os)")
    assert [line[2] for line in csv_rows(watched, COMPARED)[1:]] == [str(row["rank"]) for row in rows]


def test_every_figure_leads_to_its_bars(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/benchmark?aar=2024")
    table = table_of(watched, ALL)[1:]
    file = csv_rows(watched, ALL)[1:]
    assert [line[0] for line in file] == [line[0] for line in table]
    assert [line[5:7] for line in file] == [line[5:7] for line in table]
    watched.locator(ALL).get_by_role("link", name=re.compile("Helårspersoner")).click()
    expect(watched).to_have_url(re.compile(rf"/benchmark\?tal={PERSONS}$"))
    at_rest(watched)
    rows = run("benchmark", {"figure": PERSONS, "year": table[1][1]}, warehouse=warehouse).rows
    assert drawn(watched, "benchmark-compared")[0]["x"] == [row["value"] for row in rows]


def test_what_is_not_delivered_falls_back_with_a_notice(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/benchmark?tal=%3Cb%3E&aar=1901")
    expect(watched.locator(".notice")).to_have_count(2)


def test_initiatives_year_by_year(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/tiltag")
    rows = run("initiatives", {}, warehouse=warehouse).rows
    lines = [line for line in table_of(watched, GAINS)[1:] if len(line) > 1]
    assert [line[-1] for line in lines] == [
        signed(None if row["net"] is None else row["net"] / 1000) for row in rows
    ]
    assert [line[-4] for line in lines] == [
        number(None if row["investment"] is None else row["investment"] / 1000) for row in rows
    ]
    assert [line[1] for line in csv_rows(watched, GAINS)[1:]] == [row["initiative"] for row in rows]
    counts = [int(line[2]) for line in csv_rows(watched, STATUS)[1:]]
    assert counts == [int(line[1]) for line in table_of(watched, STATUS)[1:]]
    assert sum(counts) == len({(row["theme"], row["initiative"]) for row in rows})
    watched.locator(GAINS).get_by_role("link", name="Til- og afgang").click()
    expect(watched).to_have_url(re.compile("/noegletal/stock_flow"))
    at_rest(watched)
    expect(watched.locator(".card .annotation").filter(has_text="Ungehus")).to_have_count(1)
