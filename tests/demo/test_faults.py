"""The planted faults: each does to the load what faults.toml says, and they stay far below the limit."""

from collections import Counter
from pathlib import Path

import pytest

from cockpit.demo.recipe import read_recipe
from cockpit.intake import LoadReport, check
from cockpit.settings import Settings

EXTRACTS = (
    "citizens", "services", "rates", "providers", "capacity", "case_assignments", "caseworkers",
    "deadlines", "reviews", "ledger", "benchmarks", "initiatives",
)  # fmt: skip


@pytest.fixture(scope="module")
def report(demo_folder: Path, demo_settings: Settings) -> LoadReport:
    return check(demo_folder, demo_settings)


def declared(outcome: str) -> Counter[str]:
    """How many rows per extract the recipe says are `rejected`, `fallen` or `warned`."""
    found: Counter[str] = Counter()
    for fault in read_recipe().faults.values():
        found.update(fault.get(outcome, {}))
    return found


def test_a_dozen_kinds() -> None:
    assert sum(1 for fault in read_recipe().faults.values() if "rejected" in fault or "warned" in fault) >= 12


@pytest.mark.parametrize("extract", EXTRACTS)
def test_exactly_the_planted_rows_are_rejected(report: LoadReport, extract: str) -> None:
    (found,) = [entry for entry in report.extracts if entry.name == extract]
    assert found.rows_rejected == declared("rejected")[extract]
    assert found.rows_fallen == declared("fallen")[extract]
    assert found.warnings == declared("warned")[extract]
    assert found.rows_rejected <= 0.03 * found.rows_read


def test_the_load_is_not_refused(report: LoadReport) -> None:
    assert report.refusals == ()


def test_the_faults_break_many_rules(report: LoadReport) -> None:
    rules = Counter(problem.rule for problem in report.rejected if problem.counts)
    assert len(rules) >= 10, rules
