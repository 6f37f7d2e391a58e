"""Where an initiative that names a key figure began, marked on the figure's charts over time."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.charts.marked import Mark, lies_down, marked
from cockpit.components.answers import Answer, answer
from cockpit.components.view import View
from cockpit.periods import ONE_DAY
from cockpit.wording import PlainError, date_text, listed

MOST_MARKS = 3
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
YEAR = 12


def with_initiatives(
    figure: dict[str, Any],
    name: str,
    starts: Sequence[date],
    months: int,
    view: View,
    *,
    at_end: bool = False,
) -> tuple[dict[str, Any], list[Component]]:
    """The chart of the key figure `name` with its marks, and in words those that there is no room for.

    A period of `months` begins on each of `starts`; `at_end` where points show the period's last day.
    """
    known = [
        (_place(row["starts_on"], starts, months, at_end=at_end), row)
        for row in begun(name, view.options.as_of)
    ]
    within = [(place, row) for place, row in known if place is not None]
    marks = [
        Mark(place, row["initiative"], f"{row['initiative']}\nbegyndt {date_text(row['starts_on'])}")
        for place, row in within[-MOST_MARKS:]
    ]
    named = [f"{row['initiative']} ({date_text(row['starts_on'])})" for _, row in within]
    lines, rest = named[-MOST_MARKS:], named[:-MOST_MARKS]
    told = [f"Stiplet, hvor det begyndte: {listed(lines)}."] if lines and lies_down(figure) else []
    told += [f"Også begyndt i perioden: {listed(rest)}."] if rest else []
    below: list[Component] = [html.P(" ".join(told), className="card-sub below")] if told else []
    return marked(figure, marks, view.palette, narrow=view.narrow), below


def with_initiatives_by_year(
    figure: dict[str, Any], name: str, years: Sequence[int], view: View
) -> tuple[dict[str, Any], list[Component]]:
    return with_initiatives(figure, name, [date(year, 1, 1) for year in years], YEAR, view)


def with_initiatives_of(
    figure: dict[str, Any], found: Answer, view: View
) -> tuple[dict[str, Any], list[Component]]:
    """The chart of an answer: marked where its axis is time."""
    time = next((column for column in ("period_start", "month", "year") if column in found.columns), "")
    moments = sorted({row[time] for row in found.rows}) if time else []
    if len(moments) < len(("first", "last")) or _parted(figure, len(moments)):
        return figure, []
    if time == "year":
        return with_initiatives_by_year(figure, found.definition.id, moments, view)
    starts = [moment.replace(day=1) for moment in moments]
    months = MONTHS_IN.get(found.parameters.get("period") or "month", 1)
    drawn_at_end = time == "month" and found.definition.id == "caseload_trend"
    return with_initiatives(figure, found.definition.id, starts, months, view, at_end=drawn_at_end)


def _parted(figure: dict[str, Any], moments: int) -> bool:
    """The axis holds something else than the moments, such as the groups of one year."""
    along = "y" if lies_down(figure) else "x"
    return any(len(trace[along]) > moments for trace in figure["data"]) or not any(
        len(trace[along]) == moments for trace in figure["data"]
    )


def begun(name: str, as_of: date) -> list[dict[str, Any]]:
    """The initiatives that name the figure and have begun, each once, the earliest first."""
    try:
        rows = answer("initiatives", {}).rows
    except PlainError:
        return []  # never delivered, which says nothing of this figure
    first = {
        (row["starts_on"], row["initiative"]): row
        for row in rows
        if row["starts_on"] and row["starts_on"] <= as_of and (row["figure"] or "").partition(".")[0] == name
    }
    return [first[key] for key in sorted(first)]


def _place(day: date, starts: Sequence[date], months: int, *, at_end: bool) -> float | None:
    """Where on the axis: halfway through the third period is 2, for its bar stands around 2."""
    for place, start in enumerate(starts):
        after = _months_later(start, months)
        if start <= day < after:
            gone = (day - start).days / (after - start).days
            return max(place - 1 + gone, 0) if at_end else place - 0.5 + gone
    return None


def _months_later(start: date, months: int) -> date:
    for _ in range(months):
        start = start.replace(day=monthrange(start.year, start.month)[1]) + ONE_DAY
    return start
