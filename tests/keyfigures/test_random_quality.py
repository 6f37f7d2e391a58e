"""load_quality on deliveries made at random, some rows of which cannot be read: counted as spoiled."""

from random import Random

import pytest

from tests.keyfigures.deliveries import Tables
from tests.keyfigures.loading import Loader
from tests.keyfigures.random_deliveries import DELIVERIES, random_tables

# Extracts that no other leans on, each with a column that must hold a date.
SPOILED = {"reviews": "reviewed_on", "deadlines": "started_at"}


def spoil(tables: Tables, random: Random) -> dict[str, int]:
    """Make up to three in a hundred rows unreadable; gives how many of each extract."""
    counts = {}
    for extract, column in SPOILED.items():
        rows = tables[extract]
        chosen = random.sample(range(len(rows)), random.randrange(1, 2 + len(rows) * 3 // 100))
        for place in chosen:
            rows[place] = rows[place] | {column: "snart"}
        counts[extract] = len(chosen)
    return counts


@pytest.mark.parametrize("seed", [seed for seed in DELIVERIES if seed % 2 == 0])
def test_rows_read_loaded_and_rejected(loader: Loader, seed: int) -> None:
    as_of = DELIVERIES[seed]
    tables = random_tables(seed, as_of)
    spoiled = spoil(tables, Random(f"{seed} spoiled"))
    rows = loader(tables, as_of, allow_rejected=True).run("load_quality")
    assert [row["extract"] for row in rows] == sorted(tables)
    for row in rows:
        sent, rejected = tables[row["extract"]], spoiled.get(row["extract"], 0)
        # A row that repeats another is loaded once.
        loaded = len({tuple(one.items()) for one in sent if "snart" not in one.values()})
        counted = (row["rows_read"], row["rows_loaded"], row["rows_rejected"])
        assert counted == (len(sent), loaded, rejected), row["extract"]
        assert row["as_of"] == as_of
