"""Titles, order and charts of Sagsbehandlingsfrister: the cases on both sides of each rule."""

from datetime import date
from typing import Any

import pytest

from cockpit.charts import PALETTES
from cockpit.charts.kept_columns import kept_columns
from cockpit.charts.kept_lines import KeptLine, kept_lines
from cockpit.components.arranged import LONGEST, SINCE_FIRST, WORST, laid_out
from cockpit.components.deadline_findings import kept_title, risk_title, waits_title
from tests.pages.made_answers import AS_OF, OPTIONS, made

PALETTE = PALETTES["light"]
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


def test_rows_in_the_order_of_what_presses() -> None:
    columns = "kind team overdue due_within"
    risk = made("deadline_risk", columns, ("a", "A", 1, 9), ("a", "B", 4, 0), ("b", "A", 1, 10), days="30")
    shown = laid_out(risk, WORST, OPTIONS)
    assert [row["due_within"] for row in shown.rows] == [0, 10, 9]
    assert shown.given == {"days": "30", "opstilling": "vaerste"}
    columns = "by_value services median_days_to_decision"
    waits = made("waiting_time", columns, ("x", 9, 99.0), ("y", 10, None), ("z", 10, 5.0), ("w", 12, 50.0))
    assert [row["by_value"] for row in laid_out(waits, LONGEST, OPTIONS).rows] == ["w", "z", "y", "x"]
    due = made("deadlines_kept", "period_start kind due", (SECOND, "a", 0), (THIRD, "a", 3), (FOURTH, "a", 0))
    assert [row["period_start"] for row in laid_out(due, SINCE_FIRST, OPTIONS).rows] == [THIRD, FOURTH]
    assert laid_out(made("deadlines_kept", "period_start due"), SINCE_FIRST, OPTIONS).rows == []


def test_lines_differ_by_mark_and_are_open_where_the_quarter_is() -> None:
    lines = [
        KeptLine("Opfølgning på barnets plan", (0.8, 0.9), ("", "")),
        KeptLine("To", (1.0, None), ("", "")),
    ]
    figure = kept_lines(["3. kvt.<br>2026", "4. kvt. 2026<br>til 31-10"], lines, PALETTE, open_end=True)
    marks = [trace for trace in figure["data"] if "marker" in trace]
    assert [trace["marker"]["symbol"] for trace in marks] == ["circle", "square"]
    assert marks[0]["marker"]["color"][1] == PALETTE.surface
    assert [trace["line"]["dash"] for trace in figure["data"] if "marker" not in trace] == [
        "solid",
        "dot",
    ] * 2
    assert [note["text"] for note in figure["layout"]["annotations"]] == [
        "<b>90 pct.</b> Opfølgning på<br>barnets plan"
    ]
    assert figure["layout"]["yaxis"]["ticktext"][-1] == "100 pct."
    below = kept_lines(["a", "b"], lines, PALETTE, narrow=True)["layout"]
    assert (below["showlegend"], below["annotations"]) == (True, [])


def test_columns_have_kept_below_and_breached_above() -> None:
    figure = kept_columns(["a", "b"], [8, 0], [2, 0], [0.8, None], PALETTE)
    assert [trace["y"] for trace in figure["data"]] == [[8, 0], [2, 0]]
    assert figure["data"][1]["customdata"][0] == "a: 2 overskredet"
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["80 pct."]
    many = [str(place) for place in range(20)]
    assert (
        kept_columns(many, [1] * 20, [0] * 20, [1.0] * 20, PALETTE, narrow=True)["layout"]["annotations"]
        == []
    )
