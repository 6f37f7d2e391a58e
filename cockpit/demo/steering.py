"""The extracts that a municipality steers by; some of them are of our own, or of all at once."""

from collections.abc import Iterable, Iterator
from typing import Any

from cockpit.demo.benchmarks import benchmark_rows
from cockpit.demo.cases import Casework
from cockpit.demo.costs import Priced
from cockpit.demo.deadlines import deadline_rows
from cockpit.demo.dice import dice_of_its_own
from cockpit.demo.ledger import ledger_rows
from cockpit.demo.people import World
from cockpit.demo.recipe import DEMO, csv_rows
from cockpit.demo.reviews import review_rows
from cockpit.demo.writing import Row


def steering_extracts(
    world: World, casework: Casework, priced: list[Priced], seed: int
) -> dict[str, Iterable[Row]]:
    return {
        "deadlines": deadline_rows(world, casework, dice_of_its_own(seed, "deadlines")),
        "reviews": review_rows(world, priced, dice_of_its_own(seed, "reviews")),
        "ledger": ledger_rows(world, priced, dice_of_its_own(seed, "ledger")),
    }


def single_extracts(world: World, priced: list[Priced], seed: int) -> dict[str, Iterable[Row]]:
    """What is written once however many municipalities there are."""
    return {
        "price_index": _price_index(world.recipe.rest["index"]),
        "benchmarks": benchmark_rows(world, priced, dice_of_its_own(seed, "benchmarks")),
        "initiatives": (tuple(row.values()) for row in csv_rows(DEMO / "initiatives.csv")),
    }


def _price_index(index: dict[str, Any]) -> Iterator[Row]:
    for year, level in index.items():
        yield int(year), float(level)
