"""history_change on deliveries made at random: a second one that has rewritten some of the first."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import islice
from random import Random

import pytest

from cockpit.keyfigures.definitions import comparable
from tests.keyfigures.comparing import Row, differences
from tests.keyfigures.deliveries import Tables
from tests.keyfigures.loading import Loaded, Loader, words
from tests.keyfigures.plain_history import history_change
from tests.keyfigures.questions import QUESTIONS
from tests.keyfigures.random_deliveries import DELIVERIES, random_tables
from tests.keyfigures.two_versions import then

Versions = tuple[Loaded, Loaded]
SEEDS = {2: 45, 4: 15}  # days from the first delivery to the second: to within a month, and to a year's end
EVERY = 23


def not_yet(tables: Tables, seed: int, as_of: date) -> Tables:
    """What was known earlier: some services and deadlines were not registered, some had not ended."""
    random = Random(f"{seed} not yet")
    unknown = {row["service_id"] for row in tables["services"] if random.random() < 0.1}
    found = {
        name: [row for row in rows if row.get("service_id") not in unknown] for name, rows in tables.items()
    }
    found["services"] = [
        row | ({"end_date": ""} if random.random() < 0.1 else {}) for row in found["services"]
    ]
    found["deadlines"] = [row for row in found["deadlines"] if random.random() < 0.9]
    found["case_assignments"] = [row for row in found["case_assignments"] if random.random() < 0.9]
    return found


def told(rows: Sequence[Row], side: str) -> list[Row]:
    """One side of the rows, each value under the name of its column, by which it is rounded."""
    kept = [{name: row[name] for name in row if name not in ("before", "now", "change")} for row in rows]
    return [{**keys, row["column"]: row[side]} for keys, row in zip(kept, rows, strict=True)]


@pytest.fixture(scope="module")
def versions(loader: Loader) -> Callable[[int], Versions]:
    @cache
    def load(seed: int) -> Versions:
        as_of = DELIVERIES[seed]
        tables, before = random_tables(seed, as_of), as_of - timedelta(days=SEEDS[seed])
        first = loader(not_yet(tables, seed, before), before)
        return first, then(first, tables, as_of)

    return load


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("figure", [figure for figure in QUESTIONS if figure in comparable()])
def test_what_differs_is_what_plain_python_finds(
    versions: Callable[[int], Versions], seed: int, figure: str
) -> None:
    (first, second), found = versions(seed), []
    assert first.delivery
    assert second.delivery
    for line in islice(QUESTIONS[figure](DELIVERIES[seed]), seed % 5, None, EVERY):
        asked = f"history_change figure={line}"
        rows = second.run(asked)
        expected = history_change(first.delivery, second.delivery, words(asked)[1])
        for side in ("before", "now"):
            found += [f"{asked}: {one}" for one in differences(told(expected, side), told(rows, side))]
    assert not found, f"{len(found)} differences\n" + "\n".join(found[:20])
