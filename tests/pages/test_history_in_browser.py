"""In a browser: the page of history_change on a cockpit with two versions, and on one with a single."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from cockpit.wording import MINUS
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import NO_FILES, load_delivery
from tests.keyfigures.two_versions import then
from tests.pages.reading import csv_rows, table_of
from tests.pages.seeing import PHONE, faults, overflow, see
from tests.serving import served

PATH = "/noegletal/history_change"
CARD = "#figure-cards"
RATE = "S1; 01-07-2023; ; 1000; day; base"
FIRST = by_hand(
    services="A; SEL 107; 01-07-2023; ; own",
    rates=RATE,
    assignments="C1; A; R1; voksne; 01-01-2024; ; 1",
    caseworkers="R1; Rikke; Team A; 01-01-2024; ; 1",
)
# A left in March; B came in February, and the price was another.
SECOND = FIRST | by_hand(
    services="A; SEL 107; 01-07-2023; 15-03-2024; own\nB; SEL 108; 01-02-2024; ; own",
    rates=RATE.replace("1000", "1200,50"),
    assignments="C1; A; R1; voksne; 01-01-2024; ; 1\nC2; B; R1; voksne; 01-02-2024; ; 1",
    caseworkers="R1; Rikke; Team A; 01-01-2024; ; 1",
)


@pytest.fixture(scope="module")
def rewritten(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a cockpit whose second version has changed the history of the first."""
    first = load_delivery(FIRST, date(2024, 5, 31), tmp_path_factory.mktemp("history"), NO_FILES, False)
    with served(then(first, SECOND, date(2024, 6, 30)).warehouse.settings) as url:
        yield url


def test_what_differs_is_a_table_and_a_file(page: Page, rewritten: str) -> None:
    see(page, f"{rewritten}{PATH}?paragraf=gruppe:botilbud")
    assert table_of(page, CARD) == [
        ["Periode", "Tal", "Før", "Nu", "Ændring"],
        ["1. kvt. 2024", "Tilgang", "0", "1", "1"],
        ["1. kvt. 2024", "Afgang", "0", "1", "1"],
    ]
    assert csv_rows(page, CARD) == table_of(page, CARD)
    expect(page.locator(CARD)).to_contain_text("Sammenlignet med versionen opgjort pr. 31-05-2024")
    expect(page.locator(CARD)).to_contain_text("Til- og afgang")
    assert faults(page) == []
    page.set_viewport_size(PHONE)
    assert overflow(page) == 0


def test_amounts_are_written_as_amounts(page: Page, rewritten: str) -> None:
    see(page, f"{rewritten}{PATH}?figure=cost&fra=2023-01&til=2023-12")
    # 184 days of 2023 at 1.000 kr. and at 1.200,50.
    assert ["2023", "Udgift i alt (kr.)", "184.000", "220.892", "36.892"] in table_of(page, CARD)
    assert ["2023", "Udgift i alt (kr.)", "184000,0", "220892,0", "36892,0"] in csv_rows(page, CARD)


def test_another_figure_brings_its_own_parameters(page: Page, rewritten: str) -> None:
    see(page, f"{rewritten}{PATH}?period=month&fra=2024-01")
    page.locator("#figure-figure").click()
    page.locator("#figure-figure").get_by_role("link", name="Sagstal", exact=True).click()
    page.wait_for_function("() => location.search.includes('figure=caseload')")
    assert page.evaluate("location.search") == "?fra=2024-01&figure=caseload"
    expect(page.locator(f"{CARD} table.figures").first).to_contain_text("Team A")
    assert ["Team A", "Team A", "Borgere", "1", "2", "1"] in table_of(page, CARD)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("figure=findes_ikke", "Nøgletal i adressen kan ikke bruges her"),
        ("figure=cost&basis=alt", "Grundlag i adressen kan ikke bruges her"),
        ("figure=caseload&by=caseworker", "Ændringer for hver rådgiver vises ikke her"),
        ("figure=caseload&by=team&period=month", "»period« er ikke en parameter her"),
    ],
)
def test_a_wrong_address_falls_back_with_a_notice(page: Page, rewritten: str, query: str, told: str) -> None:
    see(page, f"{rewritten}{PATH}?{query}")
    expect(page.locator(CARD)).to_contain_text(told)
    expect(page.locator(f"{CARD} table.figures").first).to_be_visible()
    assert "R1" not in page.locator(CARD).inner_text()


def test_nothing_has_changed_in_a_period(page: Page, rewritten: str) -> None:
    see(page, f"{rewritten}{PATH}?fra=2023-01&til=2023-12")
    expect(page.locator(f"{CARD} .empty")).to_contain_text("Ingen af tallene er ændret siden versionen")


@pytest.mark.parametrize(
    ("tile", "words"),
    [
        ("Borgere i botilbud", "Uændret siden sidst"),
        # 366.000 kr. a year for A; then 75 days at 1.200,50 kr. of the 226 days of A and B.
        ("Pris pr. helårsperson", f"{MINUS}220 t.kr. siden sidst ({MINUS}60,2 pct.)"),
        ("Borgere pr. fuldtidsrådgiver", "+1,0 siden sidst (+100,0 pct.)"),
        ("Typisk ophold efter § 107", ""),
    ],
)
def test_a_tile_tells_its_change_since_the_last_version(
    page: Page, rewritten: str, tile: str, words: str
) -> None:
    see(page, rewritten)
    found = page.locator(".tile", has_text=tile).locator(".since-version")
    expect(found).to_have_text(words)


def test_a_single_version_has_none_before_it(watched: Page, served_url: str) -> None:
    see(watched, served_url + PATH)
    expect(watched.locator(f"{CARD} .empty")).to_contain_text("ingen tidligere version at sammenligne med")
    assert faults(watched) == []
    see(watched, served_url)
    expect(watched.locator(".since-version")).to_have_count(0)
