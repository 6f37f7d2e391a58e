"""The forms of a figure's chart: those that suit its answer, each drawn with the same numbers."""

import pytest

from cockpit.charts import PALETTES, column_chart
from cockpit.components.answers import Answer, answer
from cockpit.components.chart_form import BARS, LINE, TABLE, form_notices, form_of
from cockpit.components.figure_chart import draw, forms, measures
from cockpit.components.figure_form import asked_for, figure_in, measure_notices
from cockpit.components.view import View, view_of
from cockpit.keyfigures import catalogue
from cockpit.pages import noegletal_et

pytestmark = pytest.mark.usefixtures("demo")


def asked(figure: str, search: str = "") -> tuple[Answer, View]:
    view = view_of(f"/noegletal/{figure}", search, None)
    return answer(figure, asked_for(figure_in(figure, view), view)[0]), view


@pytest.mark.parametrize(
    ("figure", "search", "suit"),
    [
        ("cost", "?paragraf=gruppe:botilbud", (LINE, BARS, TABLE)),
        ("cost", "?paragraf=gruppe:botilbud&by=section", (LINE, TABLE)),
        ("cost", "?fra=2026-01", ()),
        ("stock_flow", "", (BARS, LINE, TABLE)),
        ("caseload", "", (BARS, TABLE)),
        ("cost_intervals", "", (BARS, TABLE)),
        ("expiring_list", "?days=90", ()),
        ("initiatives", "", ()),
    ],
)
def test_which_forms_suit(figure: str, search: str, suit: tuple[str, ...]) -> None:
    found, view = asked(figure, search)
    there_are = measures(found)
    assert (forms(found, there_are[0], view) if there_are else ()) == suit


@pytest.mark.parametrize("figure", sorted(catalogue()))
def test_every_form_is_drawn_and_the_first_is_the_usual(figure: str) -> None:
    found, view = asked(figure)
    for measure in measures(found):
        suit = forms(found, measure, view)
        drawn = [draw(found, measure, view, form) for form in suit if form != TABLE]
        assert all(drawn)
        assert drawn[:1] == [draw(found, measure, view)][: len(drawn)]


def test_lines_and_columns_hold_the_same_numbers() -> None:
    found, view = asked("cost", "?paragraf=gruppe:botilbud")
    values = [row["unit_cost"] for row in found.rows]
    for form, kind in ((LINE, "scatter"), (BARS, "bar")):
        drawing = draw(found, "unit_cost", view, form)
        assert drawing
        (trace,) = drawing.figure["data"]
        assert (trace["type"], trace["y"]) == (kind, values)
    flow, view = asked("stock_flow")
    line = draw(flow, "closing", view, LINE)
    assert line
    assert line.figure["data"][0]["y"] == [row["closing"] for row in flow.rows]


@pytest.mark.parametrize(
    ("asked_form", "form", "told"),
    [("", LINE, ""), (TABLE, TABLE, ""), (BARS, LINE, "som søjler"), ("kage", LINE, "som »kage«")],
)
def test_a_form_that_does_not_suit_falls_back_with_a_notice(asked_form: str, form: str, told: str) -> None:
    view = view_of("/noegletal/cost", f"?form={asked_form}", None)
    assert form_of(view, (LINE, TABLE)) == form
    assert told in " ".join(form_notices(view, (LINE, TABLE)))
    assert bool(told) == bool(form_notices(view, (LINE, TABLE)))


@pytest.mark.parametrize(
    ("figure", "search", "told"),
    [
        ("cost", "", ""),
        ("cost", "?vis=total_cost", ""),
        ("cost", "?vis=zz", "kan ikke vise »zz«"),
        ("cost", "?vis=citizens_per_fte", "kan ikke vise borgere pr."),
        ("initiatives", "?vis=status", ""),
        ("expiring_list", "?vis=zz", "kan ikke vise »zz«"),
    ],
)
def test_a_column_that_is_not_there_falls_back_with_a_notice(figure: str, search: str, told: str) -> None:
    found, view = asked(figure, search)
    notices = measure_notices(view, measures(found), found.columns)
    assert told in " ".join(notices)
    page = str(noegletal_et.show(search, {"theme": "light", "narrow": False}, f"/noegletal/{figure}"))
    assert bool(told) == bool(notices) == ("Det vises som det plejer" in page)


def test_columns_below_zero_have_their_axis() -> None:
    figure = column_chart(["a", "b"], [-2_000_000.0, 1_000_000.0], PALETTES["light"], written=str, scale=1e6)
    low, high = figure["layout"]["yaxis"]["range"]
    assert low < -2e6
    assert high > 1e6
    assert "−2" in figure["layout"]["yaxis"]["ticktext"][0]
