"""`make bench`: ours against the same page in plain Dash, in one run and as ratios."""

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from cockpit.demo import write_demo
from cockpit.settings import Settings
from tests.bench.children import in_child
from tests.bench.in_browser import Load, filter_changes, first_load, open_watched, watched_page
from tests.bench.measures import Measure, percentile, table
from tests.bench.servers import Side, both
from tests.bench.users import changes_at_once, warm
from tests.bench.views import WALK
from tests.browser import chromium
from tests.serving import loaded

A_CLICK = 300  # milliseconds after which a page's figures have changed
LOADS = 5
TURNS = 3  # there, back and there again: the first time nobody has asked before
SECONDS = 6.0
LOAD_ROUNDS = 2
WARMING = 6  # two workers, either of which may answer

Requests = dict[str, list[list[str]]]


def loads(browser: Browser, sides: Sequence[Side]) -> list[Measure]:
    """First loads, in turn; each side has met one visitor before."""
    found: dict[str, list[Load]] = {side.name: [] for side in sides}
    for _ in range(LOADS + 1):
        for side in sides:
            found[side.name].append(first_load(browser, side))
    seen = {name: some[1:] for name, some in found.items()}
    size = {name: median(load.bytes / 1000 for load in some) for name, some in seen.items()}
    time = {name: median(load.time for load in some) for name, some in seen.items()}
    return [
        Measure("First load, bytes on the wire", "kB", size["ours"], size["plain"], 0.25),
        Measure("First load, figures drawn", "ms", time["ours"], time["plain"], 0.6),
    ]


def changes(browser: Browser, sides: Sequence[Side]) -> tuple[list[Measure], Requests]:
    """Filter changes, in turn; with the requests that each view sent."""
    new: dict[str, list[float]] = {side.name: [] for side in sides}
    seen: dict[str, list[float]] = {side.name: [] for side in sides}
    requests: Requests = {}
    pages = {side.name: watched_page(browser) for side in sides}
    for side in sides:
        open_watched(pages[side.name], side)
    for turn in range(TURNS):
        walk = WALK[::-1] if turn % 2 else WALK
        for side in sides:
            done = filter_changes(pages[side.name], side, walk)
            (seen if turn else new)[side.name] += done.times
            requests[side.name] = done.requests
    for page in pages.values():
        page.context.close()
    every = {name: new[name] + seen[name] for name in new}
    measures = []
    for share in (0.5, 0.95):
        for name, some, target in (
            ("Filter change", every, 0.7),
            ("… of it a view not asked before", new, None),
        ):
            ours, plain = (percentile(some[side], share) for side in ("ours", "plain"))
            kept = target if share == 0.5 else None
            measures.append(Measure(f"{name}, p{share * 100:.0f}", "ms", ours, plain, kept))
    return measures, requests


def crowd(sides: Sequence[Side], requests: Requests) -> list[Measure]:
    """Twenty people at once on views that have been asked before."""
    rates: dict[str, list[float]] = {side.name: [] for side in sides}
    times: dict[str, list[float]] = {side.name: [] for side in sides}
    warm(sides[0], requests["ours"], WARMING)
    for _ in range(LOAD_ROUNDS):
        for side in sides:
            load = changes_at_once(side, requests[side.name], SECONDS)
            rates[side.name].append(load.rate)
            times[side.name] += load.times
    late = {name: percentile(some, 0.95) * 1000 for name, some in times.items()}
    return [
        Measure(
            "20 users, changes", "a second", median(rates["ours"]), median(rates["plain"]), 10, least=True
        ),
        Measure("20 users, p95", "ms", late["ours"], late["plain"], 0.2),
    ]


def uncached(settings: Settings) -> Measure:
    pairs = json.loads(in_child("uncached", [], settings))
    raw = median(raw for _, raw in pairs)
    ratio = median(page / raw for page, raw in pairs)
    return Measure("Uncached page, against raw DuckDB", "ms", ratio * raw * 1000, raw * 1000, 1.4)


def slowest(settings: Settings) -> Measure:
    """Of all pages and some views of each: what a reader waits for on a machine with nothing else to do."""
    seen = [json.loads(line) for line in in_child("pages", [], settings).splitlines()]
    most = max(seen, key=lambda one: float(one["wall"]))
    name = f"Slowest page uncached, {most['page']}"
    return Measure(name, "ms", most["wall"] * 1000, A_CLICK, 1)


def main() -> int:
    with tempfile.TemporaryDirectory() as home:
        write_demo(Path(home) / "delivery")
        # Twice, so that there is a version before to compare with.
        for _ in range(2):
            settings = loaded(Path(home) / "delivery", Path(home))
        with both(settings) as sides, chromium() as browser:
            measures = loads(browser, sides)
            filtered, requests = changes(browser, sides)
            measures += [*filtered, *crowd(sides, requests)]
            # By now both processes of either side have answered; before, one of the plain ones may not have.
            ours, plain = (side.memory() for side in sides)
            memory = Measure("Memory after load", "MB", ours, plain, 1.1)
        measures += [uncached(settings), slowest(settings), memory]
    print(table(measures))
    return 0 if all(measure.held for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(main())
