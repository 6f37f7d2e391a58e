"""What the tests share: the demo municipality, loaded and served, and a browser to look at it with."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cockpit.demo import write_demo
from cockpit.settings import SETTINGS, Settings
from tests import browser as chromium
from tests import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def pytest_configure(config: pytest.Config) -> None:
    """Tests cannot reach real data or the real key: set before a test module imports the app."""
    home = tempfile.TemporaryDirectory(prefix="cockpit-tests-")
    config.add_cleanup(home.cleanup)
    for setting in SETTINGS:
        os.environ.pop(setting.name, None)
    os.environ["COCKPIT_DATA_DIR"] = str(Path(home.name) / "data")
    os.environ["COCKPIT_KEY_FILE"] = str(Path(home.name) / "key" / "pseudonym.key")


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fork lacks the threads and databases that are open here; tests/intake/test_apart.py makes some."""
    monkeypatch.setattr("cockpit.intake.apart.apart", lambda work, _seconds: work())


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo municipality's delivery, written once; not to be changed."""
    folder = tmp_path_factory.mktemp("demo") / "delivery"
    write_demo(folder)
    return folder


@pytest.fixture(scope="session")
def demo_settings(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a cockpit where the demo is loaded once; to load into, copy its `data_dir`."""
    return serving.loaded(demo_folder, tmp_path_factory.mktemp("cockpit"))


@pytest.fixture(scope="session")
def served_url(demo_settings: Settings) -> Iterator[str]:
    """Address of the demo, served as its users meet it."""
    with serving.served(demo_settings) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Chromium; where it is missing the test is skipped, and fails with CI=true."""
    if chromium.find_chromium() is None:
        if os.environ.get("CI"):
            pytest.fail(chromium.MISSING)
        pytest.skip(chromium.MISSING)
    with chromium.chromium() as running:
        yield running


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """An empty page of 1440 px in a context of its own, as a Danish manager's browser asks for it."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="da-DK", timezone_id="Europe/Copenhagen"
    )
    yield context.new_page()
    context.close()
