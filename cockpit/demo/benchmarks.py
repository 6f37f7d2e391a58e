"""Comparison with other municipalities: ours as the key figures count it, theirs a little above or below."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from math import fsum
from typing import Any

from cockpit.demo.costs import Priced, costs_by_month, days_in
from cockpit.demo.dice import Dice
from cockpit.demo.people import Service, World
from cockpit.demo.population import population_rows
from cockpit.periods import ONE_DAY

Row = tuple[str, int, str, str, str, date]
ADULT = 18


def benchmark_rows(world: World, priced: list[Priced], dice: Dice) -> Iterator[Row]:
    """municipality, year, figure, value, source, published: our own first."""
    plan: dict[str, Any] = world.recipe.rest["benchmarks"]
    first, last = plan["years"]
    ours = {year: our_figures(world, priced, year) for year in range(first, last + 1)}
    for figure, decimals in plan["decimals"].items():
        for municipality in (world.recipe.municipality, *plan["municipalities"]):
            level = dice.between(*plan["apart"])
            for year in range(first, last + 1):
                value = ours[year][figure]
                if municipality != world.recipe.municipality:
                    value *= level * (1 + dice.between(-plan["drift"], plan["drift"]))
                text = f"{value:.{decimals}f}".replace(".", ",")
                published = date(year + 1, *plan["published"])
                yield municipality, year, figure, text, plan["source"], published


def our_figures(world: World, priced: list[Priced], year: int) -> dict[str, float]:
    """Our own values of a whole year, by figure."""
    adults = sum(
        persons for _, of, age, persons in population_rows(world.recipe) if of == year and age >= ADULT
    )
    ours = [one for one in priced if one.ours]
    persons = _full_year_persons(ours, year)
    return {
        "residential_count.per_1000_adults_now": _residential(world, ours, date(year, 12, 31))
        / adults
        * 1000,
        "full_year_persons.per_1000_adults": persons / adults * 1000,
        "cost.unit_cost": _cost(ours, year) / persons,
    }


def _residential(world: World, ours: list[Priced], day: date) -> int:
    """Citizens in residential care on the day."""
    groups = world.recipe.sections
    there = [
        one for one in ours if groups[one.service.section].group == "botilbud" and one.service.active(day)
    ]
    return len({one.citizen.number for one in there})


def _cost(ours: list[Priced], year: int) -> float:
    """Kr. in the year."""
    window = date(year, 1, 1), date(year, 12, 31)
    return fsum(cost for one in ours for _, cost in costs_by_month(one, *window))


def _full_year_persons(ours: list[Priced], year: int) -> float:
    """Days on which a citizen has something from us, each counted once, in years."""
    by_citizen: dict[int, list[Service]] = defaultdict(list)
    for one in ours:
        by_citizen[one.citizen.number].append(one.service)
    return sum(_days(services, year) for services in by_citizen.values()) / days_in(year)


def _days(services: list[Service], year: int) -> int:
    counted, days = date(year, 1, 1) - ONE_DAY, 0
    for service in sorted(services, key=lambda service: service.start):
        first = max(service.start, counted + ONE_DAY)
        last = min(service.last(), date(year, 12, 31))
        if first <= last:
            days += (last - first).days + 1
            counted = last
    return days
