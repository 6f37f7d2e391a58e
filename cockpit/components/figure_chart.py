"""The chart of any figure, chosen by what columns its answer has; None where a table says it better."""

from collections.abc import Callable, Sequence
from typing import Any

from cockpit.charts import bar_chart, column_chart, flow_chart, line_chart, stays_chart
from cockpit.components.answers import Answer
from cockpit.components.cells import by_name, cell, is_number, is_share
from cockpit.components.chart_form import BARS, LINE, TABLE
from cockpit.components.drawing import KRONER, ONE_DECIMAL, Drawing, written
from cockpit.components.figure_layers import MOST_BARS, PAIRS, intervals, layers, market, paired
from cockpit.components.labels import heading, value_name
from cockpit.components.options import Options
from cockpit.components.stays import window_name
from cockpit.components.view import View
from cockpit.findings.flow import flow_summary
from cockpit.keyfigures.smallnumbers import HIDDEN
from cockpit.wording import date_text, number

TIME = ("period_start", "month", "year")
CATEGORIES = (
    *("by_value", "definition", "age_band", "team", "previous_group", "next_group", "provider"),
    *("effect", "section", "kind", "month", "account", "municipality"),
)
# What happens in a month is a bar; a line would tell of something between the months.
EVENTS = ("turning_18",)
# What tells the lines of a chart over time apart.
SERIES = ("by_value", "provider", "kind")
# What a figure is mainly about, the first that it has.
MAIN = (
    "unit_cost", "share_of_cost", "share_kept", "closing", "citizens_per_fte", "full_year_persons",
    "median_days", "citizens", "annual_effect", "variance", "difference", "value", "rows_loaded",
    "occupancy_rate", "share", "median_days_to_decision",
)  # fmt: skip
# Told row by row: their numbers belong to the words beside them.
IN_WORDS = ("initiatives",)
MOST_LINES = 6


def measures(answer: Answer) -> list[str]:
    """The columns a chart of this figure could show, the main one first."""
    if answer.definition.id in IN_WORDS:
        return []
    if "column" in answer.columns:
        return []  # of one thing in one row and of another in the next
    skip = {*TIME, "rank", "median", "guideline_low", "guideline_high", "p25_days", "p75_days"}
    if "direction" in answer.columns:
        skip.add("share")  # of another whole in each direction
    columns = [
        column
        for column in answer.columns
        if column not in skip and any(is_number(row[column]) for row in answer.rows)
    ]
    main = next((column for column in MAIN if column in columns), None)
    if main and _drawn_whole(answer):
        return [main]
    return [main, *(column for column in columns if column != main)] if main else columns


def _drawn_whole(answer: Answer) -> bool:
    """The chart shows the figure as it is; there is no column to choose."""
    return _is_flow(answer) or answer.definition.id in ("length_of_stay", "cost_intervals", "age_intervals")


def forms(answer: Answer, measure: str, view: View) -> tuple[str, ...]:
    """The forms that suit the answer, the usual first; none where only a table tells it."""
    if draw(answer, measure, view) is None:
        return ()
    if _is_flow(answer):
        return (BARS, LINE, TABLE)
    if not along(answer):
        return (BARS, TABLE)
    return (LINE, TABLE) if _told_apart(answer) else (LINE, BARS, TABLE)


def draw(answer: Answer, measure: str, view: View, form: str = "") -> Drawing | None:
    """The chart of one measure; `measure` is one of `measures`, `form` one of `forms`."""
    rows, columns = answer.rows, set(answer.columns)
    if not rows or answer.definition.lists:  # a list is read, not drawn
        return None
    if any(row.get(HIDDEN) for row in rows):  # what is hidden would be drawn as nothing
        return None
    if _is_flow(answer):
        return _lines(answer, "period_start", measure, view) if form == LINE else flow(answer, view)
    if answer.definition.id == "length_of_stay":
        return stays(answer, view) if len(rows) > 1 else None
    if "direction" in columns:
        return market(answer, measure, view)
    if "interval" in columns:
        return intervals(answer, view)
    if "age_band" in columns and "by_value" in columns:
        return layers(answer, rows, "by_value", "age_band", view)
    if any(columns >= set(pair) for pair in PAIRS):
        return paired(answer, measure, view)
    if time := along(answer):
        return _columns(answer, time, measure, view) if form == BARS else _lines(answer, time, measure, view)
    return _bars(answer, measure, view)


def _is_flow(answer: Answer) -> bool:
    return answer.definition.id == "stock_flow" and not _divided(answer)


def along(answer: Answer) -> str:
    """The column of time that the chart goes along; empty where it goes along something else."""
    columns = set(answer.columns)
    otherwise = (("direction",), ("interval",), ("age_band", "by_value"), *PAIRS)
    if answer.definition.id in (*EVENTS, "length_of_stay") or any(columns >= set(one) for one in otherwise):
        return ""
    time = next((column for column in TIME if column in columns), "")
    return time if time and len({row[time] for row in answer.rows}) > 1 else ""


def flow(answer: Answer, view: View) -> Drawing:
    """stock_flow without `by`, as bars around zero and the stock above."""
    labels = [
        cell("period_start", row["period_start"], answer.parameters, view.options) for row in answer.rows
    ]
    so_far = f" (til {date_text(answer.as_of)})"
    figure = flow_chart(labels, answer.rows, view.palette, narrow=view.narrow, incomplete=so_far)
    starts = tuple(row["period_start"] for row in answer.rows)
    return Drawing(figure, flow_summary(answer.rows), column="period_start", values=starts)


def stays(answer: Answer, view: View) -> Drawing:
    """length_of_stay, one row per window of start or per value."""
    labels = [_stay_label(row, answer, view.options) for row in answer.rows]
    medians = [
        f"{label} {number(row['median_days'])} dage" if row["median_days"] else f"{label} ikke nået"
        for label, row in zip(labels, answer.rows, strict=True)
    ]
    figure = stays_chart(labels, answer.rows, view.palette, narrow=view.narrow)
    summary = f"Halvdelen er sluttet efter: {', '.join(medians)}."
    values = tuple(row.get("by_value") for row in answer.rows)
    return Drawing(figure, summary, column="by_value", values=values)


def _stay_label(row: dict[str, Any], answer: Answer, options: Options) -> str:
    if "starts_from" in row:
        return window_name(row["starts_from"], row["starts_to"])
    return by_name(row["by_value"], answer.parameters, options)


def _scale(column: str, values: Sequence[float | None]) -> tuple[float, str]:
    """What the axis is divided by, and its unit in words."""
    if is_share(column):
        return 0.01, "pct."
    if column not in KRONER:
        return 1, heading(column).lower()
    highest = max((value for value in values if value is not None), default=0)
    return (1e6, "mio. kr.") if highest >= 1e6 else (1e3, "t.kr.")


def _lines(answer: Answer, time: str, measure: str, view: View) -> Drawing:
    moments = sorted({row[time] for row in answer.rows})
    labels = _labels(answer, time, moments, view)
    series = _series(answer, time, moments, measure, view)
    scale, unit = _scale(measure, [row[measure] for row in answer.rows])
    say = written(measure)
    figure = line_chart(
        labels, series, view.palette, written=say, scale=scale, whole=_whole(measure), narrow=view.narrow
    )
    spoken = [_ends(name, values, labels, say) for name, values in series.items()]
    shown = f"de {MOST_LINES} største vises, tabellen har alle" if _many(answer) else ""
    note = f"{unit} · {shown}" if shown else unit
    column = _told_apart(answer)
    values = _largest(answer, time, moments, measure) if column else moments
    summary = f"{heading(measure)}. {' '.join(spoken)}"
    return Drawing(figure, summary, note, column or time, tuple(values), by_line=bool(column))


def _columns(answer: Answer, time: str, measure: str, view: View) -> Drawing:
    """One figure, period by period."""
    moments = sorted({row[time] for row in answer.rows})
    labels = _labels(answer, time, moments, view)
    (values,) = _series(answer, time, moments, measure, view).values()
    scale, unit = _scale(measure, values)
    say = written(measure)
    figure = column_chart(
        labels, values, view.palette, written=say, scale=scale, whole=_whole(measure), narrow=view.narrow
    )
    summary = f"{heading(measure)}. {_ends('', values, labels, say)}"
    return Drawing(figure, summary, unit, time, tuple(moments))


def _labels(answer: Answer, time: str, moments: Sequence[Any], view: View) -> list[str]:
    return [cell(time, moment, answer.parameters, view.options) for moment in moments]


def _whole(measure: str) -> bool:
    return measure not in KRONER and measure not in ONE_DECIMAL and not is_share(measure)


def _many(answer: Answer) -> bool:
    return len({row.get(_told_apart(answer)) for row in answer.rows}) > MOST_LINES


def _told_apart(answer: Answer) -> str:
    return next((column for column in SERIES if column in answer.columns), "")


def _series(
    answer: Answer, time: str, moments: Sequence[Any], measure: str, view: View
) -> dict[str, list[float | None]]:
    """One line per value, those with most at the end first."""
    found = _courses(answer, time, measure)
    if not _told_apart(answer):
        return {"": [found[None].get(moment) for moment in moments]}
    return {
        _line_name(value, answer, view.options): [found[value].get(moment) for moment in moments]
        for value in _largest(answer, time, moments, measure)
    }


def _courses(answer: Answer, time: str, measure: str) -> dict[Any, dict[Any, Any]]:
    found: dict[Any, dict[Any, Any]] = {}
    for row in answer.rows:
        found.setdefault(row.get(_told_apart(answer)), {})[row[time]] = row[measure]
    return found


def _largest(answer: Answer, time: str, moments: Sequence[Any], measure: str) -> list[Any]:
    found = _courses(answer, time, measure)
    return sorted(found, key=lambda value: -(found[value].get(moments[-1]) or 0))[:MOST_LINES]


def _line_name(value: str | None, answer: Answer, options: Options) -> str:
    """Sections by their number alone: their names are too long for a line's end."""
    if (column := _told_apart(answer)) in ("provider", "kind"):
        return value_name(column, value, options)
    section = options.section(value or "") if answer.parameters.get("by") == "section" else None
    return section.label if section else by_name(value, answer.parameters, options)


def _divided(answer: Answer) -> bool:
    return "by_value" in answer.columns


def _ends(
    name: str, values: Sequence[float | None], labels: Sequence[str], say: Callable[[float], str]
) -> str:
    known = [(label, value) for label, value in zip(labels, values, strict=True) if value is not None]
    if not known:
        return ""
    (first, start), (last, end) = known[0], known[-1]
    return f"{f'{name}: ' if name else ''}{say(start)} i {first}, {say(end)} i {last}."


def _bars(answer: Answer, measure: str, view: View) -> Drawing | None:
    column = next((column for column in CATEGORIES if column in answer.columns), None)
    if column is None or len(answer.rows) > MOST_BARS:
        return None
    labels = [_bar_label(column, row, answer, view.options) for row in answer.rows]
    values = [row[measure] for row in answer.rows]
    say = written(measure)
    figure = bar_chart(labels, values, view.palette, written=say, narrow=view.narrow)
    known = [(value, label) for value, label in zip(values, labels, strict=True) if value is not None]
    if not known:
        return None
    most, least = max(known), min(known)
    summary = f"{heading(measure)}. Mest: {most[1]} {say(most[0])}. Mindst: {least[1]} {say(least[0])}."
    places = tuple(row[column] for row in answer.rows)
    return Drawing(figure, summary, heading(measure).lower(), column, places)


def _bar_label(column: str, row: dict[str, Any], answer: Answer, options: Options) -> str:
    name = cell(column, row[column], answer.parameters, options)
    return f"{name}, {row['team']}" if answer.parameters.get("by") == "caseworker" else name
