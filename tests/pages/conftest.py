"""What the page tests share: the demo's figures in this process, and a browser that hears complaints."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from cockpit.components import options, tile_versions
from cockpit.intake import load
from cockpit.keyfigures import changes, running
from cockpit.settings import Settings, read_settings
from cockpit.warehouse import Warehouse, served
from tests.keyfigures.deliveries import write
from tests.pages import told_apart
from tests.pages.told_apart import Written
from tests.screenshots import watch

# Two cores under a whole suite have taken more than Playwright's five seconds to answer a click.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def warehouse(demo_settings: Settings) -> Warehouse:
    return Warehouse(demo_settings)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A cockpit in this process, with a few citizens that it takes no time to load."""
    before, folder = dict(os.environ), tmp_path_factory.mktemp("small")
    os.environ["COCKPIT_DATA_DIR"] = str(folder / "data")
    os.environ["COCKPIT_KEY_FILE"] = str(folder / "key")
    sound = Written(rejected="01-05-2023")
    load(write(sound.tables(), folder / "delivery"), told_apart.AS_OF, read_settings(), progress=print)
    served.cache_clear()
    yield read_settings()
    os.environ.clear()
    os.environ.update(before)
    served.cache_clear()


@pytest.fixture
def demo(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> Warehouse:
    """Components ask the demo, as they do in a cockpit that serves it."""
    for module in (options, running, changes, tile_versions):
        monkeypatch.setattr(module, "served", lambda: warehouse)
    return warehouse


@pytest.fixture
def watched(page: Page, served_url: str) -> Iterator[Page]:
    """A browser page that may neither complain in its console nor ask for anything outside this machine."""
    problems: list[str] = []
    watch(page, served_url, problems)
    yield page
    assert problems == []
