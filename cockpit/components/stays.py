"""Stays by the years they began in: several runs of length_of_stay, oldest starters first."""

from datetime import date

from cockpit.components.answers import Answer, ask
from cockpit.components.filters import Filters

COHORTS = 5
# Up to this many years each gets a row of its own; a longer period is shown two years at a time.
MOST_SINGLE_YEARS = 5


def start_windows(filters: Filters) -> list[tuple[date, date]]:
    """The windows of start: ten years in pairs, or the chosen period's own years."""
    last = filters.end.year
    if not filters.period_set:
        pairs = [(last - 2 * back - 1, last - 2 * back) for back in reversed(range(COHORTS))]
    else:
        step = 1 if last - filters.start.year < MOST_SINGLE_YEARS else 2
        pairs = [(year, min(year + step - 1, last)) for year in range(filters.start.year, last + 1, step)]
    return [
        (max(date(first, 1, 1), _chosen_start(filters)), min(date(until, 12, 31), filters.end))
        for first, until in pairs
    ]


def _chosen_start(filters: Filters) -> date:
    return filters.start if filters.period_set else date.min


def stays_by_start(filters: Filters) -> Answer:
    """One row per window in which any stay began."""
    windows = [f"{start}/{end}" for start, end in start_windows(filters)]
    return ask("length_of_stay", filters, windows=",".join(windows))


def window_name(start: date, end: date) -> str:
    return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
