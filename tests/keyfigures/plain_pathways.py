"""pathways_in, pathways_out and rapid_response: each spell followed day by day."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from tests.keyfigures.plain_flow import periods
from tests.keyfigures.plain_presence import (
    ONE_DAY,
    Answer,
    chosen_services,
    days,
    is_active,
    on,
    stocks,
)
from tests.keyfigures.plain_rows import Delivery, Service

NEARBY, DEATH_NEARBY = timedelta(days=90), timedelta(days=30)
WEEK = timedelta(weeks=1)
WEEKS_WITHOUT_RETURN = 26


def _window(given: Mapping[str, str]) -> Iterator[date]:
    return days(date.fromisoformat(given["from"]), date.fromisoformat(given["to"]))


def _of_role(delivery: Delivery, given: Mapping[str, str]) -> list[Service]:
    """What the role covers and has begun, whatever the filters."""
    return [
        service
        for service in chosen_services(delivery, {"role": given.get("role", "paying")})
        if service.start <= delivery.as_of
    ]


def _outside(delivery: Delivery, given: Mapping[str, str]) -> list[Service]:
    inside = {service.id for service in chosen_services(delivery, given)}
    return [service for service in _of_role(delivery, given) if service.id not in inside]


def _near(services: list[Service], citizen: str, first: date, last: date) -> list[Service]:
    """The citizen's services with a day from first to last."""
    return [
        service
        for service in services
        if service.citizen.id == citizen and any(is_active(service, day) for day in days(first, last))
    ]


def _last_day(service: Service, delivery: Delivery) -> date:
    """What ends after the as-of date is still running."""
    running = service.end is None or service.end > delivery.as_of
    return date.max if running or service.end is None else service.end


def _counted(column: str, groups: Counter[str]) -> Answer:
    return [{column: group, "spells": spells} for group, spells in groups.items()]


def pathways_in(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    stock = stocks(delivery, {**given, "by": "none"}).get(None, {})
    outside, groups = _outside(delivery, given), Counter[str]()
    for day in _window(given):
        for citizen in on(stock, day) - on(stock, day - ONE_DAY):
            before = _near(outside, citizen, day - NEARBY, day)
            before.sort(key=lambda one: one.section.group)
            # The latest last day, then the latest start; of equals the first by name.
            found = max(before, key=lambda one: (_last_day(one, delivery), one.start), default=None)
            groups[found.section.group if found else "ny"] += 1
    return _counted("previous_group", groups)


def _is_dead(citizen: str, end: date, delivery: Delivery) -> bool:
    died = {service.citizen.died for service in delivery.services if service.citizen.id == citizen}
    return any(day and end - DEATH_NEARBY <= day <= end + DEATH_NEARBY for day in died)


def pathways_out(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    stock = stocks(delivery, {**given, "by": "none"}).get(None, {})
    outside, groups = _outside(delivery, given), Counter[str]()
    for day in _window(given):
        for citizen in on(stock, day - ONE_DAY) - on(stock, day):
            end = day - ONE_DAY
            after = _near(outside, citizen, day, end + NEARBY)
            # The earliest start, then the latest last day, then the name.
            after.sort(key=lambda one: one.section.group)
            after.sort(key=lambda one: _last_day(one, delivery), reverse=True)
            after.sort(key=lambda one: one.start)
            if _is_dead(citizen, end, delivery):
                groups["død"] += 1
            else:
                groups[after[0].section.group if after else "afsluttet"] += 1
    return _counted("next_group", groups)


def rapid_response(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    first, last = date.fromisoformat(given["from"]), date.fromisoformat(given["to"])
    stock = stocks(delivery, {**given, "by": "none"}).get(None, {})
    weeks = int(given.get("weeks", "12"))
    answer: Answer = []
    for start, end in periods(given.get("period", "quarter"), first, last):
        counts: Counter[str] = Counter()
        for day in days(start, min(end, delivery.as_of)):
            for citizen in on(stock, day) - on(stock, day - ONE_DAY):
                counts.update(_judged(delivery, given, citizen, day, weeks))
        spells = counts["spells"]
        answer.append(
            {
                "period_start": start,
                **{name: counts[name] for name in ("spells", "closed_in_time", "closed_without_return")},
                "share": counts["closed_without_return"] / spells if spells else None,
                "too_recent": counts["too_recent"],
            }
        )
    return answer


def _judged(
    delivery: Delivery, given: Mapping[str, str], citizen: str, start: date, weeks: int
) -> Iterator[str]:
    """What one spell counts as."""
    longest_end = start + weeks * WEEK - ONE_DAY
    if longest_end + WEEKS_WITHOUT_RETURN * WEEK > delivery.as_of:
        yield "too_recent"
        return
    yield "spells"
    stock = stocks(delivery, {**given, "by": "none"})[None]
    without = [day for day in days(start, longest_end + ONE_DAY) if citizen not in on(stock, day)]
    if not without:
        return
    yield "closed_in_time"
    end = without[0] - ONE_DAY
    areas = {one.section.area for one in _near(chosen_services(delivery, given), citizen, start, end)}
    if not any(
        service.citizen.id == citizen
        and service.section.area in areas
        and end < service.start <= end + WEEKS_WITHOUT_RETURN * WEEK
        for service in _of_role(delivery, given)
    ):
        yield "closed_without_return"
