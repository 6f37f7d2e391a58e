"""The bench's parts work, so that it does not rot between the times it is run."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cockpit.keyfigures.changes import questions
from cockpit.settings import PROJECT, Settings
from tests.bench.children import in_child
from tests.bench.in_browser import filter_changes, first_load, open_watched, watched_page
from tests.bench.measures import Measure, percentile, table
from tests.bench.servers import Side
from tests.bench.users import changes_at_once, warm
from tests.bench.views import WALK
from tests.serving import COCKPIT, environment

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_a_measure_tells_whether_its_target_holds() -> None:
    low = Measure("Bytes", "kB", 1, 4, 0.25)
    assert (low.ratio, low.held) == (0.25, True)
    assert not Measure("Bytes", "kB", 1.1, 4, 0.25).held
    assert Measure("Changes", "a second", 20, 2, 10, least=True).held
    assert not Measure("Changes", "a second", 19, 2, 10, least=True).held
    assert "NO" in table([low, Measure("Time", "ms", 9, 4, 0.6)]).splitlines()[-1]
    assert percentile([3, 1, 2, 4], 0.5) == 2
    assert percentile([3, 1, 2, 4], 0.95) == 4


def test_the_plain_page_shows_the_same_figures(
    demo_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A process cannot open one file both plainly and with the cockpit's own settings.
    copied = shutil.copytree(demo_settings.data_dir, tmp_path / "data")
    monkeypatch.setenv("COCKPIT_DATA_DIR", str(copied))
    from tests.bench.plain_dash import FILTERS, show
    from tests.bench.plain_queries import database, latest, rows_in

    asked = [(figure, given) for figure, some in questions(latest()).items() for given in some]
    counts = [len(rows_in(0, figure, given)) for figure, given in asked]
    assert sum(counts) > 0
    view = dict(WALK[1].filters)
    tiles, *_below = show(*(view.get(name) for name in FILTERS))
    database().close()
    database.cache_clear()
    printed = {tile.children[0].children: tile.children[1].children for tile in tiles.children}
    given = ["section=SEL 107", "period=month", "from=2026-10-01", "to=2026-10-31"]
    command = [str(COCKPIT), "figure", "stock_flow", *given, "--format", "json"]
    rows = json.loads(subprocess.check_output(command, env=environment(demo_settings)))["rows"]
    assert printed["Borgere"] == str(rows[-1]["closing"])


def test_in_a_browser_and_from_threads(browser: "Browser", served_url: str) -> None:
    side = Side("ours", served_url, os.getpid())
    load = first_load(browser, side)
    assert load.bytes > 100_000
    page = watched_page(browser)
    open_watched(page, side)
    changes = filter_changes(page, side, WALK[:2])
    page.context.close()
    assert 0 < changes.times[0] < 60_000
    assert len(changes.requests[0]) == 2, "the frame and the cards, and nothing else"
    warm(side, changes.requests, 1)
    crowd = changes_at_once(side, changes.requests, 0.2, users=2)
    assert crowd.rate > 0
    assert side.memory() > 1


def test_an_uncached_page_is_timed_against_its_own_queries(demo_settings: Settings) -> None:
    command = [sys.executable, "-m", "tests.bench.uncached", "1"]
    ((page, raw),) = json.loads(subprocess.check_output(command, cwd=PROJECT, env=environment(demo_settings)))
    assert page > 0.5 * raw > 0


def test_every_page_is_timed(demo_settings: Settings) -> None:
    from cockpit.pages import PAGES

    seen = [json.loads(line) for line in in_child("pages", ["1"], demo_settings).splitlines()]
    assert {one["page"] for one in seen} == {page.path for page in PAGES}
    assert all(0 < one["wall"] < 60 for one in seen)


@pytest.mark.parametrize("side", ["memory", "file", "stored"])
def test_a_load_is_timed(demo_folder: Path, tmp_path: Path, side: str) -> None:
    spent = json.loads(in_child("loading", [side, str(demo_folder), str(tmp_path)]).splitlines()[-1])
    assert spent["cpu"] > 0
    assert spent["peak"] > 50
