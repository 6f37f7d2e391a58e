"""The screenshot script finds every page, and would notice a page that goes wrong."""

from playwright.sync_api import Browser, Page

from cockpit.pages import PAGES
from tests.screenshots import open_page, paths, watch


def test_every_page_is_found(browser: Browser, served_url: str) -> None:
    found = paths(browser, served_url)
    assert {page.path for page in PAGES} <= set(found)


def test_every_page_opens_without_a_complaint(browser: Browser, page: Page, served_url: str) -> None:
    problems: list[str] = []
    watch(page, served_url, problems)
    for path in paths(browser, served_url):
        open_page(page, served_url + path)
        assert page.locator(".failed").count() == 0, path
    assert problems == []


def test_complaints_are_noticed(page: Page, served_url: str) -> None:
    problems: list[str] = []
    watch(page, served_url, problems)
    open_page(page, served_url)
    page.evaluate("console.error('kortet mangler')")
    page.evaluate("fetch('http://127.0.0.1:9/elsewhere').catch(() => null)")
    assert "kortet mangler" in problems
    # The content security policy stops it before it is asked for, and says so.
    assert any("http://127.0.0.1:9/elsewhere" in said for said in problems)
