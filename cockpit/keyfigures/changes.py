"""Which figures a version has changed for past periods, and by how much: the standard questions."""

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
    "cost": ("total_cost",),
    "budget": ("actual",),
    "deadlines_kept": ("share_kept", "due"),
    "caseload_trend": ("citizens",),
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


@dataclass(frozen=True)
class SinceLast:
    """What the version in use has changed; `before` is None where there is none before it."""

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
    return now.remembered(key, lambda: tuple(_changes(before, now, filters)))


def _changes(before: Reader, now: Reader, filters: Mapping[str, str]) -> Iterator[Change]:
    for figure, asked in _questions(min(before.version.as_of, now.version.as_of)).items():
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


def _questions(until: date) -> dict[str, dict[str, str]]:
    """Each figure for the last years; what is committed for a year that is over is what it came to."""
    first, whole = until.year - YEARS + 1, _last_whole_month(until)
    days = {"from": f"{first}-01-01", "to": until.isoformat()}
    years = {"from_year": str(first), "to_year": str(until.year)}
    return {
        "stock_flow": {"period": "month", **days},
        "full_year_persons": years,
        "cost": years,
        "budget": {"year": str(whole.year), "month": str(whole.month)},
        "deadlines_kept": {"period": "quarter", **days},
        "caseload_trend": {"by": "area", **days},
    }


def _last_whole_month(until: date) -> date:
    return until if until == month_end(until) else month_start(until) - ONE_DAY
