"""supplements, cost_bridge and state_refund: the same kroner as plain_cost, put together in other ways."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from tests.keyfigures.plain_cost import service_cost, years_asked
from tests.keyfigures.plain_people import completed_years
from tests.keyfigures.plain_presence import (
    Answer,
    chosen_by_value,
    chosen_services,
    citizens_by_day,
    days,
    days_in_year,
    last_day,
    on,
)
from tests.keyfigures.plain_rows import Delivery, Service

Numbers = dict[str | None, Fraction]  # by_value -> persons or kroner
RETIRED = 67
SHARES = (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))


def _total(service: Service, year: int, last: date) -> Fraction:
    return sum(service_cost(service, year, last).values(), Fraction(0))


def supplements(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    answer: Answer = []
    chosen = chosen_by_value(delivery, given)
    for year in years_asked(given):
        last = last_day(delivery, given, year)
        for value in sorted(chosen, key=str):
            stock = citizens_by_day(chosen[value], last)
            present = frozenset().union(*(on(stock, day) for day in days(date(year, 1, 1), last)))
            extra = dict.fromkeys(present, Fraction(0))
            total = Fraction(0)
            for service in chosen[value]:
                if service.citizen.id in extra:
                    extra[service.citizen.id] += service_cost(service, year, last)["supplement"]
                    total += _total(service, year, last)
            if present:
                answer.append(
                    {
                        "year": year,
                        "by_value": value,
                        "citizens": len(present),
                        "citizens_with_supplement": sum(amount != 0 for amount in extra.values()),
                        "supplement_cost": float(sum(extra.values())),
                        "share_of_cost": float(sum(extra.values()) / total) if total else None,
                    }
                )
    return answer


def _ends(delivery: Delivery, given: Mapping[str, str], first: int, second: int) -> tuple[date, date]:
    """The last day counted in each year: two whole years, or both to the day of as-of."""
    end = last_day(delivery, given, second)
    if end == date(second, 12, 31):
        return date(first, 12, 31), end
    same = [day for day in days(date(first, 1, 1), date(first, 12, 31)) if day.month == end.month]
    return [day for day in same if day.day <= end.day][-1], end


def _persons_and_costs(
    delivery: Delivery, given: Mapping[str, str], year: int, last: date
) -> tuple[Numbers, Numbers]:
    chosen, first = chosen_by_value(delivery, given), date(year, 1, 1)
    persons, costs = {}, {}
    for value, services in chosen.items():
        stock = citizens_by_day(services, last)
        present = sum(len(on(stock, day)) for day in days(first, last))
        persons[value] = Fraction(present, days_in_year(year))
        costs[value] = sum((_total(service, year, last) for service in services), Fraction(0))
    return persons, costs


def _prices(persons: Numbers, costs: Numbers) -> Numbers:
    return {value: costs[value] / persons[value] for value in persons if persons[value]}


def cost_bridge(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    """The definition's sums, value by value: N persons, P prices, s shares of the persons."""
    first, second = int(given["year_a"]), int(given["year_b"])
    end_a, end_b = _ends(delivery, given, first, second)
    n_a, cost_a = _persons_and_costs(delivery, given, first, end_a)
    n_b, cost_b = _persons_and_costs(delivery, given, second, end_b)
    index = delivery.price_index
    i = index[second] / index[first] if index else Fraction(1)
    p_b = _prices(n_b, cost_b)
    p_a = {value: price / i for value, price in p_b.items()} | _prices(n_a, cost_a)
    all_a, all_b = sum(n_a.values()), sum(n_b.values())
    effects = dict.fromkeys(("volume", "mix", "index", "price"), Fraction(0))
    # Nobody in year a: all of year b is volume, at the prices put back to year a's level.
    all_cost, people = (sum(cost_a.values()), all_a) if all_a else (sum(cost_b.values()) / i, all_b or 1)
    mean_a = Fraction(all_cost) / people
    effects["volume"] = (all_b - all_a) * mean_a
    for value in p_a:
        if all_a and all_b:
            effects["mix"] += all_b * (n_b[value] / all_b - n_a[value] / all_a) * p_a[value]
        effects["index"] += n_b[value] * p_a[value] * (i - 1)
        effects["price"] += n_b[value] * (p_b.get(value, Fraction(0)) - p_a[value] * i)
    return [{"effect": effect, "amount": float(amount)} for effect, amount in effects.items()]


def _refund(cost: Fraction, limits: tuple[Fraction, ...]) -> Fraction:
    """Each band's share of the kroner that lie in it."""
    ends = [*limits[1:], max(cost, limits[-1])]
    return sum(
        (
            share * max(min(cost, end) - start, Fraction(0))
            for share, start, end in zip(SHARES, limits, ends, strict=True)
        ),
        Fraction(0),
    )


def state_refund(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    year = int(given["year"])
    last, new_years_eve = last_day(delivery, given, year), date(year, 12, 31)
    known = [one for one in delivery.thresholds if one.valid_from <= new_years_eve]
    if not known:
        return [{"citizens": None, "refund": None, "thresholds_from": None}]
    newest = max(known, key=lambda one: one.valid_from)
    costs: dict[str, Fraction] = {}
    for service in chosen_services(delivery, given):
        born = service.citizen.birth_date
        if born and completed_years(born, new_years_eve) < RETIRED:
            costs[service.citizen.id] = costs.get(service.citizen.id, 0) + _total(service, year, last)
    limits = tuple(Fraction(limit) for limit in newest.limits)
    refunds = [_refund(cost, limits) for cost in costs.values()]
    return [
        {
            "citizens": sum(refund > 0 for refund in refunds),
            "refund": float(sum(refunds)),
            "thresholds_from": newest.valid_from,
        }
    ]
