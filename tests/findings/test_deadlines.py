"""What is said of deadlines: the cases on both sides of each rule."""

from datetime import date
from typing import Any

import pytest

from cockpit.findings.deadlines import kept_title, listed_title, risk_title, waits_title
from tests.pages.made_answers import AS_OF

NAMES = {"a": "Opfølgning", "b": "VISO-sag", "c": "Undersøgelse"}
SECOND, THIRD, FOURTH = date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)


def kept(start: date, kind: str, due: int, count: int) -> dict[str, Any]:
    return {"period_start": start, "kind": kind, "due": due, "kept": count, "breached": due - count}


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([], "Overholdte frister"),
        # The quarter under way says nothing yet, nor does one with few deadlines.
        ([kept(FOURTH, "a", 90, 40)], "Overholdte frister"),
        ([kept(THIRD, "a", 9, 5)], "Overholdte frister"),
        (
            [kept(SECOND, "a", 10, 9), kept(THIRD, "a", 9, 5)],
            "Opfølgning: 90 pct. blev holdt i 2. kvartal 2026",
        ),
        ([kept(THIRD, "a", 10, 10)], "Opfølgning: alle frister blev holdt i 3. kvartal 2026"),
        ([kept(THIRD, "a", 6, 6), kept(THIRD, "b", 4, 4)], "Alle frister blev holdt i 3. kvartal 2026"),
        (
            [kept(THIRD, "a", 60, 50), kept(THIRD, "b", 40, 38)],
            "88 pct. af fristerne blev holdt i 3. kvartal 2026; flest brud i opfølgning",
        ),
        (
            [kept(THIRD, "a", 60, 60), kept(THIRD, "b", 40, 37)],
            "97 pct. af fristerne blev holdt i 3. kvartal 2026; flest brud i VISO-sag",
        ),
        # As many in two kinds, or only a few: no kind is named. One breach is not all kept.
        (
            [kept(THIRD, "a", 60, 55), kept(THIRD, "b", 40, 35)],
            "90 pct. af fristerne blev holdt i 3. kvartal 2026",
        ),
        (
            [kept(THIRD, "a", 600, 599), kept(THIRD, "b", 400, 400)],
            "99 pct. af fristerne blev holdt i 3. kvartal 2026",
        ),
    ],
)  # fmt: skip
def test_kept_title(rows: list[dict[str, Any]], title: str) -> None:
    assert kept_title(rows, NAMES, AS_OF) == title


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ((), "Frister i fare"),
        ((("A", 0), ("B", 0)), "Ingen frister er overskredet"),
        ((("A", 1),), "1 frist er overskredet"),
        ((("A", 2), ("B", 1)), "3 frister er overskredet"),
        ((("A", 3), ("B", 3)), "6 frister er overskredet"),
        ((("A", 2), ("B", 3), ("A", 2)), "7 frister er overskredet, flest i A"),
        ((("uoplyst", 4), ("B", 3)), "7 frister er overskredet, flest i sager uden team"),
    ],
)
def test_risk_title(rows: tuple[tuple[str, int], ...], title: str) -> None:
    assert risk_title([{"team": team, "overdue": count} for team, count in rows]) == title


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ((), "Ventetid efter paragraf"),
        ((("a", 10, 90),), "Ventetid efter paragraf"),
        ((("a", 10, 90), ("c", 10, 80)), "Længst ventetid på afgørelse: Opfølgning"),
        ((("a", 9, 90), ("c", 10, 80), ("b", 10, 70)), "Længst ventetid på afgørelse: Undersøgelse"),
        ((("a", 10, 80), ("c", 10, 80)), "Ventetid efter paragraf"),
        ((("a", 10, None), ("c", 10, 80)), "Ventetid efter paragraf"),
    ],
)
def test_waits_title(rows: tuple[tuple[str, int, float | None], ...], title: str) -> None:
    columns = ("by_value", "services", "median_days_to_decision")
    assert waits_title([dict(zip(columns, row, strict=True)) for row in rows], NAMES) == title


@pytest.mark.parametrize(
    ("overdue", "title"),
    [
        ([], "Frister i fare"),
        ([None], "Ingen frister er overskredet, 1 udløber inden for 30 dage"),
        ([0], "1 frist er overskredet, ingen udløber inden for 30 dage"),
        ([9, 0, None], "2 frister er overskredet, 1 udløber inden for 30 dage"),
    ],
)
def test_listed_title(overdue: list[int | None], title: str) -> None:
    assert listed_title([{"days_overdue": days} for days in overdue], "30") == title


def test_a_quarter_is_over_on_its_last_day() -> None:
    rows = [kept(SECOND, "a", 10, 9), kept(THIRD, "a", 10, 8)]
    assert kept_title(rows, NAMES, date(2026, 9, 29)).endswith("90 pct. blev holdt i 2. kvartal 2026")
    assert kept_title(rows, NAMES, date(2026, 9, 30)).endswith("80 pct. blev holdt i 3. kvartal 2026")
