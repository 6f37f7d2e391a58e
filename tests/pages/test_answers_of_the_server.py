"""Addresses that lead nowhere, files that cannot be made, a cockpit without data: plain words every time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cockpit.settings import read_settings
from tests.pages.seeing import see
from tests.serving import served


@pytest.mark.parametrize(
    "path", ["/findes-ikke", "/noegletal/findes_ikke", "/til-og-afgang/x", "/hent/", "/x.csv"]
)
def test_no_page_is_404_in_plain_danish(page: Page, served_url: str, path: str) -> None:
    answer = page.request.get(served_url + path)
    assert answer.status == 404
    assert "Siden findes ikke" in answer.text()
    assert 'lang="da"' in answer.text()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("stock_flow.csv?period=uge&from=2024-01-01&to=2024-12-31", "period kan ikke være"),
        ("stock_flow.csv?period=year", "mangler parameteren"),
        ("findes_ikke.csv", "findes ikke"),
        ("cost.csv?from_year=2030&to_year=2031", "kan højst være 2026"),
        ("length_of_stay.csv?windows=i+gaar", "ikke en dato"),
        ("length_of_stay.csv?windows=2024-01-01", "windows skal være perioder"),
    ],
)
def test_a_file_that_cannot_be_made_says_why(page: Page, served_url: str, query: str, words: str) -> None:
    answer = page.request.get(f"{served_url}/hent/{query}")
    assert answer.status == 400
    assert words in answer.text()
    assert "Traceback" not in answer.text()


def test_what_is_sent_is_compressed_and_the_small_bundle(page: Page, served_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    see(page, served_url)
    assert any("plotly-basic" in url for url in asked)
    assert not any("package_data/plotly" in url for url in asked)
    script = next(url for url in asked if "plotly-basic" in url)
    answer = page.request.get(script, headers={"Accept-Encoding": "br"})
    assert answer.headers["content-encoding"] == "br"


def test_graphs_never_offer_to_upload_themselves(page: Page, served_url: str) -> None:
    see(page, served_url)
    context = page.evaluate("document.querySelector('.js-plotly-plot')._context")
    assert context["showSendToCloud"] is False
    assert context["plotlyServerURL"] == ""
    assert context["displayModeBar"] is False


@pytest.fixture(scope="module")
def empty_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home: Path = tmp_path_factory.mktemp("empty")
    environment = {"COCKPIT_DATA_DIR": str(home / "data"), "COCKPIT_KEY_FILE": str(home / "key")}
    with served(read_settings(environment)) as url:
        yield url


@pytest.mark.parametrize("path", ["/", "/til-og-afgang", "/noegletal/cost"])
def test_without_data_the_page_says_what_to_do(browser: Browser, empty_url: str, path: str) -> None:
    page = browser.new_page()
    see(page, empty_url + path)
    expect(page.locator(".failed")).to_contain_text("cockpit load")
    expect(page.locator("#nav")).to_contain_text("Nøgletal")
    page.close()
