"""Who receives what on which day: filters, `by`, and the set of citizens of every single day."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

from tests.keyfigures.plain_rows import MISSING, Delivery, Section, Service

Answer = list[dict[str, object]]
Stock = dict[date, frozenset[str]]  # day -> citizens

ONE_DAY = timedelta(days=1)
FILTERS = (
    "area", "group", "section", "owner", "provider_type", "provider", "target_group", "sex", "diagnosis",
)  # fmt: skip


def days(first: date, last: date) -> Iterator[date]:
    """Every day from first to last, both inclusive."""
    for number in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(number)


def days_in_year(year: int) -> int:
    return len(list(days(date(year, 1, 1), date(year, 12, 31))))


def last_day(delivery: Delivery, given: Mapping[str, str], year: int) -> date:
    """The last day that counts in a year: its end, or as-of where the basis is what has happened so far."""
    year_end = date(year, 12, 31)
    return year_end if given.get("basis") == "committed" else min(year_end, delivery.as_of)


def is_active(service: Service, day: date) -> bool:
    return service.start <= day and (service.end is None or service.end >= day)


def section_counted(delivery: Delivery, service: Service, given: Mapping[str, str]) -> Section:
    """With an area or group filter a section that a newer law replaced counts as its successor."""
    replaced = service.section.successor
    if replaced and (given.get("area") or given.get("group")):
        return delivery.sections[replaced]
    return service.section


def value_of(delivery: Delivery, service: Service, name: str, given: Mapping[str, str]) -> str | None:
    """The service's value of one filter or `by`; None where it is missing."""
    section, provider = section_counted(delivery, service, given), service.provider
    read: dict[str, Callable[[], str | None]] = {
        "area": lambda: section.area,
        "group": lambda: section.group,
        "section": lambda: section.key,
        "owner": lambda: provider.owner if provider else None,
        "provider_type": lambda: provider.provider_type if provider else None,
        "provider": lambda: provider.id if provider else None,
        "target_group": lambda: service.citizen.target_group,
        "sex": lambda: service.citizen.sex,
        "diagnosis": lambda: service.citizen.diagnosis,
    }
    return read[name]()


def _has_role(delivery: Delivery, service: Service, role: str) -> bool:
    own = delivery.municipality
    return {"paying": service.paying == own, "acting": service.acting == own, "all": True}[role]


def chosen_services(delivery: Delivery, given: Mapping[str, str]) -> list[Service]:
    """The services that the role and every filter given let through."""
    services = [
        service for service in delivery.services if _has_role(delivery, service, given.get("role", "paying"))
    ]
    for name in FILTERS:
        if given.get(name):
            wanted = given[name].split(",")
            services = [s for s in services if (value_of(delivery, s, name, given) or MISSING) in wanted]
    return services


def by_value(delivery: Delivery, service: Service, given: Mapping[str, str]) -> str | None:
    """What the service is counted under; None when nothing divides the count."""
    by = given.get("by", "none")
    return None if by == "none" else value_of(delivery, service, by, given) or MISSING


def chosen_by_value(delivery: Delivery, given: Mapping[str, str]) -> dict[str | None, list[Service]]:
    chosen: dict[str | None, list[Service]] = {}
    for service in chosen_services(delivery, given):
        chosen.setdefault(by_value(delivery, service, given), []).append(service)
    return chosen


def citizens_by_day(services: list[Service], last: date) -> Stock:
    """For every day up to `last` the citizens with at least one active service; days without are left out."""
    stock: dict[date, set[str]] = {}
    for service in services:
        for day in days(service.start, min(service.end or last, last)):
            stock.setdefault(day, set()).add(service.citizen.id)
    return {day: frozenset(citizens) for day, citizens in stock.items()}


@lru_cache(maxsize=256)
def _stocks(delivery: Delivery, given: tuple[tuple[str, str], ...]) -> dict[str | None, Stock]:
    chosen = chosen_by_value(delivery, dict(given))
    return {value: citizens_by_day(services, delivery.as_of) for value, services in chosen.items()}


def stocks(delivery: Delivery, given: Mapping[str, str]) -> dict[str | None, Stock]:
    """Per by_value the citizens of every day up to as-of: what starts later is planned and not counted."""
    relevant = {name: given[name] for name in ("role", "by", *FILTERS) if name in given}
    return _stocks(delivery, tuple(sorted(relevant.items())))


def on(stock: Stock, day: date) -> frozenset[str]:
    return stock.get(day, frozenset())
