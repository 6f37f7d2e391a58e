"""Places at our own homes: as many as were used at most in each year, so that few stand free."""

from collections.abc import Iterator
from datetime import date

from cockpit.demo.people import World
from cockpit.demo.recipe import Provider
from cockpit.periods import add_months, month_end

WITH_PLACES = (
    "Midlertidigt botilbud",
    "Længerevarende botilbud",
    "Botilbudslignende tilbud",
    "Døgninstitution",
)


def capacity_rows(world: World) -> Iterator[tuple[str, date, date | None, int]]:
    """provider, from, to, places: one row for as long as the number stands."""
    for provider in world.recipe.providers:
        if provider.owner == "own" and provider.type in WITH_PLACES:
            yield from _of_one(world, provider)


def _of_one(world: World, provider: Provider) -> Iterator[tuple[str, date, date | None, int]]:
    begins, places = world.recipe.first_day, 0
    for year in range(world.recipe.first_day.year, world.recipe.as_of.year + 1):
        used = _most_used(world, provider, year)
        new_year = date(year, 1, 1)
        if places and abs(used - places) >= 1:
            yield provider.id, begins, date(year - 1, 12, 31), places
            begins = new_year
        places = used
    yield provider.id, begins, None, places


def _most_used(world: World, provider: Provider, year: int) -> int:
    ends = [month_end(add_months(date(year, 1, 1), month)) for month in range(12)]
    services = [
        service
        for citizen in world.citizens
        for service in citizen.services
        if service.provider == provider and service.last() >= ends[0] and service.start <= ends[-1]
    ]
    days = [day for day in ends if day <= world.recipe.as_of]
    return max(sum(1 for service in services if service.active(day)) for day in days)
