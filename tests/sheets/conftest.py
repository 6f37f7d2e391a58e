"""Sheets of the demo municipality, and of any other warehouse."""

from collections.abc import Callable

import pytest

from cockpit.keyfigures import running
from cockpit.settings import Settings
from cockpit.sheets import asking, messages
from cockpit.sheets.filling import filled
from cockpit.sheets.model import FilledSheet, Place, Sheet
from cockpit.warehouse import Warehouse

Serve = Callable[[Warehouse], None]
BOTILBUD = Place("group", "botilbud")


def sheet(topic: str, place: Place = BOTILBUD) -> FilledSheet:
    return filled(Sheet("1", topic, place))


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Let sheets be filled from this warehouse."""

    def use(warehouse: Warehouse) -> None:
        for module in (running, asking, messages):
            monkeypatch.setattr(module, "served", lambda: warehouse)

    return use


@pytest.fixture(scope="session")
def demo_warehouse(demo_settings: Settings) -> Warehouse:
    return Warehouse(demo_settings)


@pytest.fixture
def demo(demo_warehouse: Warehouse, serve: Serve) -> Warehouse:
    serve(demo_warehouse)
    return demo_warehouse
