"""Writes the demo municipality's extracts: `;`, UTF-8, Danish numbers and dates."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from cockpit.demo.adults import add_adults, add_other_municipalities
from cockpit.demo.blocks import MOST_BLOCKS, block_recipe, block_seed, new_providers
from cockpit.demo.capacity import capacity_rows
from cockpit.demo.cases import Casework, add_casework
from cockpit.demo.children import add_children
from cockpit.demo.costs import Priced, priced_services
from cockpit.demo.dice import Dice
from cockpit.demo.grants import write_grants
from cockpit.demo.ledger import kroner
from cockpit.demo.people import World
from cockpit.demo.population import population_rows
from cockpit.demo.recipe import Recipe, read_recipe
from cockpit.demo.residential import Residential
from cockpit.demo.steering import single_extracts, steering_extracts
from cockpit.demo.traits import describe, tell_of_the_dear, tell_of_the_young
from cockpit.demo.writing import Files, Row, opened, write_planted, write_rows
from cockpit.wording import PlainError


def write_demo(out: Path, seed: int = 1, scale: int = 1) -> None:
    """Write the delivery into the folder `out`, which is made when missing; its own files are overwritten.

    `scale` municipalities, our own first; each is written before the next is made, so memory does not grow.
    PlainError when the folder holds anything else: two deliveries in one folder would be loaded as one.
    """
    if not 1 <= scale <= MOST_BLOCKS:
        raise PlainError(f"Antallet af kommuner i demodata skal være fra 1 til {MOST_BLOCKS}.")
    recipe = read_recipe()
    with opened(out) as files:
        for block in range(scale):
            _write_block(files, block_recipe(recipe, block), block_seed(seed, block))


def _write_block(files: Files, recipe: Recipe, seed: int) -> None:
    world, casework = make_world(recipe, seed)
    priced = priced_services(world)
    extracts = _extracts(world, casework, priced) | steering_extracts(world, casework, priced, seed)
    if recipe.block == 0:
        extracts |= single_extracts(world, priced, seed)
    for name, rows in extracts.items():
        write_rows(files[name], rows)
    if recipe.block == 0:
        write_planted(files, recipe.faults)


def make_world(recipe: Recipe, seed: int) -> tuple[World, Casework]:
    """Everybody's lives, group by group, then what the systems hold of them, then the stories."""
    world = World(recipe, Dice(seed))
    add_children(world)
    Residential(world).run()
    add_adults(world)
    add_other_municipalities(world)
    tell_of_the_dear(world)
    write_grants(world)
    world.citizens = [citizen for citizen in world.citizens if citizen.services]
    for number, citizen in enumerate(world.citizens, start=recipe.counted_before + 1):
        citizen.number = number
    tell_of_the_young(world)
    casework = add_casework(world)
    describe(world)
    return world, casework


def _extracts(world: World, casework: Casework, priced: list[Priced]) -> dict[str, Iterable[Row]]:
    return {
        "citizens": _citizens(world),
        "services": _services(world),
        "rates": _rates(priced),
        "providers": _providers(world.recipe),
        "capacity": capacity_rows(world),
        "case_assignments": casework.assignment_rows(),
        "caseworkers": casework.caseworker_rows(),
        "population": population_rows(world.recipe),
    }


def _citizens(world: World) -> Iterator[Row]:
    for citizen in world.citizens:
        diagnosis = {True: "ja", False: "nej", None: ""}[citizen.diagnosed]
        yield citizen.id, citizen.born, citizen.sex, citizen.target_group, diagnosis, citizen.died


def _services(world: World) -> Iterator[Row]:
    own = world.recipe.unnamed
    for number, citizen, service in world.numbered_services():
        law, section = service.section.split(" ", 1)
        provider = service.provider.id if service.provider else None
        yield (
            number, citizen.id, law, section, provider, service.start, service.end,
            service.acting or own, service.paying or own, service.applied, service.decided,
            service.end_reason, service.hours, service.level,
        )  # fmt: skip


def _rates(priced: list[Priced]) -> Iterator[Row]:
    for one in priced:
        for rate in one.rates:
            yield one.number, rate.start, rate.end, kroner(rate.amount), rate.unit, rate.kind


def _providers(recipe: Recipe) -> Iterator[Row]:
    for provider in new_providers(recipe):
        yield provider.id, provider.name, provider.owner, provider.municipality, provider.type
