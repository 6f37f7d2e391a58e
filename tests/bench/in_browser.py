"""What a reader waits for, in Chromium: the first load, and a changed filter until its figures are there."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Browser, Page, Request
from playwright.sync_api import TimeoutError as NotInTime

from tests.bench.servers import Side
from tests.bench.views import Asked

TIME_LIMIT = 30_000  # milliseconds
TRIES = 3
UPDATE = "/_dash-update-component"

WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
QUIET = 300  # milliseconds
ASK = "([change, quiet]) => window.changed(change, quiet)"


@dataclass
class Load:
    """A first load: bytes as they came over the wire, and milliseconds until the figures were drawn."""

    bytes: int
    time: float


@dataclass
class Changes:
    """Milliseconds of each change, and the bodies of the requests that each sent."""

    times: list[float] = field(default_factory=list)
    requests: list[list[str]] = field(default_factory=list)


def first_load(browser: Browser, side: Side) -> Load:
    """With nothing in the browser's cache.

    Plain Dash sets itself up at its first requests, and now and then loses a script that is asked for
    meanwhile: then the next visitor counts.
    """
    for _ in range(TRIES - 1):
        try:
            return _visit(browser, side)
        except AssertionError:
            continue
    return _visit(browser, side)


def _visit(browser: Browser, side: Side) -> Load:
    page = watched_page(browser)
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    sizes: list[int] = []
    network.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    open_watched(page, side)
    page.wait_for_load_state("networkidle")
    load = Load(sum(sizes), page.evaluate("window.drawnAt"))
    page.context.close()
    return load


def watched_page(browser: Browser) -> Page:
    """An empty page, in a browser that has nothing in its cache."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(WATCH)
    return context.new_page()


def open_watched(page: Page, side: Side) -> None:
    page.goto(side.url, wait_until="commit")
    try:
        page.wait_for_function("() => window.drawnAt", timeout=TIME_LIMIT)
    except NotInTime as problem:
        raise AssertionError(f"{side.name}: the first load draws no figures") from problem


def filter_changes(page: Page, side: Side, views: Sequence[Asked]) -> Changes:
    """Go from view to view on a page that shows the first of them."""
    changes = Changes()
    bodies: list[str] = []

    def note(request: Request) -> None:
        if UPDATE in request.url:
            bodies.append(request.post_data or "")

    page.on("request", note)
    for previous, view in pairwise(views):
        bodies.clear()
        changes.times.append(page.evaluate(ASK, [_change(side, view, previous), QUIET]))
        changes.requests.append(list(bodies))
    page.remove_listener("request", note)
    return changes


def _change(side: Side, view: Asked, previous: Asked) -> str:
    """As a click on a link of ours does it, and as a choice in a plain dropdown does."""
    if side.name == "ours":
        return (
            f"history.pushState({{}}, '', {json.dumps('/' + view.search)});"
            "window.dispatchEvent(new Event('_dashprivate_pushstate'));"
        )
    values = {**dict.fromkeys(dict(previous.filters)), **dict(view.filters)}
    values = {name: value for name, value in values.items() if dict(previous.filters).get(name) != value}
    return "".join(
        f"dash_clientside.set_props({json.dumps(name)}, {{value: {json.dumps(value)}}});"
        for name, value in values.items()
    )
