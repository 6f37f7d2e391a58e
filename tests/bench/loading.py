"""How fast a delivery is loaded until its checked rows are stored, against DuckDB's own read_csv.

`python -m tests.bench.loading SIDE FOLDER HOME` does it once, in a process of its own, and prints what it
took as JSON. SIDE is `stored` (ours, up to the checked rows), `published` (ours, whole; the version is left
in HOME), `memory` or `file` (every file by typed read_csv into a table in memory, or in a database file).
"""

import json
import resource
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import duckdb

from cockpit.intake.contract import Contract, contracts
from cockpit.warehouse.schema import finish_schema
from tests.serving import loaded

# Booleans in Danish and moments without a time are no types of DuckDB's.
ITS_OWN = {"date": "date", "money": "double", "decimal": "double", "integer": "bigint", "year": "bigint"}


@dataclass(frozen=True)
class Spent:
    """Seconds on the wall and of the processor, and MB held at most; `tables` is the build at publish."""

    wall: float
    cpu: float
    peak: float
    tables: tuple[float, float] = (0.0, 0.0)


class Stored(Exception):  # noqa: N818 (nothing is wrong: the load has come as far as asked)
    """The checked rows are in the version's file."""


def ours(folder: Path, home: Path, *, whole: bool) -> Spent:
    begun = _clock()
    reached: list[tuple[float, float]] = []

    def timed(*given: Any) -> None:
        reached.append(_clock())
        if not whole:
            raise Stored
        finish_schema(*given)
        reached.append(_clock())

    with patch("cockpit.warehouse.draft.finish_schema", timed), suppress(Stored):
        loaded(folder, home)
    tables = _between(reached[0], reached[-1])
    return Spent(*_between(begun, reached[0]), _peak(), tables)


def theirs(folder: Path, database: str) -> Spent:
    """Bad rows are left out, nothing else is looked at."""
    begun = _clock()
    with duckdb.connect(database) as connection:
        for contract in contracts().values():
            path = folder / f"{contract.name}.csv"
            connection.execute(f"create table {contract.name} as from {_read_csv(path, contract)}")
    return Spent(*_between(begun, _clock()), _peak())


def _read_csv(path: Path, contract: Contract) -> str:
    with path.open(encoding="utf-8") as file:
        names = file.readline().rstrip("\n").split(";")
    types = {name: ITS_OWN.get(contract.column(name).type, "varchar") for name in names}
    return (
        f"read_csv('{path}', auto_detect=false, header=true, delim=';', quote='\"', escape='\"', "
        f"dateformat='%d-%m-%Y', decimal_separator=',', columns={types}, ignore_errors=true)"
    )


def _clock() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _between(first: Sequence[float], last: Sequence[float]) -> tuple[float, float]:
    return last[0] - first[0], last[1] - first[1]


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(side: str, folder: str, home: str) -> None:
    if side in ("stored", "published"):
        spent = ours(Path(folder), Path(home), whole=side == "published")
    else:
        spent = theirs(Path(folder), ":memory:" if side == "memory" else str(Path(home) / "read.duckdb"))
    print(json.dumps(asdict(spent)))


if __name__ == "__main__":
    main(*sys.argv[1:])
