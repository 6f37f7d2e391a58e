"""Every page in every state: both themes and widths, by keyboard, empty, lacking, published anew."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from cockpit.demo import write_demo
from cockpit.intake import load
from cockpit.keyfigures import run
from cockpit.pages import PAGES as NAVIGATED
from cockpit.warehouse import Warehouse
from cockpit.wording import number
from tests.pages.seeing import PHONE, WIDE, at_rest, faults, overflow, see
from tests.screenshots import watch
from tests.serving import AS_OF, loaded, served

FILTERED = tuple(page.path for page in NAVIGATED if page.filtered)
FIGURES = ("/noegletal/cost_intervals", "/noegletal/caseload?by=caseworker")
PAGES = (*(page.path for page in NAVIGATED), *FIGURES)
NOTHING = "ejer=region&paragraf=SEL%2085-bl&fra=2026-01"

# Deliveries that lack something; a figure that needs it says so, and the rest stands.
DELIVERIES = {
    "caseload alone": ("case_assignments.csv", "caseworkers.csv"),
    "no rates, no caseload": ("citizens.csv", "services.csv", "providers.csv"),
}
FOCUSABLE = """() => [...document.querySelectorAll('a[href], button, summary, input, [tabindex="0"]')].filter(
    (part) => part.checkVisibility({ checkVisibilityCSS: true }) && !part.disabled && part.tabIndex >= 0
        && !part.closest('[inert]')).length"""
SEEN = """() => { const part = document.activeElement; window.met = (window.met || new Set()).add(part);
    const look = getComputedStyle(part), ring = getComputedStyle(part, ':focus-visible');
    return part === document.body || look.outlineStyle !== 'none' || look.boxShadow !== 'none'
        ? '' : part.outerHTML.slice(0, 120); }"""


def with_query(path: str, query: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{query}"


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1440", "390"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_that_axe_finds_and_nothing_overflows(
    browser: Browser, served_url: str, size: ViewportSize, scheme: str
) -> None:
    page = browser.new_page(viewport=size, color_scheme="dark" if scheme == "dark" else "light")
    problems: list[str] = []
    watch(page, served_url, problems)
    for path in PAGES:
        see(page, served_url + path)
        for button in page.locator("[data-opens=table]:visible").all():
            button.click()
        assert faults(page) == [], path
        assert overflow(page) == 0, path
        assert page.evaluate("document.documentElement.lang") == "da"
    assert problems == []
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_reaches_every_link_and_button(watched: Page, served_url: str, path: str) -> None:
    see(watched, served_url + path)
    reachable = watched.evaluate(FOCUSABLE)
    for _ in range(reachable + 1):
        watched.keyboard.press("Tab")
        assert watched.evaluate(SEEN) == "", "no ring shows where the focus is"
    assert watched.evaluate("window.met.size") >= reachable


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1440", "390"])
def test_filters_that_leave_nothing_say_so(browser: Browser, served_url: str, size: ViewportSize) -> None:
    page = browser.new_page(viewport=size, color_scheme="dark" if size is PHONE else "light")
    problems: list[str] = []
    watch(page, served_url, problems)
    for path in FILTERED:
        see(page, served_url + with_query(path, NOTHING))
        assert page.locator(".failed").count() == 0, path
        assert faults(page) == [], path
        assert overflow(page) == 0, path
    assert problems == []
    page.close()


@pytest.fixture(scope="module", params=DELIVERIES)
def lacking(
    request: pytest.FixtureRequest, demo_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A cockpit that was given some of the extracts only."""
    home = tmp_path_factory.mktemp("lacking")
    (home / "delivery").mkdir()
    for name in DELIVERIES[request.param]:
        shutil.copy(demo_folder / name, home / "delivery")
    with served(loaded(home / "delivery", home)) as url:
        yield url


def test_what_was_never_delivered_is_said_in_words(page: Page, lacking: str) -> None:
    problems: list[str] = []
    watch(page, lacking, problems)
    for path in PAGES:
        see(page, lacking + path)
        # The page of one figure says it in the figure's own place; any other once for all its cards.
        for told in page.locator(".failed").all_text_contents():
            assert path in FIGURES, (path, told)
            assert "ikke er leveret" in told, (path, told)
        assert page.locator(".lacking").count() <= 1, path
        assert faults(page) == [], path
        assert overflow(page) == 0, path
    assert problems == []


def test_a_new_version_is_seen_at_the_next_click(browser: Browser, demo_folder: Path, tmp_path: Path) -> None:
    settings = loaded(demo_folder, tmp_path)
    write_demo(tmp_path / "another", seed=2)
    problems: list[str] = []
    with served(settings) as url:
        looking = {path: browser.new_page(viewport=WIDE) for path in FILTERED}
        for path, page in looking.items():
            watch(page, url, problems)
            see(page, url + path)
        assert load(tmp_path / "another", AS_OF, settings, progress=print).version
        for path, page in looking.items():
            page.locator("#filters summary", has_text="Ejer").click()
            page.locator(".pill-menu[open]").get_by_role("link", name="Egne tilbud").click()
            expect(page.locator("#filters summary", has_text="Ejer")).to_contain_text("Egne tilbud")
            at_rest(page)
            assert page.locator(".failed").count() == 0, path
        answer = run(
            "residential_count", {"on": f"{AS_OF}", "year": f"{AS_OF.year}"}, warehouse=Warehouse(settings)
        )
        now = next(row["value"] for row in answer.rows if row["definition"] == "now")
        see(looking["/botilbud"], f"{url}/botilbud")
        expect(looking["/botilbud"].locator("#content")).to_contain_text(number(now))
        for page in looking.values():
            page.close()
    assert problems == []
