"""Titles and layouts of places and dealings: the cases on both sides of each rule."""

from datetime import date
from typing import Any

import pytest

from cockpit.components.arranged import FREEST, laid_out
from cockpit.components.place_findings import groups_title, market_title, occupancy_title, places_title
from cockpit.components.place_layouts import BY_GROUP, TOGETHER
from tests.pages.made_answers import OPTIONS, made

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)


@pytest.mark.parametrize(
    ("rates", "title"),
    [
        ((), "Belægning i egne tilbud"),
        ((None,), "Belægning i egne tilbud"),
        ((0.95,), "95 pct. af pladserne i egne tilbud er i brug"),
        ((0.5, *[0.9] * 11), "90 pct. af pladserne i egne tilbud er i brug"),
        ((0.90, *[0.5] * 11, 0.915), "92 pct. af pladserne i egne tilbud er i brug"),
        ((0.90, *[0.5] * 11, 0.93), "Belægningen er steget fra 90 pct. til 93 pct. på et år"),
        ((0.95, *[0.5] * 11, 0.9), "Belægningen er faldet fra 95 pct. til 90 pct. på et år"),
        ((None, *[0.5] * 11, 0.9), "90 pct. af pladserne i egne tilbud er i brug"),
    ],
)
def test_occupancy_title(rates: tuple[float | None, ...], title: str) -> None:
    assert occupancy_title([{"occupancy_rate": rate} for rate in rates]) == title


@pytest.mark.parametrize(
    ("free", "title"),
    [
        ((), "Pladser i egne tilbud"),
        ((0,), "Ingen ledige pladser i egne tilbud"),
        ((1, 0), "1 ledig plads i egne tilbud"),
        ((3, 2, -4), "5 ledige pladser i egne tilbud; 1 tilbud har flere borgere end pladser"),
    ],
)
def test_places_title(free: tuple[int, ...], title: str) -> None:
    assert places_title([{"free": count} for count in free]) == title


@pytest.mark.parametrize(
    ("dealings", "title"),
    [
        ((), "Køb og salg"),
        ((("own", 5e6),), "Køb og salg"),
        ((("bought", 3e6), ("bought", 1e6), ("own", 9e6)), "Vi køber for 4,00 mio. kr. om året"),
        ((("bought", 3e6), ("sold", 2e6)), "Vi køber for 3,00 mio. kr. og sælger for 2,00 mio. kr. om året"),
    ],
)
def test_market_title(dealings: tuple[tuple[str, float], ...], title: str) -> None:
    rows: list[dict[str, Any]] = [{"direction": way, "annual_amount": amount} for way, amount in dealings]
    assert market_title(rows) == title


@pytest.mark.parametrize(
    ("bought", "title"),
    [
        ((), "Køb, salg og selvforsyning efter gruppe"),
        ((9,), "Køb, salg og selvforsyning efter gruppe"),
        ((5, 5), "Køb, salg og selvforsyning efter gruppe"),
        ((6, 5), "Mere end halvdelen af det, vi køber, er g0"),
    ],
)
def test_groups_title(bought: tuple[float, ...], title: str) -> None:
    rows = [{"group": f"g{place}", "bought_amount": amount} for place, amount in enumerate(bought)]
    assert groups_title(rows) == title


def test_all_providers_of_a_month_together() -> None:
    rows = ((SEPTEMBER, "T1", 10, 30, 1 / 3), (SEPTEMBER, "T2", 20, 30, 2 / 3), (OCTOBER, "T1", 0, 0, None))
    columns = "month provider used_days available_days occupancy_rate"
    found = laid_out(made("occupancy", columns, *rows), TOGETHER, OPTIONS)
    assert [tuple(row.values()) for row in found.rows] == [(SEPTEMBER, 30, 60, 0.5), (OCTOBER, 0, 0, None)]


def test_amounts_of_a_group_whoever_it_is_bought_from() -> None:
    rows = (
        ("bought", "private", "botilbud", 5, 100.25, None),
        ("bought", "region", "botilbud", 5, 50.25, None),
        ("bought", "private", "BPA", 1, 200.0, None),
        ("sold", "own", "botilbud", 3, 40.0, 0.3),
        ("own", "own", "botilbud", 7, 70.0, 0.5),
    )
    columns = "direction owner group citizens annual_amount share"
    found = laid_out(made("market", columns, *rows), BY_GROUP, OPTIONS)
    assert [tuple(row.values()) for row in found.rows] == [
        ("BPA", 200.0, 0.0, 0.0, None),
        ("botilbud", 150.5, 40.0, 70.0, 0.5),
    ]


def test_the_provider_with_most_free_places_on_top() -> None:
    found = laid_out(made("places", "provider free", ("T1", -1), ("T2", 2), ("T3", 0)), FREEST, OPTIONS)
    assert [row["provider"] for row in found.rows] == ["T2", "T3", "T1"]
