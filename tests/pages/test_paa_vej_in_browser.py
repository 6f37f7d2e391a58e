"""På vej in a browser, on the demo: figures, files, horizons and levels."""

import re

from playwright.sync_api import Page, expect

from cockpit.keyfigures import run
from cockpit.warehouse import Warehouse
from cockpit.wording import date_text, number, signed
from tests.pages.reading import csv_rows, drawn, table_of
from tests.pages.seeing import at_rest, faults, see

LIST = "[aria-labelledby=paa-vej-list-title]"
TURNING, EXPIRING, REVIEWS, DUE = (
    f"[aria-labelledby=paa-vej-{part}-title]" for part in ("turning", "expiring", "reviews", "due")
)


def test_months_of_young_people_with_their_cost(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/paa-vej")
    rows = run("turning_18", {"months": "12"}, warehouse=warehouse).rows
    assert drawn(watched, "paa-vej-turning")[0]["y"] == [row["citizens"] for row in rows]
    expect(watched.locator(TURNING)).to_contain_text(f"{sum(row['citizens'] for row in rows)} unge fylder 18")
    watched.locator(TURNING).get_by_role("button", name="Vis som tabel").click()
    screen, file = table_of(watched, TURNING), csv_rows(watched, TURNING)
    assert [line[:2] for line in file] == [line[:2] for line in screen]
    watched.locator(TURNING).get_by_role("link", name="24 måneder").click()
    expect(watched).to_have_url(re.compile(r"/paa-vej\?maaneder=24$"))
    at_rest(watched)
    rows = run("turning_18", {"months": "24"}, warehouse=warehouse).rows
    assert drawn(watched, "paa-vej-turning")[0]["y"] == [row["citizens"] for row in rows]


def test_what_runs_out_the_dearest_first(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/paa-vej?dage=180&omraade=voksne")
    rows = run("expiring", {"days": "180", "area": "voksne"}, warehouse=warehouse).rows
    rows.sort(key=lambda row: -row["annual_cost"])
    table = table_of(watched, EXPIRING)[1:]
    assert [line[1:3] for line in table] == [
        [number(row["citizens"]), number(row["annual_cost"] / 1000)] for row in rows
    ]
    assert [line[1] for line in csv_rows(watched, EXPIRING)[1:]] == [str(row["citizens"]) for row in rows]
    watched.locator(EXPIRING).get_by_role("link", name="§ 107", exact=True).click()
    expect(watched).to_have_url(re.compile("dage=180&omraade=voksne&paragraf=SEL%20107"))
    expect(watched.locator(".breadcrumb")).to_have_text("Alle indsatser › § 107")


def test_reviews_done_and_due(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/paa-vej?fra=2025-01&til=2025-12&siden=24")
    expect(watched.locator(".card-note")).to_contain_text("Periode ændrer kun de gennemgåede indsatser")
    rows = run("reviews", {"from": "2025-01-01", "to": "2025-12-31"}, warehouse=warehouse).rows
    assert [line[1:] for line in table_of(watched, REVIEWS)[1:]] == [
        [number(row["services"]), signed(row["annual_effect"] / 1000)] for row in rows
    ]
    rows = run("review_due", {"months": "24"}, warehouse=warehouse).rows
    services: dict[str, int] = {}
    for row in rows:
        services[row["section"]] = services.get(row["section"], 0) + row["services"]
    table = table_of(watched, DUE)[1:]
    assert sorted(line[1] for line in table) == sorted(number(count) for count in services.values())
    assert [line[1] for line in csv_rows(watched, DUE)[1:]] == [line[1] for line in table]
    watched.locator(DUE).get_by_role("link", name="§ 108", exact=True).click()
    expect(watched).to_have_url(re.compile("paragraf=SEL%20108"))
    at_rest(watched)
    of_108 = [row for row in rows if row["section"] == "SEL 108"]
    assert [line[1] for line in table_of(watched, DUE)[1:]] == [number(row["services"]) for row in of_108]


def test_the_services_behind_a_number_without_their_citizens(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/paa-vej?omraade=voksne&dage=180")
    watched.locator(EXPIRING).get_by_role("link", name="Se indsatserne på en liste").click()
    expect(watched).to_have_url(re.compile("omraade=voksne&dage=180&vis=udloeber$"))
    at_rest(watched)
    rows = run("expiring_list", {"days": "180", "area": "voksne"}, warehouse=warehouse).rows
    table = table_of(watched, LIST)
    assert table[0] == ["Indsats nr.", "Paragraf", "Tilbud", "Sidste dag", "Årspris (kr.)"]
    assert [(line[0], line[3], line[4]) for line in table[1:]] == [
        (row["service_id"], date_text(row["ends_on"]), number(row["annual_cost"])) for row in rows
    ]
    assert [line[:4] for line in csv_rows(watched, LIST)] == [line[:4] for line in table]
    watched.locator(".breadcrumb").get_by_role("link", name="På vej").click()
    expect(watched).to_have_url(re.compile(r"\?omraade=voksne&dage=180$"))
    see(watched, f"{served_url}/paa-vej?vis=gennemgaa&siden=24")
    rows = run("review_due_list", {"months": "24"}, warehouse=warehouse).rows
    assert [line[0] for line in table_of(watched, LIST)[1:]] == [row["service_id"] for row in rows]
    assert faults(watched) == []


def test_wrong_values_fall_back_with_a_notice(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/paa-vej?maaneder=13&dage=0&siden=%3Cb%3E&vis=alt")
    expect(watched.locator(".notice")).to_have_count(4)
    assert watched.locator(".choices a[aria-current]").all_inner_texts() == [
        "12 måneder", "90 dage", "12 måneder",
    ]  # fmt: skip
