"""Built when a version is published: the public tables, and the counts that later versions must mind."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cockpit.keyfigures.answering import NotDeliveredError, answered
from cockpit.keyfigures.choices import sections_in
from cockpit.keyfigures.definitions import catalogue
from cockpit.keyfigures.smallnumbers.cells import Cell, cells_of
from cockpit.keyfigures.smallnumbers.dominance import Prices, safe_prices
from cockpit.keyfigures.smallnumbers.hiding import hide
from cockpit.keyfigures.smallnumbers.secrets import Publication, secrets_of
from cockpit.keyfigures.smallnumbers.tables import TABLES, Table, asked_at
from cockpit.warehouse import GuardedCell, PublicRow, PublicTables, Reader

Row = dict[str, Any]
Ask = Callable[[str, Mapping[str, str]], list[Row]]
HIDDEN = "hidden"
UNIT_COST_TO = -3  # whole thousands of kr.


@dataclass(frozen=True)
class Line:
    """One row of a public table before anything is hidden; `cells` says what its columns count."""

    table: Table
    given: Mapping[str, str]
    row: Row
    cells: dict[str, Cell]


def build_public(reader: Reader, threshold: int, earlier: Sequence[Sequence[GuardedCell]]) -> PublicTables:
    """What politicians read of the version; `earlier` are the counts of those that they may have read before.

    A table whose extracts have never been delivered is left out.
    """

    def ask(figure: str, given: Mapping[str, str]) -> list[Row]:
        try:
            return answered(catalogue()[figure], given, reader).rows
        except NotDeliveredError:
            return []

    as_of = reader.version.as_of
    lines = gathered(ask, as_of)
    places = [
        (section["section_key"], section["section_group"], section["area"]) for section in sections_in(reader)
    ]
    values = {cell: int(line.row[column]) for line in lines for column, cell in line.cells.items()}
    before = [_publication(cells) for cells in earlier]
    hidden = hidden_cells(values, before, places, threshold)
    prices = safe_prices(reader, asked_at("whole_years", {"from_year"}, as_of)[0])
    guarded = [
        GuardedCell(json.dumps(cell, ensure_ascii=False), value, cell not in hidden)
        for cell, value in values.items()
    ]
    rows = [public_row(place, line, hidden, prices) for place, line in enumerate(lines)]
    return PublicTables(rows, guarded)


def gathered(ask: Ask, as_of: date) -> list[Line]:
    """Every row of the finite set."""
    return [
        Line(table, given, row, cells_of(table, row, given, as_of))
        for table in TABLES
        for given in _questions(table, as_of)
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


def _questions(table: Table, as_of: date) -> list[dict[str, str]]:
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


def public_row(place: int, line: Line, hidden: set[Cell], prices: Prices) -> PublicRow:
    """Whoever reads it finds nothing of what is hidden: it is not there."""
    table, row = line.table, line.row
    withheld = [name for name in table.counts if name not in line.cells or line.cells[name] in hidden]
    if withheld or ("unit_cost" in table.follows and (row["year"], row["by_value"]) not in prices):
        withheld += table.follows
    shown = {name: row[name] for name in table.columns if name not in withheld}
    if shown.get("unit_cost") is not None:
        shown["unit_cost"] = round(shown["unit_cost"], UNIT_COST_TO)
    facts = {name: shown.get(name) for name in row} | {HIDDEN: withheld}
    return PublicRow(table.name, json.dumps(line.given), place, json.dumps(facts, default=_plain))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else float(value)


def _publication(cells: Sequence[GuardedCell]) -> Publication:
    return {Cell(*json.loads(one.cell)): (one.value, one.is_shown) for one in cells}
