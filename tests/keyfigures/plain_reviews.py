"""reviews and review_due: one service at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from tests.keyfigures.plain_caseload import citizens_of_teams
from tests.keyfigures.plain_coming import annual_cost
from tests.keyfigures.plain_deadlines import months_later
from tests.keyfigures.plain_presence import Answer, chosen_services, days, is_active, section_counted
from tests.keyfigures.plain_rows import MISSING, Delivery, Service, file_rows


@dataclass(frozen=True)
class Review:
    day: date
    kind: str
    before: Decimal
    after: Decimal


def _kroner(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


@lru_cache(maxsize=8)
def _reviews(delivery: Delivery) -> dict[str, list[Review]]:
    """By service."""
    found: dict[str, list[Review]] = {}
    for row in file_rows(delivery.folder / "reviews.csv"):
        day = datetime.strptime(row["reviewed_on"], "%d-%m-%Y").date()  # noqa: DTZ007  (no time zone)
        rates = _kroner(row["daily_rate_before"]), _kroner(row["daily_rate_after"])
        found.setdefault(row["service_id"], []).append(Review(day, row["kind"], *rates))
    return found


def reviews(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    window = set(days(date.fromisoformat(given["from"]), date.fromisoformat(given["to"])))
    effects: dict[str, list[Decimal]] = {}
    services: dict[str, set[str]] = {}
    for service in chosen_services(delivery, given):
        for review in _reviews(delivery).get(service.id, []):
            if review.day in window and service.start <= delivery.as_of:
                services.setdefault(review.kind, set()).add(service.id)
                effects.setdefault(review.kind, []).append((review.after - review.before) * 365)
    return [
        {"kind": kind, "services": len(services[kind]), "annual_effect": float(sum(effects[kind]))}
        for kind in sorted(effects)
    ]


def _not_seen(delivery: Delivery, given: Mapping[str, str]) -> list[tuple[Service, date]]:
    """With the day on which each was last looked at."""
    as_of, months = delivery.as_of, int(given.get("months", "12"))
    found = []
    for service in chosen_services(delivery, given):
        seen = {service.start, *(review.day for review in _reviews(delivery).get(service.id, []))}
        last = max(day for day in seen if day <= as_of) if service.start <= as_of else as_of
        if is_active(service, as_of) and months_later(last, months) <= as_of:
            found.append((service, last))
    return found


def review_due_list(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    rows: Answer = [
        {
            "service_id": service.id,
            "section": section_counted(delivery, service, given).key,
            "provider": service.provider.id if service.provider else MISSING,
            "last_seen": last,
            "annual_cost": float(annual_cost(service, delivery.as_of)),
        }
        for service, last in _not_seen(delivery, given)
        if "team" not in given or service.citizen.id in citizens_of_teams(delivery, given["team"])
    ]
    return sorted(rows, key=lambda row: (-float(str(row["annual_cost"])), str(row["service_id"])))


def review_due(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    as_of = delivery.as_of
    found: dict[tuple[str, str], list[Service]] = {}
    for service, _ in _not_seen(delivery, given):
        section = section_counted(delivery, service, given).key
        owner = service.provider.owner if service.provider else MISSING
        found.setdefault((section, owner), []).append(service)
    rows = [
        {
            "section": section,
            "owner": owner,
            "services": len(due),
            "annual_cost": float(sum(annual_cost(service, as_of) for service in due)),
        }
        for (section, owner), due in found.items()
    ]
    return sorted(rows, key=lambda row: (-float(str(row["annual_cost"])), str(row["section"])))
