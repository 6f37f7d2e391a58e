"""Runs the tests of key figures with every answer empty, and tells which figures those ask that then fail.

A pytest plugin: nothing is loaded, so it takes seconds. A test that passes without an answer has not counted
the figure, and is left out.
"""

import json
from collections.abc import Generator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.keyfigures import loading, two_versions
from tests.keyfigures.loading import Loaded, words

Figures = set[str]
Reported = Generator[None, pytest.TestReport, pytest.TestReport]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--asked", type=Path, help="where to write the figures that each test file asks")


class Asked:
    """What the test under way has asked, and what each file's failing tests have."""

    def __init__(self) -> None:
        self.now: Figures = set()
        self.by_file: dict[str, Figures] = {}

    def __call__(self, line: str) -> None:
        self.now.add(words(line)[0])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Reported:
        report = yield
        if report.when == "call":
            if report.failed:
                self.by_file.setdefault(item.path.name, set()).update(self.now)
            self.now = set()
        return report


def pytest_configure(config: pytest.Config) -> None:
    asked = Asked()
    config.pluginmanager.register(asked, "asked")
    _answer_nothing(asked)


def pytest_unconfigure(config: pytest.Config) -> None:
    asked = config.pluginmanager.get_plugin("asked")
    assert isinstance(asked, Asked)
    told = {file: sorted(figures) for file, figures in asked.by_file.items()}
    config.getoption("--asked").write_text(json.dumps(told), encoding="utf-8")


def _answer_nothing(asked: Asked) -> None:
    """Deliveries are not loaded; SQL gives no row, and plain Python one that it cannot have."""

    def run(_: Loaded, line: str) -> list[dict[str, Any]]:
        asked(line)
        return []

    def result(_: Loaded, line: str, role: str = "") -> SimpleNamespace:
        asked(line)
        return SimpleNamespace(rows=[], columns=(), notice="", parameters={}, figure="", as_of=None)

    def plain(_: Loaded, line: str) -> list[dict[str, Any]]:
        return [{"asked": line}]

    for module in (loading, two_versions):
        for name in ("load", "read_delivery", "Warehouse"):
            setattr(module, name, _nothing)
    for method in (run, result, plain):
        setattr(Loaded, method.__name__, method)


def _nothing(*given: Any, **_: Any) -> SimpleNamespace:
    settings = given[0] if given else None
    return SimpleNamespace(refusals=(), rejected=(), version="v", settings=settings, lines=list)
