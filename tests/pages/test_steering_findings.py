"""The titles of Botilbud and Udgifter: fixed rules, with the cases on both sides of each limit."""

from datetime import date
from typing import Any

import pytest

from cockpit.components.cost_tables import interval_table
from cockpit.components.steering_findings import (
    OWNER_PLACES,
    age_title,
    dear_title,
    growth_title,
    is_notable,
    weight_title,
)
from cockpit.components.year_table import YearTable, first_and_last, year_table
from tests.pages.made_answers import intervals

PLAIN = "Borgere efter udgift"
MORE = "Flere borgere koster over 2 mio. kr. om året"
FEWER = "Færre borgere koster over 2 mio. kr. om året"
MORE_IN_YEAR = "Flere borgere kostede over 2 mio. kr. i året"


@pytest.mark.parametrize(
    ("first", "last", "notable"),
    [
        (0, 2, False),
        (0, 3, True),
        (14, 16, False),
        (14, 17, True),
        (50, 54, False),
        (50, 55, True),
        (9, 6, True),
    ],
)
def test_notable(first: int, last: int, notable: bool) -> None:
    assert is_notable(first, last) is notable


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
    assert dear_title(interval_table(intervals(*years)), measure) == title


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
    assert weight_title(table, "plain") == title


def test_a_whole_year_compared_is_the_as_of_dates_when_it_is_the_last_of_december() -> None:
    years = intervals((2025, 0, 9, 9, 4, 1), (2026, 0, 9, 9, 40, 9), as_of=date(2026, 12, 31))
    assert dear_title(interval_table(years), "annualised").startswith("Flere")


def stocks(**lines: tuple[int, ...]) -> YearTable:
    years = range(2024, 2024 + max(map(len, lines.values()), default=0))
    cells = {
        (key, year): value for key, values in lines.items() for year, value in zip(years, values, strict=True)
    }
    return year_table(
        "Ejer", {key: key for key in lines}, cells, list(years), compared=first_and_last(list(years))
    )


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ({"own": (77, 98), "private": (42, 50)}, "Stigningen er størst i egne tilbud"),
        ({"own": (77, 79), "private": (42, 50)}, "Stigningen er størst hos private"),
        ({"own": (77, 85), "private": (42, 50)}, "plain"),  # as much in both
        ({"own": (77, 80), "private": (42, 41)}, "plain"),  # three of seventy-seven
        ({"own": (77, 70), "private": (42, 30)}, "plain"),  # nothing grows
        ({"own": (77, 98)}, "plain"),  # nothing to be largest of
        ({"own": (98,), "private": (50,)}, "plain"),
        ({"uoplyst": (0, 50), "own": (70, 71), "private": (5, 5)}, "plain"),
        ({}, "plain"),
    ],
)
def test_growth_title(lines: dict[str, tuple[int, ...]], title: str) -> None:
    assert growth_title(stocks(**lines), OWNER_PLACES, "plain") == title


def ages(**counts: tuple[int, int, int]) -> list[dict[str, Any]]:
    """Citizens under 25, of 25–54 and of 67 and over, by section."""
    bands = ("18-24", "35-44", "67+")
    return [
        {"age_band": band, "by_value": f"SEL {key[1:]}", "citizens": count}
        for key, values in counts.items()
        for band, count in zip(bands, values, strict=True)
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (ages(s107=(8, 0, 2), s108=(4, 9, 12)), True),
        (ages(s107=(6, 0, 2), s108=(6, 9, 12)), False),  # as many of the young in both
        (ages(s107=(4, 0, 2), s108=(8, 9, 12)), False),
        (ages(s107=(8, 0, 7), s108=(4, 9, 6)), False),
        (ages(s107=(6, 0, 2), s108=(3, 9, 12)), False),  # too few young
        (ages(s107=(8, 0, 2), s108=(4, 9, 5)), False),  # too few old
        ([{"age_band": "uoplyst", "by_value": "SEL 107", "citizens": 40}], False),
        ([], False),
    ],
)
def test_age_title(rows: list[dict[str, Any]], found: bool) -> None:
    finding = "De unge bor oftest midlertidigt, de ældre længerevarende"
    assert age_title(rows, "plain") == (finding if found else "plain")


def test_a_band_across_the_limit_of_youth_is_not_young() -> None:
    rows = [
        {"age_band": "18-66", "by_value": "SEL 107", "citizens": 90},
        {"age_band": "67+", "by_value": "SEL 108", "citizens": 40},
    ]
    assert age_title(rows, "plain") == "plain"
