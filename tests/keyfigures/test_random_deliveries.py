"""Plain Python and SQL agree on deliveries made at random: the same rows, cell by cell."""

from collections.abc import Callable
from itertools import islice

import pytest

from tests.keyfigures.comparing import differences
from tests.keyfigures.loading import Loaded
from tests.keyfigures.questions import QUESTIONS
from tests.keyfigures.questions_of_money import at_fixed_prices
from tests.keyfigures.random_deliveries import DELIVERIES

SHOWN = 20


@pytest.mark.parametrize("figure", QUESTIONS)
@pytest.mark.parametrize("seed", DELIVERIES)
def test_sql_gives_what_plain_python_gives(
    at_random: Callable[[int], Loaded], seed: int, figure: str
) -> None:
    """Every question goes to every third delivery: to two of the six."""
    loaded, found = at_random(seed), []
    for line in islice(QUESTIONS[figure](DELIVERIES[seed]), seed % 3, None, 3):
        found += [
            f"{line}\n    {difference}" for difference in differences(loaded.plain(line), loaded.run(line))
        ]
    assert not found, f"{len(found)} differences\n" + "\n".join(found[:SHOWN])


@pytest.mark.parametrize("seed", [seed for seed in DELIVERIES if seed % 2 == 0])
def test_fixed_prices_are_what_plain_python_gives(at_random: Callable[[int], Loaded], seed: int) -> None:
    """Every other delivery has a price index."""
    loaded, found = at_random(seed), []
    for line in islice(at_fixed_prices(DELIVERIES[seed]), seed % 5, None, 5):
        found += [
            f"{line}\n    {difference}" for difference in differences(loaded.plain(line), loaded.run(line))
        ]
    assert not found, f"{len(found)} differences\n" + "\n".join(found[:SHOWN])
