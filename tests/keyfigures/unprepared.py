"""The version served, as if nothing had been prepared at publish; and what is asked of both."""

import shutil
from math import isclose
from pathlib import Path

import duckdb

from cockpit.settings import PROJECT, Settings
from cockpit.warehouse import Reader, Warehouse
from cockpit.warehouse.engine import open_reader
from cockpit.warehouse.schema import PREPARED

QUESTIONS = (
    ("stock_flow", {"period": "quarter", "from": "2023-01-01", "to": "2026-10-31"}),
    ("cost", {"from_year": "2023", "to_year": "2026"}),
    ("cost", {"from_year": "2026", "to_year": "2027", "basis": "committed"}),
    ("cost_intervals", {"from_year": "2025", "to_year": "2026", "prices": "fixed"}),
    ("supplements", {"from_year": "2025", "to_year": "2026"}),
    ("full_year_persons", {"from_year": "2025", "to_year": "2026"}),
    ("cost_bridge", {"year_a": "2025", "year_b": "2026", "basis": "to_date"}),
    ("cost_bridge", {"year_a": "2025", "year_b": "2026", "basis": "committed"}),
    ("cost_bridge", {"year_a": "2023", "year_b": "2024", "basis": "to_date"}),
    ("length_of_stay", {"from": "2020-01-01", "to": "2024-12-31"}),
)


class Unprepared(Warehouse):
    """The same version with a view for each prepared table, and no spells along cuts."""

    def __init__(self, settings: Settings, copy: Path, memory: str = "2GB") -> None:
        super().__init__(settings)
        version = self.version
        shutil.copy(version.path, copy)
        with duckdb.connect(str(copy)) as connection:
            for name in PREPARED:
                text = (PROJECT / "queries" / "prepared" / f"{name}.sql").read_text(encoding="utf-8")
                connection.execute(f"drop table {name}")
                connection.execute(f"create view {name} as {text}")
        self._unprepared = Reader(version, open_reader(copy, memory, 2))

    def reader(self) -> Reader:
        return self._unprepared if hasattr(self, "_unprepared") else super().reader()


def alike(rows: list[dict[str, object]], others: list[dict[str, object]]) -> bool:
    """Kr. are sums of binary fractions, which another order of adding moves in the last digits."""
    return len(rows) == len(others) and all(
        row.keys() == other.keys() and all(_is_alike(row[name], other[name]) for name in row)
        for row, other in zip(rows, others, strict=True)
    )


def _is_alike(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=1e-9, abs_tol=1e-3)
    return one == other
