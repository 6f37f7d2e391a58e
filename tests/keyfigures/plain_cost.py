"""cost and cost_intervals: every krone of every service, day by day, in whole fractions."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from tests.keyfigures.plain_people import full_year_persons
from tests.keyfigures.plain_presence import (
    Answer,
    chosen_by_value,
    citizens_by_day,
    days,
    days_in_year,
    is_active,
    last_day,
    on,
)
from tests.keyfigures.plain_rows import Delivery, Rate, Service

LIMITS = "500000,1000000,2000000,4000000"


def _days_in_month(day: date) -> int:
    first = date(day.year, day.month, 1)
    return len([other for other in days(first, date(day.year, 12, 31)) if other.month == day.month])


def _is_in_force(rate: Rate, day: date) -> bool:
    return rate.from_date <= day and (rate.to_date is None or rate.to_date >= day)


def _rate_cost(rate: Rate, service: Service, first: date, last: date) -> Fraction:
    """Kroner of one rate row from first to last."""
    active = [day for day in days(first, last) if is_active(service, day)]
    if rate.unit == "once":
        return Fraction(rate.amount) if rate.from_date in active else Fraction(0)
    paid = [day for day in active if _is_in_force(rate, day)]
    if rate.unit == "day":
        return Fraction(rate.amount) * len(paid)
    if rate.unit == "year":
        return Fraction(rate.amount) * len(paid) / days_in_year(first.year)
    months: dict[int, list[date]] = {}
    for day in paid:
        months.setdefault(day.month, []).append(day)
    return sum(
        (Fraction(rate.amount) * len(those) / _days_in_month(those[0]) for those in months.values()),
        Fraction(0),
    )


@lru_cache(maxsize=100_000)
def service_cost(service: Service, year: int, last: date) -> dict[str, Fraction]:
    """Kroner of one service from 1 January of the year to `last`, base and supplement apart."""
    cost = {"base": Fraction(0), "supplement": Fraction(0)}
    for rate in service.rates:
        cost[rate.kind] += _rate_cost(rate, service, date(year, 1, 1), last)
    return cost


def _has_no_rate(service: Service, year: int, last: date) -> bool:
    """Active in the window, but no base rate is in force on any of those days."""
    active = [day for day in days(date(year, 1, 1), last) if is_active(service, day)]
    base = [rate for rate in service.rates if rate.kind == "base"]
    return bool(active) and not any(_is_in_force(rate, day) for rate in base for day in active)


def years_asked(given: Mapping[str, str]) -> range:
    return range(int(given["from_year"]), int(given["to_year"]) + 1)


def price_level(delivery: Delivery, given: Mapping[str, str], year: int) -> Fraction:
    """What a krone of the year is worth in the last year's prices; itself where prices are not fixed."""
    if given.get("prices") != "fixed":
        return Fraction(1)
    return delivery.price_index[int(given["to_year"])] / delivery.price_index[year]


def cost(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    answer: Answer = []
    chosen = chosen_by_value(delivery, given)
    people = {(row["year"], row["by_value"]): row for row in full_year_persons(delivery, given)}
    for year, value in sorted(people, key=str):
        assert isinstance(year, int)
        assert value is None or isinstance(value, str)
        last, there = last_day(delivery, given, year), people[year, value]
        costs = [service_cost(service, year, last) for service in chosen[value]]
        level = price_level(delivery, given, year)
        base = float(sum(one["base"] for one in costs) * level)
        supplement = float(sum(one["supplement"] for one in costs) * level)
        full_years = there["full_year_persons"]
        assert isinstance(full_years, float)
        answer.append(
            {
                "year": year,
                "by_value": value,
                "base_cost": base,
                "supplement_cost": supplement,
                "total_cost": base + supplement,
                "citizens": there["citizens"],
                "full_year_persons": full_years,
                "unit_cost": (base + supplement) / full_years,
                "services_without_rate": sum(_has_no_rate(service, year, last) for service in chosen[value]),
            }
        )
    return answer


def _to_ore(amount: Fraction) -> Decimal:
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def citizen_amounts(
    services: list[Service], year: int, last: date, measure: str, level: Fraction
) -> list[Decimal]:
    """One amount for every citizen with an active day from 1 January of the year to `last`."""
    stock = citizens_by_day(services, last)
    window = list(days(date(year, 1, 1), last))
    amounts = []
    for citizen in frozenset().union(*(on(stock, day) for day in window)):
        costs = [service_cost(service, year, last) for service in services if service.citizen.id == citizen]
        amount = sum((one["base"] + one["supplement"] for one in costs), Fraction(0)) * level
        if measure == "annualised":
            amount = amount / sum(citizen in on(stock, day) for day in window) * days_in_year(year)
        amounts.append(_to_ore(amount))
    return amounts


def _intervals(limits: list[int]) -> list[tuple[str, int | None, int | None]]:
    """(label, from, to): the first has no lower end, so that a correction below zero has a place too."""
    ends: list[tuple[str, int | None, int | None]] = [(f"0-{limits[0]}", None, limits[0])]
    ends += [(f"{low}-{high}", low, high) for low, high in pairwise(limits)]
    return [*ends, (f"{limits[-1]}+", limits[-1], None)]


def cost_intervals(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    intervals = _intervals([int(limit) for limit in given.get("limits", LIMITS).split(",")])
    measure = given.get("measure", "annualised")
    chosen = chosen_by_value(delivery, given)
    amounts = {
        (year, value): citizen_amounts(
            services, year, last_day(delivery, given, year), measure, price_level(delivery, given, year)
        )
        for year in years_asked(given)
        for value, services in chosen.items()
    }
    values = [
        value for value in sorted(chosen, key=str) if any(amounts[year, value] for year in years_asked(given))
    ]
    if not values and given.get("by", "none") == "none":
        values = [None]
    return [
        {
            "year": year,
            "by_value": value,
            "interval": label,
            "citizens": sum(
                (low is None or amount >= low) and (high is None or amount < high)
                for amount in amounts.get((year, value), [])
            ),
        }
        for year in years_asked(given)
        for value in values
        for label, low, high in intervals
    ]
