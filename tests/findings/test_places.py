"""What is said of places and dealings: the cases on both sides of each rule."""

from typing import Any

import pytest

from cockpit.findings.places import citizens_title, market_title, occupancy_title, places_title


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


PLAIN = "Borgere i egne, købte og solgte pladser"


@pytest.mark.parametrize(
    ("dealings", "title"),
    [
        ((), PLAIN),
        ((("a", "bought", None), ("b", "bought", None)), PLAIN),
        ((("a", "own", None), ("a", "bought", None)), PLAIN),
        ((("a", "sold", 0.2),), PLAIN),
        ((("a", "own", 0.62), ("a", "bought", None)), "62 pct. af vores borgere er i egne tilbud"),
        (
            (("a", "own", 1.0), ("a", "sold", 0.2)),
            "100 pct. af vores borgere er i egne tilbud, og vi sælger pladser",
        ),
        (
            (("a", "own", 0.51), ("b", "own", 0.5), ("b", "bought", None), ("c", "bought", None)),
            "I 1 af 3 grupper er over halvdelen af vores borgere i egne tilbud",
        ),
        (
            (("a", "own", 0.4), ("b", "own", 0.5), ("b", "sold", 0.1), ("c", "sold", 0.9)),
            "I ingen af 2 grupper er over halvdelen af vores borgere i egne tilbud; i 2 sælger vi pladser",
        ),
    ],
)
def test_citizens_title(dealings: tuple[tuple[str, str, float | None], ...], title: str) -> None:
    rows: list[dict[str, Any]] = [
        {"group": group, "direction": way, "share": share, "annual_amount": 1e6}
        for group, way, share in dealings
    ]
    assert citizens_title(rows) == title
