"""Every figure of the catalogue has its two tests: counted by hand, and anew on random deliveries."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cockpit.keyfigures import catalogue
from cockpit.settings import PROJECT

HERE = "tests/keyfigures"


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The figures by test file, as pytest itself collects and runs the tests (see asked.py)."""
    told = tmp_path_factory.mktemp("asked") / "asked.json"
    chosen = sorted(
        str(path.relative_to(PROJECT))
        for kind in ("test_*_by_hand.py", "test_random_*.py")
        for path in (PROJECT / HERE).glob(kind)
    )
    options = ["-q", "--tb=no", "-p", "tests.keyfigures.asked", "--asked", str(told)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *chosen],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.exists(), done.stdout[-3000:]
    return {file: set(figures) for file, figures in json.loads(told.read_text("utf-8")).items()}


def in_files(asked: dict[str, set[str]], start: str, end: str) -> set[str]:
    files = [figures for file, figures in asked.items() if file.startswith(start) and file.endswith(end)]
    return set().union(*files)


def test_every_figure_is_counted_by_hand(asked: dict[str, set[str]]) -> None:
    assert set(catalogue()) - in_files(asked, "test_", "_by_hand.py") == set()


def test_every_figure_is_computed_a_second_time(asked: dict[str, set[str]]) -> None:
    assert set(catalogue()) - in_files(asked, "test_random_", ".py") == set()


def test_a_test_that_counts_nothing_is_no_test(asked: dict[str, set[str]]) -> None:
    """What is only refused is not counted."""
    assert "findes_ikke" not in set().union(*asked.values())
    assert "test_errors.py" not in asked
    assert Path(__file__).name not in asked
