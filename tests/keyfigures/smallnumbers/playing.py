"""Publishes versions of a made-up town as a load does, and lets the attacker see what politicians see."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from cockpit.keyfigures.smallnumbers.building import Line, gathered, hidden_cells, public_row
from cockpit.keyfigures.smallnumbers.cells import Cell, counts_people
from cockpit.keyfigures.smallnumbers.secrets import Publication
from tests.keyfigures.smallnumbers.attacker import (
    Attack,
    Knowledge,
    Name,
    Sheet,
    read,
    reckon,
    reckon_between,
)
from tests.keyfigures.smallnumbers.town import PLACES, Town, made_up, some_months_later

THRESHOLD = 5


@dataclass
class Played:
    """What the attacker found, and how much there was to see."""

    found: list[tuple[Name, int]]
    small: int
    cells: int
    hidden: int
    known: list[Knowledge] = field(default_factory=list)


def play(
    seed: int, *, insider: bool = False, versions: int = 2, secondary: bool = True, minds: bool = True
) -> Played:
    """Versions of one town, some months apart, and the attack on all of them together.

    Without `secondary` only the small numbers are hidden; without `minds` no version minds the one before.
    """
    town, before, known = made_up(seed), list[Publication](), list[Knowledge]()
    cells = hidden_count = 0
    for _ in range(versions):
        lines = gathered(town.ask, town.as_of)
        values = {cell: int(line.row[column]) for line in lines for column, cell in line.cells.items()}
        hidden = {cell for cell in values if _is_small(cell, values[cell])}
        if secondary:
            hidden = hidden_cells(values, before if minds else [], PLACES, THRESHOLD)
        known.append(seen(town, lines, hidden, insider=insider))
        before.append({cell: (value, cell not in hidden) for cell, value in values.items()})
        cells, hidden_count = cells + len(values), hidden_count + len(hidden)
        town = some_months_later(town, seed)
    small = sum(_is_small(cell, value) for one in before for cell, (value, _) in one.items())
    across = [reckon_between(then, now) for then, now in pairwise(known)]
    return Played(Attack([*known, *across]).found(THRESHOLD), small, cells, hidden_count, known)


def seen(town: Town, lines: Sequence[Line], hidden: set[Cell], *, insider: bool) -> Knowledge:
    sheets = []
    for line in lines:
        facts = json.loads(public_row(0, line, hidden, {"cost": set()}).facts)
        sheets.append(Sheet(line.table.figure, line.table.by, line.given.get("on", ""), [facts], [line.row]))
    known = read(sheets, town.as_of)
    reckon(known, PLACES, insider=insider)
    return known


def _is_small(cell: Cell, value: int) -> bool:
    return counts_people(cell) and 0 < value < THRESHOLD
