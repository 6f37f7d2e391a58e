"""One figure in two versions: its rows where they differ, for the periods that both cover alike."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from cockpit.keyfigures.answering import (
    EVERYTHING,
    Result,
    Values,
    check_delivered,
    computed,
    copied,
    resolved,
)
from cockpit.keyfigures.definitions import Definition, catalogue
from cockpit.keyfigures.price_levels import check_price_index
from cockpit.keyfigures.within import Within
from cockpit.periods import month_end, period_end
from cockpit.warehouse import Reader, Version
from cockpit.wording import date_text

Row = dict[str, Any]

COLUMNS = ("column", "before", "now", "change")
WINDOWS = (("from", "to"), ("from_year", "to_year"))
# Whether a period is whole is no number of it.
ALIKE = ("complete",)
NONE_BEFORE = "Der er ingen tidligere version at sammenligne med."
# An amount of exactly half an øre may be rounded either way.
ROUNDING, AMOUNT = 0.0101, 100

log = logging.getLogger(__name__)


def compared(
    definition: Definition,
    given: Mapping[str, str],
    before: Reader | None,
    now: Reader,
    limits: Within = EVERYTHING,
) -> Result:
    """A row for each number that differs; `definition` is settled on the figure that is compared.

    The period asked for is cut where the earlier version ends; `parameters` tell what was compared.
    """
    if len(definition.parameters) == 1:
        # No figure, or one that cannot be compared: told before the parameters that it would have.
        resolved(definition, {name: given[name] for name in given if name == definition.compares}, now)
    check_delivered(definition, now)
    parameters = resolved(definition, given, now, limits)
    key = (definition.id, before and before.version.id, tuple(parameters.items()))
    return copied(now.remembered(key, lambda: _compared(definition, parameters, before, now)))


def _compared(definition: Definition, parameters: Values, before: Reader | None, now: Reader) -> Result:
    def result(rows: list[Row], notice: str) -> Result:
        columns = tuple(rows[0]) if rows else COLUMNS
        version = now.version
        return Result(definition.id, version.id, version.as_of, parameters, columns, rows, notice)

    if before is None:
        return result([], NONE_BEFORE)
    until = min(before.version.as_of, now.version.as_of)
    # Of a period that goes on both have as much, where they are made up to the same day.
    seen = date.max if before.version.as_of == now.version.as_of else until
    parameters = _cut(parameters, until)
    asked = {name: value for name, value in parameters.items() if name != definition.compares}
    figure = catalogue()[str(parameters[definition.compares])]
    if not _is_covered(asked, seen):
        return result([], _uncovered(before.version))
    earlier = _asked_before(figure, asked, before)
    if earlier is None:
        return result([], _unable(before.version))
    here = computed(figure, asked, now)
    then, rows = _over(earlier, seen), _over(here, seen)
    if not then and not rows and (earlier.rows or here.rows):
        return result([], _uncovered(before.version))
    found = list(_differing(here.columns, then, rows))
    return result(found, _told(before.version, bool(found), whole=seen == until))


def is_compared(result: Result, before: Version) -> bool:
    """Whether the earlier version could be asked at all; without it no row says nothing."""
    return result.notice not in (NONE_BEFORE, _uncovered(before), _unable(before))


def _asked_before(figure: Definition, asked: Values, before: Reader) -> Result | None:
    """None where the earlier version lacks an extract, or was written before today's queries were."""
    try:
        check_delivered(figure, before)
        check_price_index(asked, before)
        return computed(figure, asked, before)
    except Exception as error:
        log.warning("cannot answer version=%s figure=%s", before.version.id, figure.id, exc_info=error)
        return None


def _cut(parameters: Values, until: date) -> Values:
    latest = {"to": until.isoformat(), "on": until.isoformat(), "to_year": str(until.year)}
    return {
        name: min(value, latest[name]) if value and name in latest else value
        for name, value in parameters.items()
    }


def _is_covered(asked: Values, until: date) -> bool:
    """Whether anything is left of the period, and a single year or its month is over."""
    if any(str(asked[first]) > str(asked[last]) for first, last in WINDOWS if first in asked):
        return False
    year, month = asked.get("year_b") or asked.get("year"), asked.get("month") or "12"
    return not year or month_end(date(int(year), int(month), 1)) <= until


def _over(result: Result, until: date) -> list[Row]:
    """The rows whose own period has ended; all of them where the rows have none."""
    last_days = [_last_day(row, result.parameters) for row in result.rows]
    return [row for row, last in zip(result.rows, last_days, strict=True) if last is None or last <= until]


def _last_day(row: Row, parameters: Values) -> date | None:
    if "period_start" in row:
        return period_end(row["period_start"], str(parameters["period"]))
    if "month" in row:
        return month_end(row["month"])
    return date(row["year"], 12, 31) if "year" in row else None


def _differing(columns: Sequence[str], then: list[Row], now: list[Row]) -> Iterator[Row]:
    """In the figure's order; rows that are gone come last."""
    keys = _keys(columns, [*then, *now])
    measures = [column for column in columns[len(keys) :] if column not in ALIKE]
    rows_then, rows_now = ({tuple(row[name] for name in keys): row for row in rows} for rows in (then, now))
    for key in dict.fromkeys([*rows_now, *rows_then]):
        earlier, later = rows_then.get(key), rows_now.get(key)
        for column in measures:
            before, after = (row[column] if row else None for row in (earlier, later))
            # A row that is new and says nothing is no news.
            news = before != after if earlier and later else bool(before or after)
            if news and not is_rounding(before, after):
                change = _change(before, after)
                yield dict(zip((*keys, *COLUMNS), (*key, column, before, after, change), strict=True))


def _keys(columns: Sequence[str], rows: list[Row]) -> list[str]:
    """The columns that name a row: those before the first that holds a number other than a year."""
    numbers = [
        place
        for place, name in enumerate(columns)
        if name != "year" and any(_is_number(row[name]) for row in rows)
    ]
    return list(columns[: numbers[0] if numbers else len(columns)])


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _change(before: Any, after: Any) -> Any:
    return round(after - before, 6) if _is_number(before) and _is_number(after) else None


def is_rounding(before: Any, after: Any) -> bool:
    """Kr. come to the øre, and sums of fractions depend on the order of the rows."""
    if not (isinstance(before, float) and isinstance(after, float)):
        return False
    whole_øre = round(before, 2) == before and round(after, 2) == after
    return whole_øre and abs(after) >= AMOUNT and abs(after - before) <= ROUNDING


def _uncovered(version: Version) -> str:
    return (
        f"Den forrige version er opgjort pr. {date_text(version.as_of)} og dækker ikke hele perioden. "
        "Vælg en tidligere."
    )


def _unable(version: Version) -> str:
    return (
        f"Den forrige version, opgjort pr. {date_text(version.as_of)}, kan ikke vise nøgletallet. "
        "Den mangler et udtræk eller er indlæst med en ældre udgave af cockpittet."
    )


def _told(version: Version, differs: bool, *, whole: bool) -> str:
    since = f"versionen opgjort pr. {date_text(version.as_of)}"
    if differs:
        later = " Perioder, der slutter senere, er ikke med." if whole else ""
        return f"Sammenlignet med {since}.{later}"
    covered = ", i de perioder, som begge versioner dækker helt" if whole else ""
    return f"Ingen af tallene er ændret siden {since}{covered}."
