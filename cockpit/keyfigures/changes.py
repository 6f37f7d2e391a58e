"""Which figures a version has changed for past periods, and by how much: the standard questions."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cockpit.access import Sight, asking, sight_of
from cockpit.keyfigures.definitions import catalogue, settled
from cockpit.keyfigures.history import COLUMNS, compared, is_compared
from cockpit.keyfigures.within import within
from cockpit.periods import ONE_DAY, month_end, month_start
from cockpit.warehouse import Reader, Version, Warehouse, served
from cockpit.wording import PlainError

COMPARING = "history_change"
YEARS = 5

Given = dict[str, str]
Row = dict[str, Any]

# Of each figure the columns that are told of: the first in which a number has changed.
TOLD = {
    "stock_flow": ("closing", "inflow", "outflow"),
    "full_year_persons": ("full_year_persons",),
    "age_intervals": ("citizens",),
    "cost": ("total_cost", "unit_cost"),
    "cost_intervals": ("citizens",),
    "supplements": ("supplement_cost", "citizens_with_supplement"),
    "state_refund": ("refund",),
    "market": ("annual_amount",),
    "budget": ("actual", "revised_budget"),
    "occupancy": ("occupancy_rate",),
    "caseload_trend": ("citizens_per_fte", "citizens"),
    "deadlines_kept": ("share_kept", "due"),
    "reviews": ("annual_effect", "services"),
    "waiting_time": ("median_days_to_decision",),
}
# What can be compared and is not told of, with the reason.
GOES_ON = "follows people after the period, so it changes because time has passed"
NOT_TOLD = {
    "residential_count": "its meanings are numbers of stock_flow and full_year_persons",
    "caseload": "caseload_trend has the same numbers, month by month",
    "reconciliation": "cost and budget tell of both its sides",
    "places": "occupancy stands on the same days and places",
    "cost_bridge": "the difference of two years that cost tells of",
    "pathways_in": "the inflow of stock_flow, divided",
    "pathways_out": GOES_ON,
    "length_of_stay": GOES_ON,
    "rapid_response": GOES_ON,
}


@dataclass(frozen=True)
class Change:
    """The number of one figure that has changed most, with the row it is in.

    `given` asks `history_change` for the numbers beside it that differ; `rows` counts them in all the years.
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
    """What the version in use has changed, the largest share first; `before` is None where there is none.

    `compared` are the figures that both versions could answer.
    """

    before: Version | None
    changes: tuple[Change, ...]
    compared: tuple[str, ...] = ()


def since_last(filters: Mapping[str, str] | None = None, *, warehouse: Warehouse | None = None) -> SinceLast:
    """The version in use against the one before; of `filters` each figure follows those that it takes."""
    warehouse = warehouse or served()
    now = warehouse.reader()
    before = warehouse.before(now)
    if before is None:
        return SinceLast(None, ())
    return changes_between(before, now, filters or {})


def changes_between(before: Reader, now: Reader, filters: Mapping[str, str]) -> SinceLast:
    """One change for each standard figure that differs; computed once for the two versions."""
    sight = sight_of(asking())
    key = ("changes", before.version.id, tuple(sorted(filters.items())), sight)
    return now.remembered(key, lambda: _between(before, now, filters, sight))


def _between(before: Reader, now: Reader, filters: Mapping[str, str], sight: Sight) -> SinceLast:
    asked = questions(min(before.version.as_of, now.version.as_of))
    answers = {figure: list(_answers(figure, asked[figure], filters, before, now, sight)) for figure in asked}
    changes = [change for figure in answers if (change := _largest(figure, answers[figure]))]
    compared_figures = tuple(figure for figure in answers if answers[figure])
    return SinceLast(
        before.version, tuple(sorted(changes, key=lambda change: -change.share)), compared_figures
    )


def _answers(
    figure: str, asked: list[Given], filters: Mapping[str, str], before: Reader, now: Reader, sight: Sight
) -> Iterator[tuple[Given, list[Row]]]:
    """What was asked, and where the two differ, for each question that both could answer."""
    taken = {name: filters[name] for name in filters if catalogue()[figure].parameter(name)}
    for question in asked:
        given = {"figure": figure, **question, **taken}
        try:
            definition = settled(catalogue()[COMPARING], given)
            result = compared(definition, given, before, now, within(definition, sight))
        except PlainError:
            # An extract that was never delivered has no history, nor has what the one who asks may not see.
            continue
        if is_compared(result, before.version):
            yield given, result.rows


def _largest(figure: str, answers: list[tuple[Given, list[Row]]]) -> Change | None:
    for column in TOLD[figure]:
        changed = [
            (given, row)
            for given, rows in answers
            for row in rows
            if row["column"] == column and row["change"] is not None
        ]
        if changed:
            # Of two alike the latest.
            given, most = max(reversed(changed), key=lambda found: abs(found[1]["change"]))
            known = {name: most[name] for name in most if name not in COLUMNS}
            return Change(figure, given, column, known, most["before"], most["now"], len(changed))
    return None


def questions(until: date) -> dict[str, list[Given]]:
    """Each figure for the last years; what is committed for a year that is over is what it came to."""
    first, whole = until.year - YEARS + 1, _last_whole_month(until)
    days = {"from": f"{first}-01-01", "to": until.isoformat()}
    years = {"from_year": str(first), "to_year": str(until.year)}
    asked: dict[str, Given] = {
        "stock_flow": {"period": "month", **days},
        "full_year_persons": years,
        "age_intervals": {"on": until.isoformat()},
        "cost": years,
        "cost_intervals": years,
        "supplements": years,
        "market": {"on": until.isoformat()},
        "occupancy": days,
        "caseload_trend": {"by": "area", **days},
        "deadlines_kept": {"period": "quarter", **days},
        "reviews": days,
        "waiting_time": days,
    }
    return {figure: [question] for figure, question in asked.items()} | {
        "state_refund": [{"year": str(year)} for year in range(first, until.year + 1)],
        "budget": [{"year": str(year), "month": "12"} for year in range(first, whole.year)]
        + [{"year": str(whole.year), "month": str(whole.month)}],
    }


def _last_whole_month(until: date) -> date:
    return until if until == month_end(until) else month_start(until) - ONE_DAY
