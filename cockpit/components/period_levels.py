"""A period as a level: from a year down to its quarters, from a quarter to its months, and back up."""

from collections.abc import Sequence
from datetime import date

from dash.development.base_component import Component

from cockpit.components.address import address, filters_only
from cockpit.components.breadcrumb import trail
from cockpit.components.cells import period_name
from cockpit.components.view import View
from cockpit.periods import month_end, month_start, period_end, quarter_start, year_start

DIVISION_KEY = "opdeling"
DIVISIONS = {"maaned": "month", "kvartal": "quarter", "aar": "year"}
USUAL = "kvartal"
# What a period of each length is shown by.
FINER = {"year": None, "quarter": "maaned", "month": "maaned"}
STARTS = {"year": year_start, "quarter": quarter_start, "month": month_start}


def period_href(path: str, view: View, start: date, period: str) -> str:
    """`path` with one period alone, divided more finely; cut where the data ends."""
    last = min(period_end(start, period), view.options.as_of)
    own = {"fra": f"{start:%Y-%m}", "til": f"{last:%Y-%m}", DIVISION_KEY: FINER[period]}
    return address(path, filters_only(view.query) | own)


def period_hrefs(path: str, view: View, starts: Sequence[date], period: str) -> dict[str, str]:
    """Address of each period → its name; none where there is but one, for that is the level shown."""
    if len(starts) < len(("first", "last")):
        return {}
    return {period_href(path, view, start, period): period_name(start, period) for start in starts}


def period_trail(view: View) -> list[Component]:
    """`Hele perioden › 2025 › 1. kvt. 2025`; nothing where the period is not one year, quarter or month."""
    period = _length(view)
    if period is None:
        return []
    start = view.filters.start
    above = list(STARTS)[: list(STARTS).index(period)]
    steps = [("Hele perioden", view.href(fra=None, til=None, **{DIVISION_KEY: None}))]
    for longer in above:
        first = STARTS[longer](start)
        steps.append((period_name(first, longer), period_href(view.path, view, first, longer)))
    return [trail(steps, period_name(start, period), "Periode")]


def _length(view: View) -> str | None:
    """Of the period chosen, the last one cut where the data ends."""
    if not view.filters.period_set:
        return None
    start, end = view.filters.start, month_end(view.filters.end)
    whole = month_end(view.options.as_of)
    return next(
        (
            period
            for period in reversed(STARTS)
            if STARTS[period](start) == start and min(period_end(start, period), whole) == end
        ),
        None,
    )
