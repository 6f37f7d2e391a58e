"""Whether a figure stands well: beside a target, a guideline, a year ago."""

import pytest

from cockpit.findings.judging import Goal, Status, caseload_status, good_status, target_status

LOWER, HIGHER = Goal("lower", 100, 110), Goal("higher", 95, 90)


@pytest.mark.parametrize(
    ("value", "goal", "level", "words"),
    [
        (99, LOWER, "ok", "Under målet på T"),
        (100, LOWER, "ok", "På målet T"),
        (100.1, LOWER, "watch", "Over målet på T"),
        (110, LOWER, "watch", "Over målet på T"),
        (110.1, LOWER, "breach", "Over grænsen på L"),
        (96, HIGHER, "ok", "Over målet på T"),
        (95, HIGHER, "ok", "På målet T"),
        (94.9, HIGHER, "watch", "Under målet på T"),
        (90, HIGHER, "watch", "Under målet på T"),
        (89.9, HIGHER, "breach", "Under grænsen på L"),
        (1000, Goal("lower", 100), "watch", "Over målet på T"),
        (-5, Goal("lower", 0, 0), "ok", "Under målet på T"),
        (1, Goal("lower", 0, 0), "breach", "Over grænsen på L"),
    ],
)
def test_status_by_side(value: float, goal: Goal, level: str, words: str) -> None:
    status = target_status(value, goal, "T", "L")
    assert status is not None
    assert (status.level, status.words) == (level, words)


@pytest.mark.parametrize(
    ("value", "goal"),
    [(100, Goal("neutral", 90, 95)), (100, Goal("lower", None)), (None, LOWER), (None, Goal("higher", None))],
)
def test_no_status(value: float | None, goal: Goal) -> None:
    assert target_status(value, goal, "T", "L") is None


def test_good_status_follows_the_definition() -> None:
    assert good_status("lower", 0.05, "2025") == Status("watch", "Højere end 2025")
    assert good_status("lower", -0.05, "2025") == Status("ok", "Lavere end 2025")
    assert good_status("higher", -0.05, "2025") == Status("watch", "Lavere end 2025")
    assert good_status("lower", 0.004, "2025") == Status("ok", "Som i 2025")
    assert good_status("neutral", 0.5, "2025") is None
    assert good_status("lower", None, "2025") is None


def test_caseload_status() -> None:
    assert caseload_status("over") == Status("breach", "Over det vejledende")
    assert caseload_status("no_guideline") is None
