"""Writes the demo municipality's extracts: `;`, UTF-8, Danish numbers and dates."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from cockpit.demo.adults import add_adults, add_other_municipalities
from cockpit.demo.capacity import capacity_rows
from cockpit.demo.cases import Casework, add_casework
from cockpit.demo.children import add_children
from cockpit.demo.dice import Dice
from cockpit.demo.grants import write_grants
from cockpit.demo.people import World
from cockpit.demo.population import population_rows
from cockpit.demo.prices import rates
from cockpit.demo.recipe import Recipe, read_recipe
from cockpit.demo.residential import Residential
from cockpit.demo.traits import describe, tell_of_the_dear, tell_of_the_young
from cockpit.wording import PlainError, date_text, listed

Value = str | int | float | date | None
Row = tuple[Value, ...]

COLUMNS = {
    "citizens": "citizen_id birth_date sex target_group psychiatric_diagnosis died_on",
    "services": "service_id citizen_id law section provider_id start_date end_date acting_municipality"
    " paying_municipality applied_on decided_on end_reason hours_per_week support_level",
    "rates": "service_id from_date to_date amount unit kind",
    "providers": "provider_id name owner municipality provider_type",
    "capacity": "provider_id from_date to_date places",
    "case_assignments": "case_id citizen_id caseworker_id area from_date to_date weight case_type",
    "caseworkers": "caseworker_id name team from_date to_date fte",
    "population": "municipality year age persons",
}


def write_demo(out: Path, seed: int = 1) -> None:
    """Write the delivery into the folder `out`, which is made when missing; its own files are overwritten.

    PlainError when the folder holds anything else: two deliveries in one folder would be loaded as one.
    """
    _prepare(out)
    world, casework = make_world(read_recipe(), seed)
    for name, rows in _extracts(world, casework).items():
        _write(out / f"{name}.csv", name, rows, world.recipe)


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
    for number, citizen in enumerate(world.citizens, start=1):
        citizen.number = number
    tell_of_the_young(world)
    casework = add_casework(world)
    describe(world)
    return world, casework


def _prepare(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise PlainError(f"{out} er ikke en mappe. Vælg en mappe til demodata.")
    try:
        out.mkdir(parents=True, exist_ok=True)
        own = {f"{name}.csv" for name in COLUMNS}
        foreign = sorted(path.name for path in out.iterdir() if path.name not in own and path.name[0] != ".")
    except OSError as error:
        raise PlainError(f"Mappen {out} kan ikke bruges til demodata: {error.strerror}.") from error
    if foreign:
        shown = listed(foreign[:3]) + (" med flere" if len(foreign) > 3 else "")
        raise PlainError(f"Mappen {out} rummer andet end demodata ({shown}). Vælg en tom mappe.")


def _extracts(world: World, casework: Casework) -> dict[str, Iterable[Row]]:
    return {
        "citizens": _citizens(world),
        "services": _services(world),
        "rates": _rates(world),
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
    for number, citizen, service in world.numbered_services():
        law, section = service.section.split(" ", 1)
        provider = service.provider.id if service.provider else None
        yield (
            number, citizen.id, law, section, provider, service.start, service.end,
            service.acting, service.paying, service.applied, service.decided,
            service.end_reason, service.hours, service.level,
        )  # fmt: skip


def _rates(world: World) -> Iterator[Row]:
    for number, _, service in world.numbered_services():
        for rate in rates(world, service):
            yield number, rate.start, rate.end, f"{rate.amount:.2f}".replace(".", ","), rate.unit, rate.kind


def _providers(recipe: Recipe) -> Iterator[Row]:
    for provider in recipe.providers:
        yield provider.id, provider.name, provider.owner, provider.municipality, provider.type


def _write(path: Path, name: str, rows: Iterable[Row], recipe: Recipe) -> None:
    columns = COLUMNS[name].split()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(";".join(columns) + "\n")
        for row in rows:
            file.write(";".join(map(_text, row)) + "\n")
        for fault in recipe.faults.values():
            for planted in fault["rows"].get(name, []):
                file.write(";".join(planted.get(column, "") for column in columns) + "\n")


def _text(value: Value) -> str:
    """Danish writing; the generator makes no text that would need quoting."""
    if value is None:
        return ""
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return str(value)
