"""Which rows of the extracts differ between two versions: counted, never shown."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass

import duckdb

from cockpit.warehouse.engine import open_side_by_side
from cockpit.warehouse.schema import layout
from cockpit.warehouse.versions import Version, is_whole


@dataclass(frozen=True)
class RowChanges:
    """Of one extract: the rows in each version, and how many are new, changed and gone.

    An extract without a key has no row that changes: it is another row.
    """

    extract: str
    before: int
    now: int
    new: int
    changed: int
    gone: int


def incomparable(before: Version, now: Version) -> str:
    """Why a comparison would be nonsense, in a sentence; empty where the two can be compared."""
    damaged = next((version for version in (before, now) if not is_whole(version)), None)
    if damaged:
        return f"Versionen {damaged.id} er beskadiget og kan ikke sammenlignes."
    if before.municipality != now.municipality:
        return "De to versioner er af hver sin kommune og kan ikke sammenlignes."
    if before.key_fingerprint != now.key_fingerprint:
        return "De to versioner har hver sin nøgle til pseudonymer, så borgerne kan ikke genkendes."
    older = next((version for version in (before, now) if version.layout != layout()), None)
    if older:
        return f"Versionen {older.id} er indlæst med en anden udgave af cockpittet og kan ikke sammenlignes."
    return ""


def row_changes(before: Version, now: Version, keys: Mapping[str, tuple[str, ...]]) -> tuple[RowChanges, ...]:
    """One for each extract delivered in either, in the order of `keys`, which name what identifies a row.

    Both must be built alike and with one key for pseudonyms (`incomparable`).
    """
    with closing(open_side_by_side(before.path, now.path)) as connection:
        return tuple(
            _changes(connection, extract, key)
            for extract, key in keys.items()
            if extract in {*before.rows, *now.rows}
        )


def _changes(connection: duckdb.DuckDBPyConnection, extract: str, key: tuple[str, ...]) -> RowChanges:
    table = f"extract_{extract}"
    rows_before, rows_now = (_count(connection, f"{side}.{table}") for side in ("before", "now"))
    if not key:
        new = _count(connection, f"(from now.{table} except all from before.{table})")
        return RowChanges(extract, rows_before, rows_now, new, 0, rows_before - (rows_now - new))
    same = " and ".join(f"older.{name} is not distinct from newer.{name}" for name in key)
    both = f"before.{table} as older join now.{table} as newer on {same}"
    kept = _count(connection, both)
    changed = _count(connection, f"{both} where older is distinct from newer")
    return RowChanges(extract, rows_before, rows_now, rows_now - kept, changed, rows_before - kept)


def _count(connection: duckdb.DuckDBPyConnection, rows: str) -> int:
    return int(connection.execute(f"select count(*) from {rows}").fetchall()[0][0])
