"""history_change: the plain answers of two deliveries laid side by side, one cell at a time."""

from collections.abc import Mapping
from datetime import date

from tests.keyfigures.comparing import KEYS, key, same
from tests.keyfigures.plain import answer
from tests.keyfigures.plain_flow import periods
from tests.keyfigures.plain_presence import ONE_DAY, Answer
from tests.keyfigures.plain_rows import Delivery

NOT_COMPARED = (*KEYS, "team", "period_end", "complete")


def history_change(before: Delivery, now: Delivery, given: Mapping[str, str]) -> Answer:
    figure, until = given["figure"], min(before.as_of, now.as_of)
    asked = {name: value for name, value in given.items() if name != "figure"}
    for name, latest in (("to", str(until)), ("on", str(until)), ("to_year", str(until.year))):
        if name in asked and asked[name] > latest:
            asked[name] = latest
    # Made up to the same day, both have as much of a period that goes on.
    seen = date.max if before.as_of == now.as_of else until
    if not _has_been(asked, seen):
        return []
    # The figures' own answers look no further than their as-of date; so do those of the later delivery here.
    sides = [
        {
            key(row): row
            for row in answer(figure, one, asked)
            if _has_been({**asked, **_own(row, asked)}, seen)
        }
        for one in (before, now)
    ]
    found: Answer = []
    for place in {**sides[0], **sides[1]}:
        then, later = sides[0].get(place), sides[1].get(place)
        known: dict[str, object] = then or later or {}
        for column in known:
            if column in NOT_COMPARED:
                continue
            first, second = ((row[column] if row else None) for row in (then, later))
            silent = (then is None or later is None) and not (first or second)
            if not silent and not same(first, second, column):
                keys = {part: known[part] for part in known if part in NOT_COMPARED and part != "complete"}
                found.append({**keys, "column": column, "before": first, "now": second})
    return found


def _own(row: Mapping[str, object], asked: Mapping[str, str]) -> dict[str, str]:
    """The row's own period as the parameters of a window."""
    if isinstance(start := row.get("period_start"), date):
        [(_, end)] = [one for one in periods(asked.get("period", "quarter"), start, start) if one[0] == start]
        return {"to": str(end)}
    if isinstance(month := row.get("month"), date):
        [(_, end)] = periods("month", month, month)
        return {"to": str(end)}
    return {"year": str(row["year"]), "to_year": str(row["year"])} if "year" in row else {}


def _has_been(asked: Mapping[str, str], until: date) -> bool:
    """Every year and month asked for is over, and the window is not empty; the last year may run."""
    if asked.get("from", "") > asked.get("to", "9") or asked.get("from_year", "") > asked.get("to_year", "9"):
        return False
    if asked.get("to", "") > str(until):
        return False
    for name in ("year", "year_b"):
        if name in asked:
            months = {day.month: day for day in _days_of(int(asked[name]))}
            if months[int(asked.get("month", "12")[-2:].strip("-"))] > until:
                return False
    return True


def _days_of(year: int) -> list[date]:
    return [date(year, 1, 1) + ONE_DAY * number for number in range(365 + (year % 4 == 0))]
