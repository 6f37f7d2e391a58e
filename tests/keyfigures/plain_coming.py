"""turning_18 and expiring: one citizen and one service at a time."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from tests.keyfigures.plain_caseload import citizens_of_teams
from tests.keyfigures.plain_people import completed_years
from tests.keyfigures.plain_presence import (
    ONE_DAY,
    Answer,
    chosen_services,
    days,
    is_active,
    section_counted,
)
from tests.keyfigures.plain_rows import MISSING, Delivery, Service

GROWN_UP = 18
TIMES_A_YEAR = {"day": 365, "month": 12, "year": 1, "once": 0}


def annual_cost(service: Service, day: date) -> Fraction:
    """What a year costs at the rates that are in force on the day."""
    begun = [rate for rate in service.rates if rate.from_date <= day]
    in_force = [rate for rate in begun if rate.to_date is None or rate.to_date >= day]
    return sum((Fraction(rate.amount) * TIMES_A_YEAR[rate.unit] for rate in in_force), Fraction(0))


def _months_ahead(as_of: date, count: int) -> list[list[date]]:
    """The days of each of the next calendar months; the first may be the rest of a month."""
    months: dict[tuple[int, int], list[date]] = {}
    for day in days(as_of + ONE_DAY, date(as_of.year + 6, 12, 31)):
        months.setdefault((day.year, day.month), []).append(day)
    return list(months.values())[:count]


def turning_18(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    as_of = delivery.as_of
    children: dict[tuple[str, date], Fraction] = {}
    for service in chosen_services(delivery, given):
        born = service.citizen.birth_date
        if born and service.section.area == "børn og unge" and is_active(service, as_of):
            key = (service.citizen.id, born)
            children[key] = children.get(key, Fraction(0)) + annual_cost(service, as_of)
    answer: Answer = []
    for month in _months_ahead(as_of, int(given["months"])):
        grown = [
            cost
            for (_, born), cost in children.items()
            for day in month
            if completed_years(born, day - ONE_DAY) < GROWN_UP <= completed_years(born, day)
        ]
        answer.append({"month": month[-1], "citizens": len(grown), "annual_cost": float(sum(grown))})
    return answer


def _is_followed(service: Service, delivery: Delivery) -> bool:
    """The citizen has a service of the group that begins later and reaches further."""
    return any(
        other.citizen.id == service.citizen.id
        and other.section.group == service.section.group
        and other.start > service.start
        and (other.end or date.max) > (service.end or date.max)
        for other in delivery.services
    )


def _running_out(delivery: Delivery, given: Mapping[str, str]) -> list[Service]:
    as_of = delivery.as_of
    horizon = [as_of + ONE_DAY * number for number in range(1, int(given["days"]) + 1)]
    return [
        service
        for service in chosen_services(delivery, given)
        if service.start <= as_of and service.end in horizon and not _is_followed(service, delivery)
    ]


def expiring_list(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    rows: Answer = [
        {
            "service_id": service.id,
            "section": section_counted(delivery, service, given).key,
            "provider": service.provider.id if service.provider else MISSING,
            "ends_on": service.end,
            "annual_cost": float(annual_cost(service, delivery.as_of)),
        }
        for service in _running_out(delivery, given)
        if "team" not in given or service.citizen.id in citizens_of_teams(delivery, given["team"])
    ]
    return sorted(rows, key=lambda row: (str(row["ends_on"]), str(row["service_id"])))


def expiring(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    as_of = delivery.as_of
    found: dict[str, list[Service]] = {}
    for service in _running_out(delivery, given):
        found.setdefault(section_counted(delivery, service, given).key, []).append(service)
    return [
        {
            "section": section,
            "citizens": len({service.citizen.id for service in found[section]}),
            "annual_cost": float(sum(annual_cost(service, as_of) for service in found[section])),
        }
        for section in sorted(found)
    ]
