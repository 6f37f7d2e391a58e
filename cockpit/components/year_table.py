"""Figures as managers know them: what is counted down, years across, the change and the total at the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cockpit.findings.change import Change
from cockpit.wording import date_text

Value = float | None


@dataclass(frozen=True)
class Line:
    """One row: `values` by year in the table's order, `change` between the years compared."""

    key: str | None
    name: str
    values: tuple[Value, ...]
    change: Value


@dataclass(frozen=True)
class YearTable:
    """`head` names what stands down the side; `compared` are the years that `change` lies between."""

    head: str
    years: tuple[int, ...]
    compared: tuple[int, int] | None
    lines: tuple[Line, ...]
    total: Line | None

    def changes(self) -> list[Change]:
        """Each line in the two years compared; none where there are not two."""
        if self.compared is None:
            return []
        first, last = (self.years.index(year) for year in self.compared)
        return [
            Change(line.key or "", line.values[first] or 0, line.values[last] or 0) for line in self.lines
        ]


def year_table(
    head: str,
    names: Mapping[str, str],
    cells: Mapping[tuple[str, int], Value],
    years: Sequence[int],
    *,
    total: Mapping[int, Value] | None = None,
    compared: tuple[int, int] | None = None,
) -> YearTable:
    """`names` are the rows in their order, `cells` what stands at (row, year); an empty cell is zero."""
    lines = [
        _line(key, name, [cells.get((key, year), 0) for year in years], years, compared)
        for key, name in names.items()
    ]
    last = total and _line(None, "I alt", [total.get(year, 0) for year in years], years, compared)
    return YearTable(head, tuple(years), compared, tuple(lines), last or None)


def _line(
    key: str | None,
    name: str,
    values: Sequence[Value],
    years: Sequence[int],
    compared: tuple[int, int] | None,
) -> Line:
    change = None
    if compared:
        first, last = (values[years.index(year)] for year in compared)
        change = None if first is None or last is None else last - first
    return Line(key, name, tuple(values), change)


def is_whole(year: int, as_of: date) -> bool:
    """The year is over at the as-of date."""
    return date(year, 12, 31) <= as_of


def first_and_last(years: Sequence[int]) -> tuple[int, int] | None:
    return (min(years), max(years)) if len(set(years)) > 1 else None


def whole_years(years: Sequence[int], as_of: date) -> tuple[int, int] | None:
    """The first and the last of the years that are over; None where there are not two."""
    return first_and_last([year for year in years if is_whole(year, as_of)])


def year_heading(year: int, as_of: date) -> str:
    """`2025`; the year that is not over says to when: `2026 til 31-10-2026`."""
    return str(year) if is_whole(year, as_of) else f"{year} til {date_text(as_of)}"


def tick_year(year: int, as_of: date) -> str:
    """A chart's tick, on two lines where the year is not over."""
    return str(year) if is_whole(year, as_of) else f"{year}\ntil {as_of:%d-%m}"


def years_told(years: Sequence[int], as_of: date) -> str:
    """`2022–2026`, and how far the last year has come where it is not over: `, opgjort pr. 31-10-2026`."""
    if not years:
        return f"opgjort pr. {date_text(as_of)}"
    first, last = years[0], years[-1]
    span = str(last) if first == last else f"{first}–{last}"
    return span if is_whole(last, as_of) else f"{span}, opgjort pr. {date_text(as_of)}"


def change_heading(compared: tuple[int, int] | None) -> str:
    return f"Ændring {compared[0]}–{compared[1]}" if compared else "Ændring"


def as_rows(table: YearTable, headings: Sequence[str]) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """The table as columns and rows, for a spreadsheet; `headings` are those of its years."""
    changes = [change_heading(table.compared)] if table.compared else []
    columns = (table.head, *headings, *changes)
    lines = [*table.lines, *([table.total] if table.total else [])]
    rows = [
        dict(zip(columns, (line.name, *line.values, line.change)[: len(columns)], strict=True))
        for line in lines
    ]
    return columns, rows
