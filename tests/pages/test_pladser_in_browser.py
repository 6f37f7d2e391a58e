"""Køb, salg og belægning, and the streams of Til- og afgang, in a browser, on the demo."""

import re

from playwright.sync_api import Page, expect

from cockpit.keyfigures import run
from cockpit.warehouse import Warehouse
from cockpit.wording import number, percent
from tests.pages.reading import csv_rows, drawn, table_of
from tests.pages.seeing import PHONE, at_rest, see
from tests.serving import AS_OF

OCCUPANCY, PLACES, GROUPS = (
    f"[aria-labelledby=pladser-{part}-title]" for part in ("occupancy", "places", "groups")
)
IN, OUT, STREAMS, RAPID = (
    f"[aria-labelledby=til-og-afgang-{part}-title]" for part in ("in", "out", "streams", "rapid")
)
ON = {"on": f"{AS_OF}"}


def test_how_full_our_places_are(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/pladser?fra=2025-01&kommune=all&ejer=private")
    expect(watched.locator(".card-note")).to_contain_text("Ejer ændrer kun køb og salg")
    rows = run("occupancy", {"from": "2025-01-01", "to": f"{AS_OF}"}, warehouse=warehouse).rows
    months = sorted({row["month"] for row in rows})
    used, available = (
        [sum(row[column] for row in rows if row["month"] == month) for month in months]
        for column in ("used_days", "available_days")
    )
    shares = [round(days / there_were, 6) for days, there_were in zip(used, available, strict=True)]
    assert drawn(watched, "pladser-occupancy")[0]["y"] == shares
    assert [line[1] for line in csv_rows(watched, OCCUPANCY)[1:]] == [str(days) for days in used]
    places = run("places", ON, warehouse=warehouse).rows
    places.sort(key=lambda row: -row["free"])
    assert [[*line[1:3], *line[4:]] for line in table_of(watched, PLACES)[1:]] == [
        [
            *(number(row["free"]), percent(row["occupancy_rate"], 0), number(row["places"])),
            *(number(row["own_citizens"]), number(row["sold"])),
        ]
        for row in places
    ]
    watched.locator(PLACES).get_by_role("link").first.click()
    expect(watched).to_have_url(re.compile(f"/noegletal/occupancy.*provider={places[0]['provider']}"))


def test_what_is_bought_and_sold_down_to_the_owners(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/pladser")
    rows = run("market", ON, warehouse=warehouse).rows
    bought: dict[str, float] = {}
    for row in rows:
        amount = float(row["annual_amount"]) if row["direction"] == "bought" else 0
        bought[row["group"]] = bought.get(row["group"], 0) + amount
    assert [line[1] for line in table_of(watched, GROUPS)[1:]] == [
        number(amount / 1e6, 1) for amount in sorted(bought.values(), reverse=True)
    ]
    assert len(csv_rows(watched, GROUPS)) == len(bought) + 1
    watched.locator(GROUPS).get_by_role("link", name="Botilbud").click()
    expect(watched).to_have_url(re.compile(r"paragraf=gruppe:botilbud$"))
    at_rest(watched)
    homes = [row for row in rows if row["group"] == "botilbud"]
    assert [line[1] for line in table_of(watched, GROUPS)[1:]] == [number(row["citizens"]) for row in homes]


def test_streams_say_what_the_two_tables_say(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/til-og-afgang?paragraf=SEL%20107")
    window = {"from": "2025-11-01", "to": f"{AS_OF}", "section": "SEL 107"}
    told = watched.locator(f"{STREAMS} svg text").all_text_contents()
    for figure, card in (("pathways_in", IN), ("pathways_out", OUT)):
        spells = [str(row["spells"]) for row in run(figure, window, warehouse=warehouse).rows]
        table = table_of(watched, card)[1:]
        assert [line[1] for line in table] == spells
        assert [line[1] for line in csv_rows(watched, card)[1:]] == spells
        for name, count, *_ in table:
            assert {f"{name} {count}", f"{count} {name}"} & set(told)
    expect(watched.locator(STREAMS).get_by_role("img")).to_have_accessible_name(
        re.compile("Veje ind: .*Veje ud: ")
    )


def test_a_phone_has_the_tables_alone_and_an_area_asks_for_a_group(watched: Page, served_url: str) -> None:
    watched.set_viewport_size(PHONE)
    see(watched, f"{served_url}/til-og-afgang")
    expect(watched.locator(STREAMS)).to_have_count(0)
    expect(watched.locator(IN)).to_be_visible()
    see(watched, f"{served_url}/til-og-afgang?omraade=voksne")
    expect(watched.locator(IN)).to_have_count(0)
    expect(watched.locator(STREAMS)).to_contain_text("Vælg en gruppe eller en paragraf")


def test_rapid_response_within_the_weeks_of_the_address(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/til-og-afgang?opdeling=aar&uger=26")
    asked = {"from": "2022-01-01", "to": f"{AS_OF}", "weeks": "26", "period": "year"}
    rows = run("rapid_response", asked, warehouse=warehouse).rows
    layers = [layer["y"] for layer in drawn(watched, "til-og-afgang-rapid")]
    assert layers[0] == [row["closed_without_return"] for row in rows]
    assert [sum(column) for column in zip(*layers, strict=True)] == [
        row["spells"] + row["too_recent"] for row in rows
    ]
    see(watched, f"{served_url}/til-og-afgang?uger=13")
    expect(watched.locator(".notice")).to_contain_text("12 uger vises i stedet")
    expect(watched.locator(f"{RAPID} .choices a[aria-current]")).to_have_text("12 uger")
