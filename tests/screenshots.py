"""A picture of every page at two widths, light and dark: `python -m tests.screenshots` fills screenshots/.

With `--readme` the picture in the README is made anew as well. Ends with status 1 when the browser's console
told of an error, or a page asked for anything outside this machine.
"""

import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from cockpit.demo import write_demo
from cockpit.settings import PROJECT
from tests.browser import chromium
from tests.serving import loaded, served

FOLDER = PROJECT / "screenshots"
README_PICTURE = PROJECT / "assets" / "readme.png"
WIDTHS = {1440: 900, 390: 844}  # and the height of the window
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Pages that the navigation does not name.
DEEPER = (
    "/data/indlaes",
    "/temamoede/klar-botilbud",
    "/data/log",
    "/noegletal/stock_flow?period=year&from=2020-01-01&to=2026-10-31&by=section&group=botilbud",
)

READY = """() => document.querySelector('#content h1')
    && !document.querySelector('.bone, [data-dash-is-loading="true"]')
    && [...document.querySelectorAll('.js-plotly-plot')].every(plot => plot.querySelector('.main-svg'))"""


def open_page(page: Page, address: str) -> None:
    """Open the address and wait until its figures, charts and fonts are there."""
    page.goto(address)
    page.wait_for_function(READY)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")


def paths(browser: Browser, url: str) -> list[str]:
    """Every page of the navigation, in its order, and those below."""
    page = browser.new_page()
    open_page(page, url)
    links = [link.get_attribute("href") or "" for link in page.locator("#nav a").all()]
    page.close()
    return [*dict.fromkeys(link.partition("?")[0] for link in links), *DEEPER]


def take_all(browser: Browser, url: str) -> list[str]:
    """Fill the folder; gives what went wrong on the way."""
    FOLDER.mkdir(exist_ok=True)
    problems: list[str] = []
    addresses = paths(browser, url)
    for (width, height), scheme in product(WIDTHS.items(), SCHEMES):
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        watch(page, url, problems)
        for path in addresses:
            open_page(page, url + path)
            name = path.partition("?")[0].strip("/").replace("/", "-") or "overblik"
            page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True)
        page.close()
    return problems


def watch(page: Page, url: str, problems: list[str]) -> None:
    """Note every console error and every request to elsewhere."""
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "request",
        lambda asked: (
            problems.append(f"asked for {asked.url}")
            if not asked.url.startswith((url, "data:", "blob:"))
            else None
        ),
    )


def take_for_readme(browser: Browser, url: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="light")
    open_page(page, url)
    page.screenshot(path=README_PICTURE)
    page.close()


def main() -> int:
    with tempfile.TemporaryDirectory() as home:
        write_demo(Path(home) / "delivery")
        settings = loaded(Path(home) / "delivery", Path(home))
        with served(settings) as url, chromium() as browser:
            problems = take_all(browser, url)
            if "--readme" in sys.argv:
                take_for_readme(browser, url)
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.name}/", *problems, sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
