"""What is said of where we stand among others: the cases on both sides of each rule."""

from typing import Any

import pytest

from cockpit.findings.benchmark import benchmark_title, standing
from cockpit.wording import number


def compared(*values: float) -> list[dict[str, Any]]:
    median = sorted(values)[len(values) // 2]
    words = {1: "above", 0: "at", -1: "below"}
    return [
        {
            "municipality": str(place), "value": value, "rank": place + 1, "median": median,
            "distance": value - median, "position": words[(value > median) - (value < median)],
        }
        for place, value in enumerate(values)
    ]  # fmt: skip


FIVE = compared(120, 100.5, 100, 90, 80)
PLAIN = "Sammenligning med andre kommuner"


@pytest.mark.parametrize(
    ("rows", "own", "title"),
    [
        (FIVE, "0", "Vi ligger 20 pct. over medianen"),
        (FIVE, "1", "Vi ligger på niveau med medianen"),
        (FIVE, "3", "Vi ligger 10 pct. under medianen"),
        (FIVE, "9", PLAIN),
        (compared(120), "0", PLAIN),
    ],
)
def test_benchmark_title(rows: list[dict[str, Any]], own: str, title: str) -> None:
    assert benchmark_title(rows, own) == title


def test_standing_tells_rank_and_distance() -> None:
    assert standing(FIVE, "3", number) == "Nummer 4 af 5 kommuner med 90: 10 under medianen på 100."
    assert standing(FIVE, "2", number).endswith("lige på medianen.")
    assert standing(FIVE, "9", number).startswith("Vores egen kommune er ikke med")
