"""What adds up to what: all that a clever reader can hold the cells of a publication together by."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cockpit.keyfigures.smallnumbers.cells import Cell
from cockpit.periods import ONE_DAY

# Each section of law with its group and area.
Places = Iterable[tuple[str, str, str]]
PARENTS = {"section": "group", "group": "area", "area": "none"}


@dataclass(frozen=True)
class Sum:
    """The cells times their signs add up to a fixed number.

    Where a citizen can be in several of the parts (`overlaps`) the number is how many times that happens. It
    is not published, but a reader who guesses it right must not find anything either.
    """

    signs: tuple[tuple[Cell, int], ...]
    overlaps: bool = False


@dataclass(frozen=True)
class AtMost:
    """The one cell is never more than the others together."""

    cell: Cell
    others: tuple[Cell, ...]


def sums(values: Mapping[Cell, int], places: Places) -> Iterator[Sum]:
    yield from _parts(values)
    yield from _years(values)
    yield from _levels(values, list(places))


def _parts(values: Mapping[Cell, int]) -> Iterator[Sum]:
    """Ages, owners, intervals and outcomes each add up to what they divide."""
    divided: dict[tuple[Cell, str], list[Cell]] = defaultdict(list)
    for cell in values:
        if cell.part:
            divided[cell.whole, cell.division].append(cell)
    for (whole, division), parts in divided.items():
        if whole in values:
            yield _total(whole, parts, overlaps=division == "owner")


def _total(whole: Cell, parts: Iterable[Cell], *, overlaps: bool) -> Sum:
    return Sum(((whole, -1), *((part, 1) for part in parts)), overlaps)


def _years(values: Mapping[Cell, int]) -> Iterator[Sum]:
    """Those who were there, and who came, less those who left, are those who are there."""
    for inflow in values:
        if inflow.what == "inflow":
            before, after = _ends(inflow)
            if before in values and after in values:
                outflow = inflow._replace(what="outflow")
                yield Sum(((before, 1), (inflow, 1), (outflow, -1), (after, -1)))


def _ends(flow: Cell) -> tuple[Cell, Cell]:
    stock, year = flow._replace(what="stock"), int(flow.time)
    before = stock._replace(time=(date(year, 1, 1) - ONE_DAY).isoformat())
    return before, stock._replace(time=date(year, 12, 31).isoformat())


def _levels(values: Mapping[Cell, int], places: list[tuple[str, str, str]]) -> Iterator[Sum]:
    """Sections add up to groups, groups to areas, areas to the whole; the groups to the whole too."""
    below: dict[Cell, list[Cell]] = defaultdict(list)
    for cell in values:
        for parent in _parents(cell, places):
            if parent in values:
                below[parent._replace(part=f"{parent.part}\0{cell.level}")].append(cell)
    for parent, cells in below.items():
        yield _total(parent._replace(part=parent.part.partition("\0")[0]), cells, overlaps=True)


def _parents(cell: Cell, places: list[tuple[str, str, str]]) -> set[Cell]:
    """In each level above: a group may stand in two areas."""
    if cell.level not in PARENTS:
        return set()
    above = {cell._replace(level="none", value="")}
    for section, group, area in places:
        if cell.value == {"section": section, "group": group}.get(cell.level):
            above.add(cell._replace(level="area", value=area))
            if cell.level == "section":
                above.add(cell._replace(level="group", value=group))
    return above - {cell}


def bounds(values: Mapping[Cell, int], places: Places) -> Iterator[AtMost]:
    """What can never be more than something else, beside what adds up."""
    listed = list(places)
    for cell in values:
        if cell.what in ("stock", "in_year") and not cell.part:
            for parent in _parents(cell, listed):
                yield from _at_most(values, cell, parent)
        if cell.what == "carried":
            yield from _at_most(values, cell, cell._replace(what="cases"))
        if cell.what == "in_year" and not cell.part:
            before, after = _ends(cell)
            yield from _at_most(values, after, cell)
            # Everybody who was there in the year was there before it, or came in it.
            yield from _at_most(values, cell, before, cell._replace(what="inflow"))


def _at_most(values: Mapping[Cell, int], cell: Cell, *others: Cell) -> Iterator[AtMost]:
    if cell in values and all(other in values for other in others):
        yield AtMost(cell, others)


def midyear_bounds(now: Mapping[Cell, int], before: Mapping[Cell, int]) -> Iterator[tuple[Cell, Cell, Cell]]:
    """(later, earlier, inflow): the stock that an earlier version told of within a year that is now over.

    At least as many came in the year as the stock grew by in either part of it.
    """
    for inflow in now:
        if inflow.what == "inflow":
            first, last = _ends(inflow)
            for day in before:
                if day == first._replace(time=day.time) and first.time < day.time < last.time:
                    yield day, first, inflow
                    yield last, day, inflow
