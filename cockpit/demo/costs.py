"""What each service costs: its rates, drawn once, and their kr. by month as the key figures count them."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cockpit.demo.people import Citizen, Service, World
from cockpit.demo.prices import Rate, rates
from cockpit.periods import ONE_DAY, add_months, month_end, month_start


class Priced(NamedTuple):
    number: str
    citizen: Citizen
    service: Service
    rates: list[Rate]

    @property
    def ours(self) -> bool:
        """Whether our own municipality pays."""
        return not self.service.paying


def priced_services(world: World) -> list[Priced]:
    """Every service with its rates, whose drawing takes throws of the world's dice."""
    return [
        Priced(number, citizen, service, list(rates(world, service)))
        for number, citizen, service in world.numbered_services()
    ]


def costs_by_month(priced: Priced, since: date, until: date) -> Iterator[tuple[date, float]]:
    """Month (its first day) and kr., for each rate and month that it touches in the window."""
    for rate in priced.rates:
        first = max(rate.start, priced.service.start, since)
        last = min(rate.end or until, priced.service.last(), until)
        month = month_start(first)
        while first <= last and month <= last:
            yield month, _cost(rate, max(first, month), min(last, month_end(month)))
            month = add_months(month, 1)


def _cost(rate: Rate, first: date, last: date) -> float:
    """Kr. of a part of one month."""
    days = (last - first) / ONE_DAY + 1
    match rate.unit:
        case "day":
            return rate.amount * days
        case "month":
            return rate.amount * days / month_end(first).day
        case "year":
            return rate.amount * days / days_in(first.year)
    return rate.amount


def days_in(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days
