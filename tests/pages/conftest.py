"""What the page tests share: the demo's figures in this process, and a browser that hears complaints."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from cockpit.components import options, tile_versions
from cockpit.keyfigures import changes, running
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from tests.screenshots import watch

# Two cores under a whole suite have taken more than Playwright's five seconds to answer a click.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def warehouse(demo_settings: Settings) -> Warehouse:
    return Warehouse(demo_settings)


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
