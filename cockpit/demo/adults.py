"""Adults outside residential care, and the places that other municipalities have with us."""

from datetime import date, timedelta

from cockpit.demo.flow import Flow
from cockpit.demo.people import Citizen, Service, World
from cockpit.demo.recipe import FlowPlan

OTHERS = ("stoette", "bpa", "dagtilbud", "ledsagelse", "herberg", "behandling")
LIMITED = {"SEL 82b": 182}  # at most six months


def add_adults(world: World) -> None:
    for name in OTHERS:
        _add_group(world, world.recipe.flows[name])


def add_other_municipalities(world: World) -> None:
    _add_homes(world, world.recipe.flows["solgt"], sold=True)
    _add_homes(world, world.recipe.flows["handler"], sold=False)


def _add_group(world: World, plan: FlowPlan) -> None:
    flow = Flow(plan, world)

    def admit(start: date, running_on: date) -> date:
        section = world.dice.pick(plan.sections)
        last = world.lasting(running_on, plan.months)
        if section in LIMITED:
            start = max(start, running_on - timedelta(days=LIMITED[section] - 60))
            last = min(last, start + timedelta(days=LIMITED[section] - 1))
        last = flow.settle(last, running_on + timedelta(days=42))
        citizen = _known(world, plan, running_on, last) or world.new_citizen(world.born_for(plan, running_on))
        start = max(start, citizen.birthday(18))
        citizen.services.append(Service(section, start, last, world.provider(section)))
        return last

    flow.run(admit)


def _known(world: World, plan: FlowPlan, day: date, last: date) -> Citizen | None:
    """An adult who has something else from us already, for some of the arrivals."""
    if not world.dice.chance(plan.known):
        return None
    for _ in range(200):
        citizen = world.dice.one(world.citizens)
        alive = citizen.died is None or citizen.died > last
        ours = [service for service in citizen.services if service.active(day)]
        same = any(service.section in plan.sections for service in citizen.services)
        if 18 <= citizen.age(day) < 67 and alive and ours and not same:
            return citizen
    return None


def _add_homes(world: World, plan: FlowPlan, sold: bool) -> None:
    """Residential care that others pay for: at our own homes (sold), or where we act for the citizen."""
    flow = Flow(plan, world)

    def admit(start: date, running_on: date) -> date:
        section = world.dice.pick(plan.sections)
        last = flow.settle(world.lasting(running_on, plan.months), running_on + timedelta(days=42))
        citizen = world.new_citizen(world.born_for(plan, running_on))
        start = max(start, citizen.birthday(18))
        payer = world.dice.one(world.recipe.neighbours)
        provider = world.own_provider(section) if sold else world.provider(section)
        level = world.dice.pick(world.recipe.rest["price"]["level_weights"])
        acting = payer if sold else world.recipe.municipality
        citizen.services.append(Service(section, start, last, provider, payer, acting, level))
        return last

    flow.run(admit)
