"""What is said of cost: fixed rules, with the cases on both sides of each limit."""

from datetime import date
from typing import Any

import pytest

from cockpit.components.cost_tables import interval_table
from cockpit.findings.cost import bridge_title, dear_title, weight_title
from tests.pages.made_answers import intervals

PLAIN = "Borgere efter udgift"
MORE = "Flere borgere koster over 2 mio. kr. om året"
FEWER = "Færre borgere koster over 2 mio. kr. om året"
MORE_IN_YEAR = "Flere borgere kostede over 2 mio. kr. i året"


@pytest.mark.parametrize(
    ("years", "measure", "title"),
    [
        (((2024, 0, 9, 9, 4, 1), (2025, 0, 9, 9, 6, 2)), "annualised", MORE),
        (((2024, 0, 9, 9, 6, 2), (2025, 0, 9, 9, 4, 1)), "annualised", FEWER),
        (((2024, 0, 9, 9, 4, 1), (2025, 0, 9, 9, 6, 2)), "in_year", MORE_IN_YEAR),
        (((2024, 0, 9, 9, 4, 1), (2025, 0, 9, 9, 5, 2)), "annualised", PLAIN),
        # The year that is not over says nothing, however many it has.
        (((2025, 0, 9, 9, 4, 1), (2026, 0, 9, 9, 40, 9)), "annualised", PLAIN),
        (((2024, 0, 9, 9, 4, 1), (2025, 0, 9, 9, 4, 1), (2026, 0, 9, 9, 40, 9)), "annualised", PLAIN),
        (((2024, 0, 9, 9, 4, 9), (2025, 0, 9, 9, 4, 14), (2026, 0, 0, 0, 0, 0)), "annualised",
         MORE),
        ((), "annualised", PLAIN),
    ],
)  # fmt: skip
def test_dear_title(years: tuple[tuple[int, ...], ...], measure: str, title: str) -> None:
    assert dear_title(interval_table(intervals(*years)).changes(), measure) == title


DEARER = "Tyngden flytter sig mod de dyre intervaller"
CHEAPER = "Tyngden flytter sig mod de billigere intervaller"


@pytest.mark.parametrize(
    ("first", "last", "title"),
    [
        ((10, 50, 30, 8, 2), (10, 40, 35, 12, 3), DEARER),
        ((10, 40, 35, 12, 3), (10, 50, 30, 8, 2), CHEAPER),
        # As many over every limit, of twice as many citizens: nothing has moved.
        ((10, 50, 30, 8, 2), (20, 100, 60, 16, 4), "plain"),
        # More in the dearest, but also more in the cheapest: no one way.
        ((10, 50, 30, 8, 2), (20, 30, 30, 12, 8), "plain"),
        # Two points are no finding, three are.
        ((0, 100, 0, 0, 0), (0, 98, 2, 0, 0), "plain"),
        ((0, 100, 0, 0, 0), (0, 97, 3, 0, 0), DEARER),
        ((0, 0, 0, 0, 0), (0, 97, 3, 0, 0), "plain"),
    ],
)
def test_weight_title(first: tuple[int, ...], last: tuple[int, ...], title: str) -> None:
    table = interval_table(intervals((2024, *first), (2025, *last), (2026, 0, 0, 0, 0, 99)))
    assert weight_title(table.changes(), "plain") == title


def test_a_whole_year_compared_is_the_as_of_dates_when_it_is_the_last_of_december() -> None:
    years = intervals((2025, 0, 9, 9, 4, 1), (2026, 0, 9, 9, 40, 9), as_of=date(2026, 12, 31))
    assert dear_title(interval_table(years).changes(), "annualised").startswith("Flere")


def effects(volume: float, mix: float, price: float) -> list[dict[str, Any]]:
    return [{"key": key, "amount": amount} for key, amount in
            (("volume", volume), ("mix", mix), ("price", price))]  # fmt: skip


@pytest.mark.parametrize(
    ("moved", "before", "title"),
    [
        (effects(51e6, 29e6, 20e6), 1000e6, "Over halvdelen af stigningen er flere borgere"),
        (effects(-51e6, -29e6, -20e6), 1000e6, "Over halvdelen af faldet er færre borgere"),
        (effects(20e6, 60e6, 20e6), 1000e6, "Over halvdelen af stigningen er en anden sammensætning"),
        (effects(20e6, 20e6, 60e6), 1000e6, "Over halvdelen af stigningen er prisen"),
        # Half and no more; and one that is more than the whole, because another pulls against it.
        (effects(50e6, 30e6, 20e6), 1000e6, "Udgiften stiger med 100,0 mio. kr."),
        (effects(120e6, -40e6, 20e6), 1000e6, "Udgiften stiger med 100,0 mio. kr."),
        (effects(9e6, 0, 0), 1000e6, "Udgiften er omtrent den samme"),
        (effects(9e6, 0, 0), 0, "Udgift fra år til år"),
    ],
)
def test_bridge_title(moved: list[dict[str, Any]], before: float, title: str) -> None:
    assert bridge_title(moved, before) == title
