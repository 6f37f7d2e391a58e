"""Built when a version is published: the public tables, and the counts that later versions must mind."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cockpit.keyfigures.answering import NotDeliveredError, answered
from cockpit.keyfigures.choices import sections_in
from cockpit.keyfigures.definitions import catalogue
from cockpit.keyfigures.ledger import booked_months
from cockpit.keyfigures.smallnumbers.accounts import safe_accounts
from cockpit.keyfigures.smallnumbers.cells import Cell, cells_of
from cockpit.keyfigures.smallnumbers.dominance import safe_prices
from cockpit.keyfigures.smallnumbers.hiding import hide
from cockpit.keyfigures.smallnumbers.secrets import Publication, secrets_of
from cockpit.keyfigures.smallnumbers.tables import TABLES, Table, asked_at, first_year
from cockpit.warehouse import GuardedCell, PublicRow, PublicTables, Reader, Told

Row = dict[str, Any]
Ask = Callable[[str, Mapping[str, str]], list[Row]]
HIDDEN = "hidden"
UNIT_COST_TO = -3  # whole thousands of kr.

# By figure the years and the groups or accounts of which the kr. may be shown.
Safe = Mapping[str, set[tuple[int, str]]]


@dataclass(frozen=True)
class Line:
    """One row of a public table before anything is hidden; `cells` says what its columns count."""

    table: Table
    given: Mapping[str, str]
    row: Row
    cells: dict[str, Cell]


def build_public(reader: Reader, threshold: int, earlier: Told) -> PublicTables:
    """What politicians read of the version; `earlier` is what they may have read before.

    A table whose extracts have never been delivered is left out.
    """

    def ask(figure: str, given: Mapping[str, str]) -> list[Row]:
        try:
            return answered(catalogue()[figure], given, reader).rows
        except NotDeliveredError:
            return []

    as_of = reader.version.as_of
    lines = gathered(ask, as_of, _months(reader))
    places = [
        (section["section_key"], section["section_group"], section["area"]) for section in sections_in(reader)
    ]
    values = {cell: int(line.row[column]) for line in lines for column, cell in line.cells.items()}
    before = [_publication(cells) for cells in earlier.values()]
    hidden = hidden_cells(values, before, places, threshold)
    safe = {
        "cost": safe_prices(reader, asked_at("whole_years", {"from_year"}, as_of)[0]),
        "budget": safe_accounts(reader, first_year(as_of), threshold),
    }
    guarded = [
        GuardedCell(json.dumps(cell, ensure_ascii=False), value, cell not in hidden)
        for cell, value in values.items()
    ]
    rows = [public_row(place, line, hidden, safe) for place, line in enumerate(lines)]
    return PublicTables(rows, guarded)


def gathered(ask: Ask, as_of: date, months: Sequence[tuple[int, int]] = ()) -> list[Line]:
    """Every row of the finite set; `months` are those that the ledger is told to."""
    return [
        Line(table, given, row, cells_of(table, row, given, as_of))
        for table in TABLES
        for given in _questions(table, as_of, months)
        for row in _rows(table, ask(table.figure, given))
    ]


def hidden_cells(
    values: Mapping[Cell, int],
    before: Sequence[Publication],
    places: Sequence[tuple[str, str, str]],
    threshold: int,
) -> set[Cell]:
    hidden = hide(secrets_of(values, before, places, threshold), threshold)
    return {cell for cell, value in hidden if values.get(cell) == value}


def _months(reader: Reader) -> list[tuple[int, int]]:
    """Those with actuals and the as-of date's, which has a budget at least."""
    as_of = reader.version.as_of
    last = (as_of.year, as_of.month)
    booked = {(year, month) for year, months in booked_months(reader).items() for month in months}
    return sorted(month for month in booked | {last} if (first_year(as_of), 1) <= month <= last)


def _questions(table: Table, as_of: date, months: Sequence[tuple[int, int]]) -> list[dict[str, str]]:
    if table.times == "months":
        return [{"year": f"{year}", "month": f"{month}"} for year, month in months]
    takes = {parameter.name for parameter in catalogue()[table.figure].parameters}
    by = {"by": table.by} if table.by else {}
    return [{**dict(table.fixed), **by, **times} for times in asked_at(table.times, takes, as_of)]


def _rows(table: Table, rows: list[Row]) -> list[Row]:
    if not table.one_row or not rows:
        return rows
    (key,) = table.keys
    whole: Row = dict.fromkeys(rows[0]) | {key: rows[0][key]}
    whole |= {name: sum(row[name] for row in rows) for name in table.counts}
    used = whole["own_citizens"] + whole["sold"]
    return [whole | {"occupancy_rate": round(used / whole["places"], 6) if whole["places"] else None}]


def public_row(place: int, line: Line, hidden: set[Cell], safe: Safe) -> PublicRow:
    """Whoever reads it finds nothing of what is hidden: it is not there."""
    table, row = line.table, line.row
    withheld = [name for name in table.counts if name not in line.cells or line.cells[name] in hidden]
    if withheld or not _is_safe(line, safe):
        withheld += table.follows
    shown = {name: row[name] for name in table.columns if name not in withheld}
    if shown.get("unit_cost") is not None:
        shown["unit_cost"] = round(shown["unit_cost"], UNIT_COST_TO)
    facts = {name: shown.get(name) for name in row} | {HIDDEN: withheld}
    return PublicRow(table.name, json.dumps(line.given), place, json.dumps(facts, default=_plain))


def _is_safe(line: Line, safe: Safe) -> bool:
    row, figure = line.row, line.table.figure
    year, value = row.get("year", line.given.get("year")), row.get("by_value", row.get("account"))
    return figure not in safe or (int(year or 0), value) in safe[figure]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else float(value)


def _publication(cells: Sequence[GuardedCell]) -> Publication:
    return {Cell(*json.loads(one.cell)): (one.value, one.is_shown) for one in cells}
