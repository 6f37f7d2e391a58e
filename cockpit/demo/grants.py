"""From what happened to what the system holds: renewals, the change of law, what is known today."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cockpit.demo.people import DAYS_PER_MONTH, Citizen, Service, World
from cockpit.periods import ONE_DAY

KNOWN_AHEAD = timedelta(days=400)


def write_grants(world: World) -> None:
    """Turn every citizen's services into grants as the extract holds them on the as-of date."""
    for citizen in world.citizens:
        citizen.services = [
            grant
            for service in sorted(citizen.services, key=lambda service: (service.start, service.section))
            for renewed in _renewals(world, service)
            for grant in _by_law(world, renewed)
        ]
        _forget_the_future(world, citizen)
        for service in citizen.services:
            _decide(world, citizen, service)
            _leave_gaps(world, service)


def _renewals(world: World, service: Service) -> Iterator[Service]:
    """A grant that runs long is renewed now and then: the next begins the day after."""
    months = world.recipe.rest["grants"]["renewed_after_months"].get(service.section)
    service = replace(service, hours=_hours(world, service.section))
    while months:
        days = round(months * DAYS_PER_MONTH * world.dice.between(0.6, 1.4))
        until = service.start + timedelta(days=days)
        if until > service.last() - timedelta(days=120) or until > world.horizon:
            break
        yield replace(service, end=until, end_reason="fornyet")
        hours = _hours(world, service.section, service.hours)
        service = replace(service, start=until + ONE_DAY, hours=hours, renewal=True)
    yield service


def _by_law(world: World, service: Service) -> Iterator[Service]:
    """Cut a service where its section is replaced: it ends with the old law and starts anew the day after."""
    section = world.recipe.sections[service.section]
    if section.last_day is None or service.last() <= section.last_day:
        yield service
    elif service.start > section.last_day:
        yield replace(service, section=section.successor)
    else:
        yield replace(service, end=section.last_day, end_reason="ny lov")
        yield replace(service, section=section.successor, start=section.last_day + ONE_DAY, renewal=True)


def _forget_the_future(world: World, citizen: Citizen) -> None:
    """Deaths and most ends after the as-of date are not known yet; some services are granted ahead."""
    as_of, rules = world.recipe.as_of, world.recipe.rest["grants"]
    if citizen.died and citizen.died > as_of:
        citizen.died = None
    planned = world.dice.chance(rules["planned"])
    citizen.services = [
        service
        for service in citizen.services
        if service.last() >= date(world.recipe.first_day.year, 1, 1)
        and (service.start <= as_of or (planned and service.start <= world.horizon))
    ]
    ahead = [service.start for service in citizen.services if service.start > as_of]
    for service in citizen.services:
        if service.last() > as_of and service.last() + ONE_DAY not in ahead:
            known = service.last() <= as_of + KNOWN_AHEAD and world.dice.chance(rules["end_known"])
            service.end = service.end if known else None
            service.end_reason = ""
        elif service.last() > as_of:
            service.end_reason = ""


def _decide(world: World, citizen: Citizen, service: Service) -> None:
    """When it was applied for and decided: before the start, and never after today."""
    waited = timedelta(days=world.dice.whole(10, 60) if service.renewal else world.dice.whole(25, 150))
    as_of = world.recipe.as_of
    service.decided = min(service.start - timedelta(days=world.dice.whole(1, 25)), as_of)
    service.applied = max(citizen.born, service.decided - waited)
    if service.start < world.recipe.first_day and world.dice.chance(0.6):
        service.applied = None  # the old system did not keep it


def _leave_gaps(world: World, service: Service) -> None:
    """Real extracts lack a provider here and a price there; the stories' own services lack nothing."""
    rules: dict[str, Any] = world.recipe.rest["grants"]
    told = world.recipe.rest["story"]["price"]["provider"]
    if service.extra_year_price or (service.provider and service.provider.id == told):
        return
    if world.dice.chance(rules["no_provider"]):
        service.provider = None
    service.rated = not world.dice.chance(rules["no_rate"])


def _hours(world: World, section: str, before: float | None = None) -> float | None:
    """Hours a week in half hours; a renewal changes them a little."""
    bounds: dict[str, list[float]] = world.recipe.rest["grants"]["hours"]
    if section not in bounds:
        return None
    low, high = bounds[section]
    wanted = world.dice.between(low, high) if before is None else before + world.dice.between(-1.5, 1.5)
    return min(high, max(low, round(wanted * 2) / 2))
