"""A cockpit of its own for each test of the intake."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cockpit.intake import LoadReport, check, load
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from tests.intake.deliveries import settings_in, write

AS_OF = date(2026, 10, 31)

Checker = Callable[[dict[str, str]], LoadReport]
Loader = Callable[..., LoadReport]
Rows = Callable[[str], list[dict[str, Any]]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def checked(tmp_path: Path, settings: Settings) -> Checker:
    """check() of a delivery given as texts."""
    return lambda texts: check(write(tmp_path / "delivery", texts), settings)


@pytest.fixture
def loaded(tmp_path: Path, settings: Settings) -> Loader:
    """load() of a delivery given as texts, each call from a folder of its own."""
    folders = iter(range(100))

    def run(texts: dict[str, str], **options: Any) -> LoadReport:
        folder = write(tmp_path / f"delivery-{next(folders)}", texts)
        return load(folder, AS_OF, settings, progress=print, **options)

    return run


@pytest.fixture
def rows(settings: Settings) -> Rows:
    """Rows of a query on the version in use."""
    return lambda sql: Warehouse(settings).reader().rows(sql)
