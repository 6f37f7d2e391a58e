"""Opening a page and waiting until there is something to see."""

from playwright.sync_api import Page

from tests.screenshots import open_page

# The chart component is fetched after the card that holds it.
AT_REST = """() => !document.querySelector('.bone, [data-dash-is-loading="true"]')
    && [...document.querySelectorAll('.dash-graph')].every(graph => graph.querySelector('.main-svg'))"""


def see(page: Page, address: str) -> None:
    """Open the address and wait for its figures and charts."""
    open_page(page, address)
    at_rest(page)


def at_rest(page: Page) -> None:
    """Wait until no figure is on its way."""
    page.wait_for_function(AT_REST)
