"""places, occupancy and market: one provider and one day at a time."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from tests.keyfigures.plain_coming import annual_cost
from tests.keyfigures.plain_flow import periods
from tests.keyfigures.plain_presence import Answer, chosen_services, days, is_active, value_of
from tests.keyfigures.plain_rows import MISSING, Delivery, Provider, Service

ABOUT_SERVICES = ("area", "group", "section")


def _places(delivery: Delivery, provider: str, day: date) -> int | None:
    """Of the rows in force the one that begins last; None where no row is in force."""
    in_force = {
        row.from_date: row.places
        for row in delivery.capacity
        if row.provider == provider and row.from_date <= day and (row.to_date is None or row.to_date >= day)
    }
    return in_force[max(in_force)] if in_force else None


def _own(delivery: Delivery, given: Mapping[str, str]) -> list[Provider]:
    """Our own providers within the filters; with one on services only those that have such a service."""
    found = [provider for provider in delivery.providers if provider.owner == "own"]
    if given.get("provider"):
        found = [provider for provider in found if provider.id in given["provider"].split(",")]
    if given.get("provider_type"):
        types = given["provider_type"].split(",")
        found = [provider for provider in found if (provider.provider_type or MISSING) in types]
    if any(given.get(name) for name in ABOUT_SERVICES):
        found = [provider for provider in found if _services_at(delivery, provider, given)]
    return sorted(found, key=lambda provider: provider.id)


def _services_at(delivery: Delivery, provider: Provider, given: Mapping[str, str]) -> list[Service]:
    everyones = chosen_services(delivery, {**given, "role": "all"})
    return [service for service in everyones if service.provider and service.provider.id == provider.id]


def places(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    day = date.fromisoformat(given["on"])
    answer: Answer = []
    for provider in _own(delivery, given):
        there = _places(delivery, provider.id, day)
        if there is None:
            continue
        present = [one for one in _services_at(delivery, provider, given) if is_active(one, day)]
        ours = {one.citizen.id for one in present if one.paying == delivery.municipality}
        others = {one.citizen.id for one in present} - ours
        used = len(ours) + len(others)
        answer.append(
            {
                "provider": provider.id,
                "owner": "own",
                "places": there,
                "own_citizens": len(ours),
                "sold": len(others),
                "free": there - used,
                "occupancy_rate": used / there if there else None,
            }
        )
    return answer


def occupancy(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    first, last = date.fromisoformat(given["from"]), date.fromisoformat(given["to"])
    own = {provider.id: _services_at(delivery, provider, given) for provider in _own(delivery, given)}
    answer: Answer = []
    for start, end in periods("month", first, last):
        for provider, services in own.items():
            used = available = covered = 0
            for day in days(start, min(end, delivery.as_of)):
                there = _places(delivery, provider, day)
                if there is not None:
                    covered += 1
                    available += there
                    used += len({one.citizen.id for one in services if is_active(one, day)})
            if covered:
                answer.append(
                    {
                        "month": end,
                        "provider": provider,
                        "used_days": used,
                        "available_days": available,
                        "occupancy_rate": used / available if available else None,
                    }
                )
    return answer


def _direction(delivery: Delivery, service: Service) -> str | None:
    at_own = service.provider is not None and service.provider.owner == "own"
    if service.paying == delivery.municipality:
        return "own" if at_own else "bought"
    return "sold" if at_own else None


def _citizens(services: list[Service]) -> int:
    return len({service.citizen.id for service in services})


def market(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    day = date.fromisoformat(given["on"])
    chosen = [one for one in chosen_services(delivery, {**given, "role": "all"}) if is_active(one, day)]
    found: dict[tuple[str, str, str], list[Service]] = {}
    for service in chosen:
        direction = _direction(delivery, service)
        if direction:
            owner = value_of(delivery, service, "owner", given) or MISSING
            found.setdefault((direction, owner, service.section.group), []).append(service)
    return [
        {
            "direction": direction,
            "owner": owner,
            "group": group,
            "citizens": _citizens(services),
            "annual_amount": float(sum((annual_cost(one, day) for one in services), Fraction(0))),
            "share": _share(
                delivery, given, direction, [one for one in chosen if one.section.group == group]
            ),
        }
        for (direction, owner, group), services in found.items()
    ]


def _share(
    delivery: Delivery, given: Mapping[str, str], direction: str, of_group: list[Service]
) -> float | None:
    """Sold: of the citizens at our own providers. Own: of all that we pay for, where all are looked at."""
    there = {
        kind: [one for one in of_group if _direction(delivery, one) == kind]
        for kind in ("own", "sold", "bought")
    }
    if direction == "sold":
        return _citizens(there["sold"]) / _citizens(there["own"] + there["sold"])
    if direction == "own" and not (given.get("owner") or given.get("provider")):
        return _citizens(there["own"]) / _citizens(there["own"] + there["bought"])
    return None
