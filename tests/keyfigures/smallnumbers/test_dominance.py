"""A price is shown only where no single citizen, nor two, are nearly all of it."""

from datetime import date
from pathlib import Path

import pytest

from cockpit.keyfigures.smallnumbers.dominance import is_dominated
from tests.keyfigures.deliveries import by_hand, write
from tests.keyfigures.loading import load_delivery


@pytest.mark.parametrize(
    ("largest", "second", "total", "dominated"),
    [
        (100, 100, 600, False),
        # The others' 9 is less than a tenth of the largest: who knows the second knows the largest.
        (100, 1, 110, True),
        (100, 15, 140, False),
        (50, 36, 100, True),
        (50, 35, 100, False),
        (100, None, 100, True),
    ],
)
def test_one_or_two_may_not_be_nearly_all(
    largest: int, second: int | None, total: int, dominated: bool
) -> None:
    row = {"largest": largest, "second_largest": second, "total_cost": total}
    assert is_dominated(row) is dominated


def test_the_price_of_a_dominated_group_is_hidden_and_its_citizens_are_not(tmp_path: Path) -> None:
    services = [f"B{number}; SEL 107; 01-01-2025;; own;;" for number in range(6)]
    services += [f"C{number}; SEL 85; 01-01-2025;; own;;" for number in range(6)]
    rates = [
        f"S{number}; 01-01-2025;; {1000 if number != 1 else 40000}; day; base" for number in range(1, 13)
    ]
    tables = by_hand("\n".join(services), "\n".join(rates))
    loaded = load_delivery(write(tables, tmp_path / "delivery"), date(2026, 1, 31), tmp_path, {}, True)
    rows = loaded.result("cost from_year=2025 to_year=2025 by=group", role="politiker").rows
    assert [(row["by_value"], row["citizens"], row["unit_cost"], row["hidden"]) for row in rows] == [
        ("botilbud", 6, None, ["unit_cost"]),
        ("støtte i eget hjem", 6, 365000.0, []),
    ]
