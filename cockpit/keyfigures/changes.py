"""Which figures a version has changed for past periods, and by how much: the standard questions."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cockpit.keyfigures.definitions import catalogue, settled
from cockpit.keyfigures.history import COLUMNS, compared
from cockpit.periods import ONE_DAY, month_end, month_start
from cockpit.warehouse import Reader, Version, Warehouse, served
from cockpit.wording import PlainError

COMPARING = "history_change"
YEARS = 5
# Of each figure the columns that are told of: the first in which a number has changed.
TOLD = {
    "stock_flow": ("closing", "inflow", "outflow"),
    "full_year_persons": ("full_year_persons",),
    "age_intervals": ("citizens",),
    "cost": ("total_cost", "unit_cost"),
    "cost_intervals": ("citizens",),
    "supplements": ("supplement_cost", "citizens_with_supplement"),
    "state_refund": ("refund",),
    "budget": ("actual", "revised_budget"),
    "occupancy": ("occupancy_rate",),
    "caseload_trend": ("citizens_per_fte", "citizens"),
    "deadlines_kept": ("share_kept", "due"),
    "reviews": ("annual_effect", "services"),
}
# What can be compared and is not told of, with the reason.
GOES_ON = "follows people after the period, so it changes because time has passed"
NOT_TOLD = {
    "residential_count": "its meanings are numbers of stock_flow and full_year_persons",
    "market": "the people of stock_flow on one day, at the rates that cost tells of",
    "caseload": "caseload_trend has the same numbers, month by month",
    "reconciliation": "cost and budget tell of both its sides",
    "places": "occupancy stands on the same days and places",
    "cost_bridge": "the difference of two years that cost tells of",
    "pathways_in": "the inflow of stock_flow, divided",
    "pathways_out": GOES_ON,
    "length_of_stay": GOES_ON,
    "rapid_response": GOES_ON,
    "waiting_time": GOES_ON,
}


@dataclass(frozen=True)
class Change:
    """The number of one figure that has changed most, with the row it is in; `rows` counts the rows changed.

    `given` asks `history_change` for every number that differs.
    """

    figure: str
    given: dict[str, str]
    column: str
    row: dict[str, Any]
    before: float
    now: float
    rows: int

    @property
    def share(self) -> float:
        """The change as a share of what was there before: it alone is alike for citizens and kr."""
        return abs(self.now / self.before - 1) if self.before else math.inf


@dataclass(frozen=True)
class SinceLast:
    """What the version in use has changed, the largest share first; `before` is None where there is none."""

    before: Version | None
    changes: tuple[Change, ...]


def since_last(filters: Mapping[str, str] | None = None, *, warehouse: Warehouse | None = None) -> SinceLast:
    """The version in use against the one before; of `filters` each figure follows those that it takes."""
    warehouse = warehouse or served()
    now = warehouse.reader()
    before = warehouse.before(now)
    if before is None:
        return SinceLast(None, ())
    return SinceLast(before.version, changes_between(before, now, filters or {}))


def changes_between(before: Reader, now: Reader, filters: Mapping[str, str]) -> tuple[Change, ...]:
    """One for each standard figure that differs; computed once for the two versions."""
    key = ("changes", before.version.id, tuple(sorted(filters.items())))
    return now.remembered(key, lambda: tuple(_sorted(_changes(before, now, filters))))


def _sorted(changes: Iterator[Change]) -> list[Change]:
    return sorted(changes, key=lambda change: -change.share)


def _changes(before: Reader, now: Reader, filters: Mapping[str, str]) -> Iterator[Change]:
    for figure, asked in questions(min(before.version.as_of, now.version.as_of)).items():
        taken = {name: filters[name] for name in filters if catalogue()[figure].parameter(name)}
        given = {"figure": figure, **asked, **taken}
        try:
            rows = compared(settled(catalogue()[COMPARING], given), given, before, now).rows
        except PlainError:
            # An extract that was never delivered has no history.
            continue
        for column in TOLD[figure]:
            if changed := [row for row in rows if row["column"] == column and row["change"] is not None]:
                yield _largest(figure, given, column, changed)
                break


def _largest(figure: str, given: dict[str, str], column: str, rows: list[dict[str, Any]]) -> Change:
    # Of two alike the latest.
    most = max(reversed(rows), key=lambda row: abs(row["change"]))
    known = {name: most[name] for name in most if name not in COLUMNS}
    return Change(figure, given, column, known, most["before"], most["now"], len(rows))


def questions(until: date) -> dict[str, dict[str, str]]:
    """Each figure for the last years; what is committed for a year that is over is what it came to."""
    first, whole = until.year - YEARS + 1, _last_whole_month(until)
    days = {"from": f"{first}-01-01", "to": until.isoformat()}
    years = {"from_year": str(first), "to_year": str(until.year)}
    return {
        "stock_flow": {"period": "month", **days},
        "full_year_persons": years,
        "age_intervals": {"on": until.isoformat()},
        "cost": years,
        "cost_intervals": years,
        "supplements": years,
        "state_refund": {"year": str(until.year - 1)},
        "budget": {"year": str(whole.year), "month": str(whole.month)},
        "occupancy": days,
        "caseload_trend": {"by": "area", **days},
        "deadlines_kept": {"period": "quarter", **days},
        "reviews": days,
    }


def _last_whole_month(until: date) -> date:
    return until if until == month_end(until) else month_start(until) - ONE_DAY
