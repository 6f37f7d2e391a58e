"""Places at our own homes: as many as were used at most in each year, so that few stand free."""

from collections.abc import Iterator
from datetime import date

from cockpit.demo.people import Service, World
from cockpit.demo.recipe import Provider
from cockpit.periods import add_months, month_end

WITH_PLACES = (
    "Midlertidigt botilbud",
    "Længerevarende botilbud",
    "Botilbudslignende tilbud",
    "Døgninstitution",
)
Row = tuple[str, date, date | None, int]


def capacity_rows(world: World) -> Iterator[Row]:
    """provider, from, to, places: one row for as long as the number stands."""
    homes = [p for p in world.recipe.providers if p.owner == "own" and p.type in WITH_PLACES]
    stays: dict[str, list[Service]] = {home.id: [] for home in homes}
    for _, _, service in world.numbered_services():
        if service.provider and service.provider.id in stays:
            stays[service.provider.id].append(service)
    for home in homes:
        yield from _of_one(world, home, stays[home.id])


def _of_one(world: World, provider: Provider, stays: list[Service]) -> Iterator[Row]:
    begins, places = world.recipe.first_day, 0
    for year in range(world.recipe.first_day.year, world.recipe.as_of.year + 1):
        used = _most_used(stays, world.recipe.as_of, year)
        new_year = date(year, 1, 1)
        if places and abs(used - places) >= 1:
            yield provider.id, begins, date(year - 1, 12, 31), places
            begins = new_year
        places = used
    yield provider.id, begins, None, places


def _most_used(stays: list[Service], as_of: date, year: int) -> int:
    ends = [month_end(add_months(date(year, 1, 1), month)) for month in range(12)]
    touching = [stay for stay in stays if stay.last() >= ends[0] and stay.start <= ends[-1]]
    return max(sum(1 for stay in touching if stay.active(day)) for day in ends if day <= as_of)
