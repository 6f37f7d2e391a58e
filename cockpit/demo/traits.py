"""Who the citizens are: sex, diagnosis, target group; and the stories about the young and the dear."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cockpit.demo.people import Citizen, Service, World

RESIDENTIAL = "botilbud"
DEAR_SECTIONS = ("SEL 107", "SEL 108")


def describe(world: World) -> None:
    """Give every citizen the fields of the citizen extract that nothing else decides."""
    people = world.recipe.rest["people"]
    for citizen in world.citizens:
        if citizen.diagnosed is None and not world.dice.chance(people["no_diagnosis_field"]):
            citizen.diagnosed = world.dice.chance(people["diagnosed"])
        if not world.dice.chance(people["no_sex"]):
            citizen.sex = "m" if world.dice.chance(people["men"]) else "k"
        if not world.dice.chance(people["no_target_group"]):
            citizen.target_group = world.dice.pick(_target_groups(people, citizen, world.recipe.as_of))


def _target_groups(people: dict[str, Any], citizen: Citizen, as_of: date) -> dict[str, float]:
    grown_up = "target_ja" if citizen.diagnosed else "target_nej"
    groups: dict[str, float] = people[grown_up if citizen.age(as_of) >= 18 else "target_barn"]
    return groups


def tell_of_the_young(world: World) -> None:
    """Story 1: on each 31 October the planned number of those aged 18-24 with services has a diagnosis.

    A diagnosis is kept, so whoever was decided for one year stays so for the others: the years stand in the
    recipe in the order in which they are decided, the story's own first. First residential care, then all.
    """
    story = world.recipe.rest["story"]["young"]
    for (year, residential), (_, everywhere) in zip(story["botilbud"], story["alle"], strict=True):
        day = date(year, 10, 31)
        young = [citizen for citizen in world.citizens if 18 <= citizen.age(day) <= 24]
        _decide(world, [c for c in young if _ours(world, c, day, True)], residential)
        _decide(world, [c for c in young if _ours(world, c, day, False)], everywhere)


def _ours(world: World, citizen: Citizen, day: date, residential: bool) -> bool:
    """Has a service that we pay for on the day; in residential care where that is asked."""
    sections = world.recipe.sections
    return any(
        service.active(day)
        and not service.paying
        and (not residential or sections[service.section].group == RESIDENTIAL)
        for service in citizen.services
    )


def _decide(world: World, present: list[Citizen], wanted: int) -> None:
    undecided = [citizen for citizen in present if citizen.diagnosed is None]
    missing = wanted - sum(1 for citizen in present if citizen.diagnosed)
    order = sorted((world.dice.share(), citizen.number, citizen) for citizen in undecided)
    for place, (_, _, citizen) in enumerate(order):
        citizen.diagnosed = place < missing


def tell_of_the_dear(world: World) -> None:
    """Story 5: choose whole stays in residential care, so that each year has its number of dear citizens."""
    story = world.recipe.rest["story"]["dear"]
    may_be = [spell for spell in world.spells if _may_be_dear(world, spell)]
    chosen: list[list[Service]] = []
    for year, wanted in story["citizens"]:
        begins, ends = date(year, 1, 1), min(date(year, 12, 31), world.recipe.as_of)
        first = year == story["citizens"][0][0]
        running = sum(1 for spell in chosen if spell[-1].last() >= begins)
        fits = [s for s in may_be if s[0].start <= ends and (first or s[0].start >= begins)]
        order = sorted(fits, key=_long_first(world, begins))
        chosen += order[: max(0, wanted - running)]
    for place, spell in enumerate(chosen, start=1):
        low, high = story["dearest_year_price" if place % story["dearest_every"] == 0 else "year_price"]
        price = world.dice.between(low, high)
        for service in spell:
            service.extra_year_price = price


def _may_be_dear(world: World, spell: list[Service]) -> bool:
    told = world.recipe.rest["story"]["price"]["provider"]
    return all(s.provider and s.provider.id != told and s.section in DEAR_SECTIONS for s in spell)


def _long_first(world: World, begins: date) -> Callable[[list[Service]], tuple[bool, float]]:
    """Stays of two years or more come first, by lot; a stay over before the year comes last of all."""
    return lambda spell: ((spell[-1].last() - max(spell[0].start, begins)).days < 730, world.dice.share())
