"""Citizens and what they receive, before it is written down as extracts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from cockpit.demo.dice import Dice
from cockpit.demo.recipe import FlowPlan, Provider, Recipe
from cockpit.periods import ONE_DAY, add_months

DAYS_PER_MONTH = 365.25 / 12


@dataclass
class Service:
    section: str
    start: date
    end: date | None
    provider: Provider | None
    paying: str = ""  # empty: our own municipality
    acting: str = ""
    level: str = ""
    hours: float | None = None
    extra_year_price: float = 0.0  # a dear citizen: what base and supplement together cost a year
    applied: date | None = None
    decided: date | None = None
    end_reason: str = ""
    rated: bool = True
    renewal: bool = False  # goes on from a grant before it

    def active(self, day: date) -> bool:
        return self.start <= day and (self.end is None or self.end >= day)

    def last(self) -> date:
        """The last day, far ahead where it is not known."""
        return self.end or date.max


@dataclass
class Citizen:
    number: int
    born: date
    services: list[Service] = field(default_factory=list)
    died: date | None = None
    sex: str = ""
    target_group: str = ""
    diagnosed: bool | None = None

    @property
    def id(self) -> str:
        return f"D{self.number:06d}"

    def birthday(self, age: int) -> date:
        try:
            return self.born.replace(year=self.born.year + age)
        except ValueError:  # born on 29 February
            return date(self.born.year + age, 3, 1)

    def age(self, day: date) -> int:
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


@dataclass
class World:
    """What the generator works on: one municipality's citizens, made group by group."""

    recipe: Recipe
    dice: Dice
    citizens: list[Citizen] = field(default_factory=list)
    grown: list[tuple[date, Citizen]] = field(default_factory=list)  # move to residential care
    spells: list[list[Service]] = field(default_factory=list)  # residential care that we pay for
    serving: dict[str, dict[str, Provider]] = field(default_factory=dict)  # providers by section and id

    @property
    def horizon(self) -> date:
        """How far ahead life goes on after the as-of date, so that planned services exist."""
        return add_months(self.recipe.as_of, 4) - ONE_DAY

    def born_for(self, plan: FlowPlan, day: date) -> date:
        """A birth date that gives an age of the plan on the day; the initial stock may have its own."""
        ages = (day == self.recipe.first_day and plan.initial_ages) or plan.ages
        low, high = self.dice.pick({(row[0], row[1]): row[2] for row in ages})
        years = self.dice.between(low, high + 0.99)
        return day - timedelta(days=int(years * 365.25) + 1)

    def new_citizen(self, born: date) -> Citizen:
        self.citizens.append(Citizen(self.recipe.counted_before + len(self.citizens) + 1, born))
        return self.citizens[-1]

    def numbered_services(self) -> Iterator[tuple[str, Citizen, Service]]:
        number = self.recipe.counted_before
        for citizen in self.citizens:
            for service in citizen.services:
                number += 1
                yield f"I{number:05d}", citizen, service

    def provider(self, section: str, without: Provider | None = None) -> Provider | None:
        offers = self._serving(section)
        weights = {p.id: p.weight for p in offers.values() if p is not without}
        return offers[self.dice.pick(weights)] if weights else without

    def own_provider(self, section: str) -> Provider:
        offers = self._serving(section)
        return offers[self.dice.pick({p.id: p.weight for p in offers.values() if p.owner == "own"})]

    def _serving(self, section: str) -> dict[str, Provider]:
        """The section's providers by id: asked for every service, so found once."""
        if section not in self.serving:
            self.serving[section] = {provider.id: provider for provider in self.recipe.serving(section)}
        return self.serving[section]

    def lasting(self, day: date, months: float) -> date:
        """The last day of a stay that is running on the day; never shorter than six weeks."""
        return day + timedelta(days=max(42, round(self.dice.lasting(months * DAYS_PER_MONTH))))
