"""What politicians read, in the version's own file: published, rolled back, kept and deleted with it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import duckdb
import pandas as pd

TABLES = """
create table public_row (table_name varchar, question varchar, place integer, facts varchar);
create table guarded_cell (cell varchar, value bigint, is_shown boolean);
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


@dataclass(frozen=True)
class PublicTables:
    rows: Sequence[PublicRow]
    cells: Sequence[GuardedCell]


def store_public(connection: duckdb.DuckDBPyConnection, tables: PublicTables) -> None:
    connection.execute(TABLES)
    for name, rows in (("public_row", tables.rows), ("guarded_cell", tables.cells)):
        if rows:
            # As one table: row by row it takes longer than the rest of a small load.
            connection.register("public_rows", pd.DataFrame([asdict(row) for row in rows]))
            connection.execute(f"insert into {name} by name from public_rows")
            connection.unregister("public_rows")


def guarded_cells(connection: duckdb.DuckDBPyConnection) -> list[GuardedCell]:
    """Of the version attached as `in_use`; none where it was made before there were any."""
    held = connection.execute(
        "select count(*) from duckdb_tables() where database_name = 'in_use' and table_name = 'guarded_cell'"
    ).fetchall()
    if not held[0][0]:
        return []
    return [GuardedCell(*row) for row in connection.execute("from in_use.guarded_cell").fetchall()]
