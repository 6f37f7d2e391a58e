"""Where an initiative began on a chart over time, by cases one can place by hand."""

from datetime import date
from typing import Any

import pytest

from cockpit.charts.marked import Mark, marked
from cockpit.charts.palette import PALETTES
from cockpit.components import initiative_marks
from cockpit.components.filters import Filters
from cockpit.components.initiative_marks import with_initiatives
from cockpit.components.options import Options
from cockpit.components.view import View
from cockpit.wording import PlainError

LIGHT = PALETTES["light"]
YEARS = [date(year, 1, 1) for year in (2024, 2025, 2026)]


def chart(**trace: Any) -> dict[str, Any]:
    data = [{"type": "bar", "x": [0, 1, 2], "y": [5, 6, 7], **trace}]
    layout = {"height": 300, "margin": {"l": 1, "t": 10, "r": 1, "b": 1}, "xaxis": {"range": [-0.5, 2.5]}}
    return {"data": data, "layout": layout}


def view(as_of: date = date(2026, 10, 31)) -> View:
    known = Options(as_of, (), (), (), (), {})
    return View("/", {}, Filters(start=YEARS[0], end=as_of), known, (), LIGHT, False)


def initiatives(monkeypatch: pytest.MonkeyPatch, *rows: tuple[str, str | None, date | None]) -> None:
    class Found:
        def __init__(self) -> None:
            self.rows = [dict(zip(("initiative", "figure", "starts_on"), row, strict=True)) for row in rows]

    monkeypatch.setattr(initiative_marks, "answer", lambda _figure, _given: Found())


def places(figure: dict[str, Any]) -> list[float]:
    return [shape["x0"] for shape in figure["layout"].get("shapes", [])]


def test_a_mark_stands_where_in_its_period_it_began(monkeypatch: pytest.MonkeyPatch) -> None:
    initiatives(
        monkeypatch,
        *[("A", "cost", date(2025, 1, 1)), ("A", "cost", date(2025, 1, 1))],
        *[("B", "cost.unit_cost", date(2024, 7, 2)), ("C", "stock_flow", date(2025, 1, 1))],
        *[("D", None, date(2025, 1, 1)), ("E", "cost", None), ("F", "cost", date(2026, 11, 1))],
        ("G", "cost", date(2023, 12, 31)),
    )
    before = chart()
    figure, told = with_initiatives(before, "cost", YEARS, 12, view())
    assert places(figure) == [pytest.approx(0.0), pytest.approx(0.5)]
    assert figure["data"] == before["data"]
    assert "shapes" not in before["layout"]
    assert not told


def test_points_at_a_months_end(monkeypatch: pytest.MonkeyPatch) -> None:
    initiatives(monkeypatch, ("A", "caseload_trend", date(2026, 4, 16)))
    months = [date(2026, month, 1) for month in (2, 3, 4)]
    figure, _ = with_initiatives(chart(), "caseload_trend", months, 1, view(), at_end=True)
    assert places(figure) == [pytest.approx(1.5)]


def test_three_marks_and_the_rest_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    initiatives(monkeypatch, *[(name, "cost", date(2025, month, 1)) for month, name in enumerate("abcde", 1)])
    figure, told = with_initiatives(chart(), "cost", YEARS, 12, view())
    assert len(places(figure)) == initiative_marks.MOST_MARKS
    assert "a (01-01-2025) og b (01-02-2025)" in str(told[0])


def test_no_marks_where_the_extract_was_never_delivered(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(_figure: str, _given: object) -> None:
        raise PlainError("initiatives er ikke leveret")

    monkeypatch.setattr(initiative_marks, "answer", lacking)
    before = chart()
    assert with_initiatives(before, "cost", YEARS, 12, view()) == (before, [])


@pytest.mark.parametrize(("at", "gap"), [(0.6, 0.5), (1.3, 1.5), (1.7, 1.5), (-0.2, -0.5)])
def test_bars_that_lie_are_marked_across_in_the_nearest_gap(at: float, gap: float) -> None:
    figure = marked(chart(orientation="h"), [Mark(at, "A", "A")], LIGHT)
    (line,) = figure["layout"]["shapes"]
    assert (line["y0"], line["y1"], line["xref"]) == (gap, gap, "paper")
    assert "annotations" not in figure["layout"]
