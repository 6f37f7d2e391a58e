"""Residential care (botilbud): where people come from, the homes they live in, where they go."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from cockpit.demo.dice import Spread
from cockpit.demo.flow import Flow
from cockpit.demo.people import DAYS_PER_MONTH, Citizen, Service, World
from cockpit.demo.recipe import on_line
from cockpit.periods import ONE_DAY, month_end, month_start

TEMPORARY = "SEL 107"
AT_HOME = "SEL 85"
SHORTEST = timedelta(days=42)
ORIGINS = {  # section, fewest and most days there before
    "stoette": (AT_HOME, 180, 1500),
    "herberg": ("SEL 110", 45, 240),
    "behandling": ("SEL 101", 60, 400),
}


class Residential:
    def __init__(self, world: World) -> None:
        self.world, self.dice = world, world.dice
        self.rules: dict[str, Any] = world.recipe.rest["botilbud"]
        self.plan = world.recipe.flows["botilbud"]
        self.flow = Flow(self.plan, world)
        self.spread = Spread(world.dice)
        self.grown = sorted(world.grown, key=lambda entry: entry[0])
        self.former: list[tuple[date, Citizen]] = []  # left, and may return

    def run(self) -> None:
        self.flow.run(self._admit, due=Counter(month_start(day) for day, _ in self.grown))

    def _admit(self, start: date, running_on: date) -> date:
        citizen, start = self._arrival(start, running_on)
        running_on = max(start, running_on)
        spell = list(self._homes(citizen, start, running_on))
        citizen.services.extend(spell)
        self.world.spells.append(spell)
        last = spell[-1].last()
        self._day_offer(citizen, spell[-1].section, start, last)
        self._leave(citizen, spell[-1], last)
        return last

    # --- arriving ---
    def _arrival(self, start: date, running_on: date) -> tuple[Citizen, date]:
        if start == running_on:
            if self.grown and self.grown[0][0] <= month_end(start):
                day, citizen = self.grown.pop(0)
                return citizen, day
            returning = self._returning(start)
            if returning:
                return returning, start
        citizen = self.world.new_citizen(self.world.born_for(self.plan, running_on))
        start = max(start, citizen.birthday(18))
        if start == running_on:
            self._origin(citizen, start)
        return citizen, start

    def _returning(self, start: date) -> Citizen | None:
        long_ago = start - timedelta(days=200)
        ready = [entry for entry in self.former if entry[0] < long_ago]
        if not ready or not self.dice.chance(self.rules["returning"]):
            return None
        entry = self.dice.one(ready)
        self.former.remove(entry)
        for service in entry[1].services:
            if service.last() >= start:
                service.end = start - ONE_DAY
        entry[1].services = [service for service in entry[1].services if service.start <= service.last()]
        return entry[1]

    def _origin(self, citizen: Citizen, start: date) -> None:
        origin = self.dice.pick(self.rules["origin"])
        if origin not in ORIGINS:
            return
        section, shortest, longest = ORIGINS[origin]
        began = max(start - timedelta(days=self.dice.whole(shortest, longest)), citizen.birthday(18))
        if began < start - timedelta(days=20):
            provider = self.world.provider(section)
            moved = "flyttet i botilbud"
            citizen.services.append(Service(section, began, start - ONE_DAY, provider, end_reason=moved))

    # --- living there ---
    def _homes(self, citizen: Citizen, start: date, running_on: date) -> Iterator[Service]:
        when = "arriving" if start == running_on else "initial"
        age = "young" if citizen.age(running_on) < self.rules["young_below"] else "older"
        section = self.dice.pick(self.rules[when][age])
        elsewhere = self.dice.chance(self.rules["acting_other"])
        acting = self.dice.one(self.world.recipe.neighbours) if elsewhere else ""
        last = self._stay(section, running_on)
        onward = section == TEMPORARY and self.dice.chance(self.rules["onward"])
        if not onward:
            last = self.flow.settle(last, running_on + SHORTEST)
        yield from self._rooms(section, start, last, acting)
        if onward:
            section = self.dice.pick(self.rules["onward_to"][age])
            final = self.flow.settle(self._stay(section, last + ONE_DAY), last + ONE_DAY + SHORTEST)
            yield from self._rooms(section, last + ONE_DAY, final, acting)

    def _stay(self, section: str, running_on: date) -> date:
        if section != TEMPORARY:
            return self.world.lasting(running_on, self.rules["months"][section])
        median = on_line(self.rules["median_107"], running_on) * DAYS_PER_MONTH
        return running_on + max(SHORTEST, timedelta(days=round(self.spread.lasting(median))))

    def _rooms(self, section: str, start: date, last: date, acting: str) -> Iterator[Service]:
        """One home, or two when the citizen moves on the way."""
        provider = self.world.provider(section)
        level = self.dice.pick(self.world.recipe.rest["price"]["level_weights"])
        days = (last - start).days
        if days > 365 and self.dice.chance(self.rules["moves"]):
            moved = start + timedelta(days=self.dice.whole(150, days - 100))
            yield Service(section, start, moved, provider, "", acting, level, end_reason="flyttet tilbud")
            start, provider = moved + ONE_DAY, self.world.provider(section, without=provider)
        yield Service(section, start, last, provider, "", acting, level)

    def _day_offer(self, citizen: Citizen, section: str, start: date, last: date) -> None:
        if not self.dice.chance(self.rules["day_offer"][section]):
            return
        began = start + timedelta(days=self.dice.whole(0, 60))
        if began < last - timedelta(days=30):
            offer = self.dice.pick(self.rules["day_sections"])
            citizen.services.append(Service(offer, began, last, self.world.provider(offer)))

    # --- leaving ---
    def _leave(self, citizen: Citizen, home: Service, last: date) -> None:
        after = self.dice.pick(self.rules["after"])
        if after == "doed" and citizen.age(last) < 30:
            after = "slut"
        home.end_reason = {"doed": "død", "stoette": "flyttet i egen bolig"}.get(after, "afsluttet")
        if after == "doed":
            citizen.died = last
            return
        self.former.append((last, citizen))
        if after == "stoette":
            end = self.world.lasting(last + ONE_DAY, 26)
            citizen.services.append(Service(AT_HOME, last + ONE_DAY, end, self.world.provider(AT_HOME)))
        elif after == "herberg":
            end = self.world.lasting(last + ONE_DAY, 3)
            citizen.services.append(Service("SEL 110", last + ONE_DAY, end, self.world.provider("SEL 110")))
