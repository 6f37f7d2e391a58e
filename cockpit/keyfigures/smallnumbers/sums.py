"""What adds up to what: all that a clever reader can hold the cells of a publication together by."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cockpit.keyfigures.smallnumbers.cells import Cell
from cockpit.periods import ONE_DAY

# Each section of law with its group and area.
Places = Iterable[tuple[str, str, str]]
LEVELS = ("section", "group", "area")
ALL = ("none", "")
# A level and a value of it → those that it lies in; a group may stand in two areas.
Above = Mapping[tuple[str, str], Iterable[tuple[str, str]]]


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


def above(places: Places) -> Above:
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for place in places:
        named = list(zip(LEVELS, place, strict=True))
        for at, one in enumerate(named):
            found[one] |= {*named[at + 1 :], ALL}
    return {one: sorted(higher) for one, higher in found.items()}


def sums(values: Mapping[Cell, int], lies_in: Above) -> Iterator[Sum]:
    yield from _parts(values)
    yield from _years(values)
    yield from _levels(values, lies_in)


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


def _levels(values: Mapping[Cell, int], lies_in: Above) -> Iterator[Sum]:
    """Sections add up to groups, groups to areas, areas to the whole; the groups to the whole too."""
    below: dict[tuple[Cell, str], list[Cell]] = defaultdict(list)
    for cell in values:
        for parent in _parents(cell, lies_in):
            if parent in values:
                below[parent, cell.level].append(cell)
    for (parent, _), cells in below.items():
        yield _total(parent, cells, overlaps=True)


def _parents(cell: Cell, lies_in: Above) -> Iterator[Cell]:
    """In each level above; what is on no list lies in the whole."""
    unlisted = (ALL,) if cell.level in LEVELS else ()
    for level, value in lies_in.get((cell.level, cell.value), unlisted):
        yield Cell(cell.what, level, value, cell.time, cell.part)


def bounds(values: Mapping[Cell, int], lies_in: Above) -> Iterator[AtMost]:
    """What can never be more than something else, beside what adds up."""
    for cell in values:
        if cell.what in ("stock", "in_year") and not cell.part:
            for parent in _parents(cell, lies_in):
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
    days: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in before:
        if cell.what == "stock" and not cell.part:
            days[cell.level, cell.value].append(cell)
    for inflow in now:
        if inflow.what == "inflow":
            first, last = _ends(inflow)
            for day in days[inflow.level, inflow.value]:
                if first.time < day.time < last.time:
                    yield day, first, inflow
                    yield last, day, inflow
