"""Order and charts of Sagsbehandlingsfrister."""

from datetime import date

from cockpit.charts import PALETTES
from cockpit.charts.kept_columns import kept_columns
from cockpit.charts.kept_lines import KeptLine, kept_lines
from cockpit.charts.markup import bold
from cockpit.components.arranged import LONGEST, SINCE_FIRST, WORST, laid_out
from tests.pages.made_answers import OPTIONS, made

PALETTE = PALETTES["light"]
SECOND, THIRD, FOURTH = date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)


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
    figure = kept_lines(["3. kvt.\n2026", "4. kvt. 2026\ntil 31-10"], lines, PALETTE, open_end=True)
    marks = [trace for trace in figure["data"] if "marker" in trace]
    assert [trace["marker"]["symbol"] for trace in marks] == ["circle", "square"]
    assert marks[0]["marker"]["color"][1] == PALETTE.surface
    assert [trace["line"]["dash"] for trace in figure["data"] if "marker" not in trace] == [
        "solid",
        "dot",
    ] * 2
    assert [note["text"] for note in figure["layout"]["annotations"]] == [
        bold("90 pct.") + " Opfølgning på\nbarnets plan"
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
