"""Opening a page, waiting until there is something to see, and looking for what is wrong with it."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from tests.screenshots import open_page

WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}

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


def faults(page: Page) -> list[str]:
    """What axe finds, each with the element it is about."""
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in found]


def overflow(page: Page) -> int:
    """How many pixels the page is wider than the screen."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return max(wider, 0)
