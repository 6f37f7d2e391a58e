"""The rates of a service: a base rate per year, indexed each January, and supplements."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from cockpit.demo.people import Service, World

HOURS_A_MONTH = 52 / 12
DAYS_A_YEAR = 365


class Rate(NamedTuple):
    start: date
    end: date | None
    amount: float  # kr.
    unit: str
    kind: str


def rates(world: World, service: Service) -> Iterator[Rate]:
    """Base rates from the first day of the history on, then the supplement where there is one."""
    if not service.rated:
        return
    terms = _terms(world, service.section)
    base = _base(world, service, terms)
    yield from _each_year(world, service, base, terms["unit"], "base")
    if service.extra_year_price:
        extra = service.extra_year_price / DAYS_A_YEAR - base
        yield from _each_year(world, service, extra, "day", "supplement")
    elif not _told(world, service):
        yield from _supplement(world, service, terms)


def _terms(world: World, section: str) -> dict[str, Any]:
    """The price terms of the section, or of the one it replaced."""
    table: dict[str, dict[str, Any]] = world.recipe.rest["price"]["sections"]
    if section in table:
        return table[section]
    return next(table[old.key] for old in world.recipe.sections.values() if old.successor == section)


def _base(world: World, service: Service, terms: dict[str, Any]) -> float:
    """Kr. per unit in the recipe's last price level."""
    price = service.provider.price if service.provider else float(terms["default"])
    if service.hours is not None:
        return price * service.hours * HOURS_A_MONTH
    if service.level and not _told(world, service):
        price *= float(world.recipe.rest["price"]["levels"][service.level])
    return price


def _each_year(world: World, service: Service, price: float, unit: str, kind: str) -> Iterator[Rate]:
    """One row a year; the last has no end when the service has none."""
    begins = max(service.start, world.recipe.first_day)
    last_year = max(begins.year, min(service.last(), world.recipe.as_of).year)
    for year in range(begins.year, last_year + 1):
        new_year = date(year, 12, 31)
        end = service.end if year == last_year else new_year
        start = max(begins, date(year, 1, 1))
        yield Rate(start, end, _rounded(price * _level(world, service, year), unit), unit, kind)


def _level(world: World, service: Service, year: int) -> float:
    """The price level of a year. Story 2: before its rise the told provider was as much cheaper."""
    index = world.recipe.rest["index"]
    level = float(index[str(min(year, world.recipe.as_of.year))]) / float(index[str(world.recipe.as_of.year)])
    story = world.recipe.rest["story"]["price"]
    if _told(world, service) and year < story["year"]:
        general = float(index[str(story["year"])]) / float(index[str(story["year"] - 1)])
        # The rise is in the price of a full-year person: a leap year has one day more at the day's price.
        level *= general / (1 + story["rise"]) * _days(story["year"]) / _days(story["year"] - 1)
    return level


def _told(world: World, service: Service) -> bool:
    story = world.recipe.rest["story"]["price"]
    return service.provider is not None and service.provider.id == story["provider"]


def _supplement(world: World, service: Service, terms: dict[str, Any]) -> Iterator[Rate]:
    offer = terms.get("supplement")
    if not offer or not world.dice.chance(offer["share"]):
        return
    low, high = offer["amount"]
    price = world.dice.between(low, high)
    if offer["unit"] != "once":
        yield from _each_year(world, service, price, offer["unit"], "supplement")
        return
    day = max(service.start, world.recipe.first_day) + timedelta(days=30)
    if day <= min(service.last(), world.recipe.as_of):
        yield Rate(day, day, _rounded(price * _level(world, service, day.year), "once"), "once", "supplement")


def _rounded(amount: float, unit: str) -> float:
    """Day rates in half kroner, the others in whole tens."""
    return round(amount * 2) / 2 if unit == "day" else float(round(amount / 10) * 10)


def _days(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days
