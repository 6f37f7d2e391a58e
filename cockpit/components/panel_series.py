"""The values behind a tile over time: by month, by year, on the day of each year, or by when stays began."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cockpit.charts.stays import months
from cockpit.components.answers import Answer, ask
from cockpit.components.cells import period_name
from cockpit.components.filters import Filters
from cockpit.components.stays import stays_by_start, window_name
from cockpit.components.view import View
from cockpit.keyfigures import Definition, defined
from cockpit.keyfigures.panel import NAME
from cockpit.keyfigures.panel_entry import Entry
from cockpit.periods import add_months, one_year_before, period_end
from cockpit.wording import PlainError, month_name

YEARS_IN_LINE = 5
ROWS_IN_A_YEAR = {"month": 12, "quarter": 4, "year": 1}
SUMMED = "count"
Row = dict[str, Any]


@dataclass(frozen=True)
class Series:
    """`now`, and `before` with its own name, in the unit shown; `row` is the one that `now` stands in."""

    answer: Answer
    line: tuple[float | None, ...]
    now: float | None
    before: float | None
    since: str
    row: Row | None = None
    now_name: str = ""


def _two_years_back(filters: Filters) -> date:
    """The first of the 24 months up to the day in force, so that there is a year before to compare with."""
    return add_months(filters.end, -23)


def chart_since(filters: Filters) -> date:
    """Two years back; later where a shorter period is chosen."""
    since = _two_years_back(filters)
    return max(since, filters.start) if filters.period_set else since


def scoped(entry: Entry, view: View) -> View:
    """Where the reader chose neither area, group nor section, the entry's own choice."""
    if not view.filters.unscoped or not entry.default:
        return view
    areas, groups, sections = (_values(entry.default.get(name)) for name in ("area", "group", "section"))
    return replace(view, filters=replace(view.filters, areas=areas, groups=groups, sections=sections))


def _values(text: str | None) -> tuple[str, ...]:
    return tuple(value.strip() for value in text.split(",")) if text else ()


def series(entry: Entry, view: View) -> Series:
    """PlainError as `run`, and where the entry leaves several rows to choose from."""
    definition = defined(entry.figure)
    names = {parameter.name for parameter in definition.parameters}
    if entry.figure == "length_of_stay":
        return _by_start(entry, view.filters)
    if "from_year" in names:
        return _by_year(entry, view.filters)
    if "on" in names:
        return _by_day(entry, view.filters) if not entry.trend else _with_trend(entry, view.filters)
    return _by_period(entry, view.filters) if "from" in names else _alone(entry, definition, view.filters)


def _by_period(entry: Entry, filters: Filters) -> Series:
    period = entry.parameters.get("period", "month")
    answer = ask(entry.figure, filters, **entry.parameters, since=_two_years_back(filters).isoformat())
    rows = _chosen(entry, answer.rows, filters)
    values = _over_time(entry, rows, "period_start" if "period_start" in answer.columns else "month")
    if period != "month":
        # A part of a quarter is not to be held up against a whole one.
        whole = {day: value for day, value in values.items() if period_end(day, period) <= filters.end}
        values = whole or values
    days, line = list(values), list(values.values())
    back = ROWS_IN_A_YEAR[period]
    then = days[-1 - back] if len(days) > back else None
    name = month_name if period == "month" else lambda day: period_name(day, period)
    return Series(
        answer=answer,
        line=tuple(line),
        now=line[-1] if line else None,
        before=values[then] if then else None,
        since=name(then) if then else "året før",
        now_name=name(days[-1]) if days else "",
    )


def _by_year(entry: Entry, filters: Filters) -> Series:
    year = filters.end.year
    first = year - YEARS_IN_LINE + 1
    answer = ask(entry.figure, filters, **entry.parameters, from_year=str(first))
    values = _over_time(entry, _chosen(entry, answer.rows, filters), "year")
    line = tuple(values.values())
    return Series(answer, line, values.get(year), values.get(year - 1), str(year - 1), now_name=str(year))


def _by_day(entry: Entry, filters: Filters) -> Series:
    """The day in force, and that day of the years before."""
    days = [filters.end]
    for _year in range(YEARS_IN_LINE - 1):
        days.append(one_year_before(days[-1]))
    answers = [ask(entry.figure, filters, **entry.parameters, on=day.isoformat()) for day in days]
    _chosen(entry, answers[0].rows, filters)
    values = [_one(entry, _matching(entry, answer.rows, filters)) for answer in answers]
    return Series(answers[0], tuple(reversed(values)), values[0], values[1], month_name(days[1]))


def _with_trend(entry: Entry, filters: Filters) -> Series:
    """The figure of the day, with the line of another that follows it month by month."""
    answer = ask(entry.figure, filters, **entry.parameters)
    taken = {p.name for p in defined(entry.trend).parameters} & entry.parameters.keys()
    own = {name: entry.parameters[name] for name in taken}
    trend = ask(entry.trend, filters, **own, since=_two_years_back(filters).isoformat())
    rows = _chosen(entry, answer.rows, filters)
    values = list(_over_time(entry, _matching(entry, trend.rows, filters), "month").values())
    before = values[-13] if len(values) > 12 else None
    since = month_name(add_months(filters.end, -12))
    return Series(answer, tuple(values), _one(entry, rows), before, since, rows[0] if rows else None)


def _by_start(entry: Entry, filters: Filters) -> Series:
    """The latest starters of whom enough have left, against the earliest."""
    answer = stays_by_start(filters)
    rows = [row for row in answer.rows if row[entry.column] is not None]
    line = tuple(_shown(entry, row[entry.column]) for row in rows)
    since = window_name(rows[0]["starts_from"], rows[0]["starts_to"]) if rows else "tidligere"
    return Series(
        answer=answer,
        line=line,
        now=line[-1] if line else None,
        before=line[0] if len(line) > 1 else None,
        since=f"forløb begyndt {since}",
    )


def _alone(entry: Entry, definition: Definition, filters: Filters) -> Series:
    """A figure that only knows how things stand, such as what is on its way."""
    answer = ask(definition.id, filters, **entry.parameters)
    return Series(answer, (), _one(entry, _chosen(entry, answer.rows, filters)), None, "")


def _chosen(entry: Entry, rows: Sequence[Row], filters: Filters) -> list[Row]:
    """The rows of `where`; PlainError where there are rows and none is of it, which is no zero."""
    found = _matching(entry, rows, filters)
    if rows and not any(_is_of(entry.where, row) for row in rows):
        place = f" til where ({entry.place})" if entry.place else ""
        raise PlainError(f"Ingen rækker passer{place}.")
    return found


def _matching(entry: Entry, rows: Sequence[Row], filters: Filters) -> list[Row]:
    """The rows of `where`; an area that the reader chose stands in for the entry's own."""
    where = dict(entry.where)
    if entry.parameters.get("by") == "area" and len(filters.areas) == 1 and "by_value" in where:
        where["by_value"] = filters.areas[0]
    return [row for row in rows if _is_of(where, row)]


def _is_of(where: Mapping[str, str], row: Row) -> bool:
    return all(str(row.get(name)) == value for name, value in where.items())


def _over_time(entry: Entry, rows: Sequence[Row], column: str) -> dict[Any, float | None]:
    together: dict[Any, list[Row]] = {}
    for row in rows:
        together.setdefault(row[column], []).append(row)
    return {time: _one(entry, found) for time, found in together.items()}


def _one(entry: Entry, rows: Sequence[Row]) -> float | None:
    """One value of the rows of one time: the share of all of them, the count of all, or the only one's."""
    if entry.of:
        whole = sum(row[entry.of] or 0 for row in rows)
        part = sum(row[entry.column] or 0 for row in rows)
        return _shown(entry, part / whole) if whole else None
    known = [row[entry.column] for row in rows if row[entry.column] is not None]
    if len(rows) > 1 and entry.format != SUMMED:
        raise PlainError(f"{entry.place or NAME}: {entry.figure} giver flere tal. Vælg ét med where.")
    if entry.format == SUMMED:
        return float(sum(known))
    return _shown(entry, known[0]) if known else None


def _shown(entry: Entry, value: float | None) -> float | None:
    """The value in the unit of the tile."""
    if entry.format == "months":
        return months(value)
    return value * 100 if entry.format == "percent" and value is not None else value
