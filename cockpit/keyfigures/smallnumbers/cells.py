"""What each number of a row counts: the same people are one cell, whatever table they stand in."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from cockpit.keyfigures.smallnumbers.tables import Table
from cockpit.periods import ONE_DAY

Row = Mapping[str, Any]


class Cell(NamedTuple):
    """A count of people: `what` of them, in a value of a level, on a day or in a year.

    `part` is a share of the cell without one: `age:67+` is one of the ages that add up to it.
    """

    what: str
    level: str
    value: str
    time: str
    part: str = ""

    @property
    def whole(self) -> "Cell":
        return self._replace(part="")

    @property
    def division(self) -> str:
        """What the part divides by: `age`."""
        return self.part.partition(":")[0]


class Place(NamedTuple):
    """Where a row stands: in a value of a level, on a day where the figure has one."""

    level: str
    value: str
    on: str
    as_of: date


def cells_of(table: Table, row: Row, given: Mapping[str, str], as_of: date) -> dict[str, Cell]:
    """Column → cell, for every column of the row that counts people and may be shown."""
    cells = FIGURES[table.figure](row, Place(table.by, row.get("by_value") or "", given.get("on", ""), as_of))
    return {column: cell for column, cell in cells.items() if column in table.counts}


def _stock_flow(row: Row, place: Place) -> dict[str, Cell]:
    start = row["period_start"]
    day_before, last_day = start - ONE_DAY, min(row["period_end"], place.as_of)
    cells = {
        # The opening of one year is the closing of the year before.
        "opening": Cell("stock", place.level, place.value, day_before.isoformat()),
        "closing": Cell("stock", place.level, place.value, last_day.isoformat()),
    }
    if row["complete"]:
        cells["inflow"] = Cell("inflow", place.level, place.value, f"{start.year}")
        cells["outflow"] = Cell("outflow", place.level, place.value, f"{start.year}")
    return cells


def _ages(row: Row, place: Place) -> dict[str, Cell]:
    return {"citizens": Cell("stock", place.level, place.value, place.on, f"age:{row['age_band']}")}


def _intervals(row: Row, place: Place) -> dict[str, Cell]:
    return {
        "citizens": Cell("in_year", place.level, place.value, f"{row['year']}", f"interval:{row['interval']}")
    }


def _cost(row: Row, place: Place) -> dict[str, Cell]:
    return {"citizens": Cell("in_year", place.level, place.value, f"{row['year']}")}


def _deadlines(row: Row, _: Place) -> dict[str, Cell]:
    due = Cell("due", "kind", row["kind"], f"{row['period_start'].year}")
    return {"due": due, **{name: due._replace(part=f"outcome:{name}") for name in ("kept", "breached")}}


def _caseload(_: Row, place: Place) -> dict[str, Cell]:
    return {
        "cases": Cell("cases", place.level, place.value, place.on),
        "citizens": Cell("carried", place.level, place.value, place.on),
    }


def _market(row: Row, place: Place) -> dict[str, Cell]:
    if row["direction"] == "sold":
        return {"citizens": Cell("sold", "group", row["group"], place.on)}
    return {
        "citizens": Cell("stock", "group", row["group"], place.on, f"owner:{row['direction']} {row['owner']}")
    }


def _places(row: Row, place: Place) -> dict[str, Cell]:
    places = Cell("places", "owner", row["owner"], place.on)
    parts = {name: places._replace(part=f"use:{name}") for name in ("own_citizens", "sold", "free")}
    return {"places": places, **parts}


FIGURES: dict[str, Callable[[Row, Place], dict[str, Cell]]] = {
    "stock_flow": _stock_flow,
    "age_intervals": _ages,
    "cost_intervals": _intervals,
    "cost": _cost,
    "deadlines_kept": _deadlines,
    "caseload": _caseload,
    "market": _market,
    "places": _places,
    "budget": lambda _row, _place: {},
}


def counts_people(cell: Cell) -> bool:
    """Places are public, and empty ones are nobody."""
    return cell.what != "places" or cell.part in ("use:own_citizens", "use:sold")


def may_be_hidden(cell: Cell) -> bool:
    """How many places there are can be seen from the street."""
    return cell.what != "places" or bool(cell.part)
