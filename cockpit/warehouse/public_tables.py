"""What politicians read, in the version's own file: published, rolled back, kept and deleted with it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import duckdb
import pandas as pd

TABLES = """
create table public_row (table_name varchar, question varchar, place integer, facts varchar);
create table guarded_cell (told_by varchar, cell varchar, value bigint, is_shown boolean);
"""


@dataclass(frozen=True)
class PublicRow:
    """One row that may be shown as it is: `facts` are its columns, JSON, with nothing of what is hidden.

    `question` are the parameters that it answers, JSON; `place` is its place in the version.
    """

    table_name: str
    question: str
    place: int
    facts: str


@dataclass(frozen=True)
class GuardedCell:
    """A count of people and whether it is shown: for the hiding of later versions alone."""

    cell: str
    value: int
    is_shown: bool


# Version → what it has told.
Told = Mapping[str, Sequence[GuardedCell]]


@dataclass(frozen=True)
class PublicTables:
    rows: Sequence[PublicRow]
    cells: Sequence[GuardedCell]


def store_public(
    connection: duckdb.DuckDBPyConnection, version_id: str, tables: PublicTables, earlier: Told
) -> None:
    """With all that earlier versions have told, for one that is rolled back is not asked again."""
    connection.execute(TABLES)
    told = {**earlier, version_id: tables.cells}
    cells = [{"told_by": by} | asdict(cell) for by, listed in told.items() for cell in listed]
    for name, rows in (("public_row", [asdict(row) for row in tables.rows]), ("guarded_cell", cells)):
        if rows:
            # As one table: row by row it takes longer than the rest of a small load.
            connection.register("public_rows", pd.DataFrame(rows))
            connection.execute(f"insert into {name} by name from public_rows")
            connection.unregister("public_rows")


def told_by(connection: duckdb.DuckDBPyConnection, attached: str, version_id: str) -> Told:
    """What the version attached by that name has told, and those before it; empty where it knows of none."""
    columns = connection.execute(
        "select column_name from duckdb_columns() where database_name = ? and table_name = 'guarded_cell'",
        [attached],
    ).fetchall()
    if not columns:
        return {}
    # Made before a version carried what others had told.
    by = "told_by" if ("told_by",) in columns else f"'{version_id}'"
    rows = connection.execute(
        f"select {by}, cell, value, is_shown from {attached}.guarded_cell order by all"
    ).fetchall()
    found: dict[str, list[GuardedCell]] = {}
    for version, *cell in rows:
        found.setdefault(version, []).append(GuardedCell(*cell))
    return found
