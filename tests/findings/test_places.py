"""What is said of places and dealings: the cases on both sides of each rule."""

from typing import Any

import pytest

from cockpit.findings.places import groups_title, market_title, occupancy_title, places_title


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
