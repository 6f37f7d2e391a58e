"""The municipality's inhabitants by age on 1 January of each year."""

from collections.abc import Iterator
from itertools import pairwise
from math import fsum
from typing import Any

from cockpit.demo.recipe import Recipe

OLDEST = 99


def population_rows(recipe: Recipe) -> Iterator[tuple[str, int, int, int]]:
    """municipality, year, age, persons: the recipe's shape, scaled to the year's number of inhabitants."""
    plan: dict[str, Any] = recipe.rest["population"]
    (first, last), (few, many) = plan["years"], plan["persons"]
    shape = [_at(plan["ages"], age) for age in range(OLDEST + 1)]
    for year in range(first, last + 1):
        inhabitants = few + (many - few) * (year - first) / (last - first)
        for age, weight in enumerate(shape):
            yield recipe.municipality, year, age, round(weight * inhabitants / fsum(shape))


def _at(points: list[list[int]], age: int) -> float:
    for (start, low), (end, high) in pairwise(points):
        if age <= end:
            return low + (high - low) * (age - start) / (end - start)
    return points[-1][1]
