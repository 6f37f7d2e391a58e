"""Children and young people: support, placement, special school, and what comes at 18."""

from datetime import date, timedelta
from typing import Any

from cockpit.demo.flow import Flow
from cockpit.demo.people import Citizen, Service, World
from cockpit.demo.recipe import FlowPlan
from cockpit.periods import ONE_DAY

BEFORE = "SEL 52"
AFTER_18 = "SEL 76"


def add_children(world: World) -> None:
    _Placements(world).run()
    _support(world)
    _school(world)


class _Placements:
    def __init__(self, world: World) -> None:
        self.world = world
        self.rules: dict[str, Any] = world.recipe.rest["anbringelse"]
        self.plan = world.recipe.flows["anbringelse"]
        self.flow = Flow(self.plan, world)

    def run(self) -> None:
        self.flow.run(self._admit)

    def _admit(self, start: date, running_on: date) -> date:
        world = self.world
        citizen = world.new_citizen(world.born_for(self.plan, running_on))
        start = max(start, citizen.born + timedelta(days=60))
        section = world.dice.pick(self.plan.sections)
        turns_18 = citizen.birthday(18)
        last = world.lasting(running_on, self.plan.months)
        if last >= turns_18 - timedelta(days=200):  # nobody is sent home months before 18
            last = turns_18 - ONE_DAY
            self._at_18(citizen, turns_18)
        else:
            last = self.flow.settle(last, running_on + timedelta(days=42))
            last = max(last, start + timedelta(days=42))  # of a newborn the start has been moved
        citizen.services.append(Service(section, start, last, world.provider(section)))
        if start == running_on and world.dice.chance(self.rules["preceded"]):
            self._before(citizen, start)
        return last

    def _before(self, citizen: Citizen, placed: date) -> None:
        began = placed - timedelta(days=self.world.dice.whole(120, 900))
        if began > citizen.born:
            provider = self.world.provider(BEFORE)
            citizen.services.append(Service(BEFORE, began, placed - ONE_DAY, provider, end_reason="anbragt"))

    def _at_18(self, citizen: Citizen, turns_18: date) -> None:
        step = self.world.dice.pick(self.rules["at_18"])
        if step == "botilbud":
            self.world.grown.append((turns_18, citizen))
        elif step == "ungestoette":
            last = self.world.lasting(turns_18, self.rules["ungestoette_months"])
            last = min(last, citizen.birthday(23) - ONE_DAY)
            provider = self.world.provider(AFTER_18)
            citizen.services.append(Service(AFTER_18, turns_18, last, provider))
            if self.world.dice.pick(self.rules["after_ungestoette"]) == "botilbud":
                self.world.grown.append((last + ONE_DAY, citizen))


def _support(world: World) -> None:
    plan = world.recipe.flows["stoettende"]
    flow = Flow(plan, world)

    def admit(start: date, running_on: date) -> date:
        citizen = world.new_citizen(world.born_for(plan, running_on))
        start = max(start, citizen.born + timedelta(days=60))
        last = min(world.lasting(running_on, plan.months), citizen.birthday(18) - ONE_DAY)
        citizen.services.append(Service(BEFORE, start, last, world.provider(BEFORE)))
        return last

    flow.run(admit)


def _school(world: World) -> None:
    """Special classes follow the school year: from 1 August, to 31 July."""
    plan = world.recipe.flows["skole"]
    (section,) = plan.sections
    flow = Flow(plan, world)

    def admit(start: date, running_on: date) -> date:
        citizen = _known_pupil(world, plan, running_on) or world.new_citizen(world.born_for(plan, running_on))
        start = max(start, citizen.birthday(5))
        last = min(world.lasting(running_on, plan.months), citizen.birthday(17))
        last = max(date(last.year, 7, 31), running_on + timedelta(days=60))
        citizen.services.append(Service(section, start, last, world.provider(section)))
        return last

    flow.run(admit)


def _known_pupil(world: World, plan: FlowPlan, day: date) -> Citizen | None:
    """A child of school age who is placed or supported already, for some of the arrivals."""
    if not world.dice.chance(plan.known):
        return None
    for _ in range(200):
        child = world.dice.one(world.citizens)
        at_school = any(service.section in plan.sections for service in child.services)
        if 6 <= child.age(day) <= 13 and not at_school and any(s.active(day) for s in child.services):
            return child
    return None
