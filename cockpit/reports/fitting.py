"""How large a text can be in its place, and what is left out where even the smallest is too large."""

from collections.abc import Sequence
from dataclasses import dataclass

from cockpit.reports.areas import Area
from cockpit.reports.lettering import BOLD, PLAIN, breakable, clean, shortened, wrapped
from cockpit.sheets.model import FilledSheet, Number

LEADING = 1.28  # a line's height in sizes
# Another program breaks lines a little earlier, and other fonts are a little wider.
CERTAIN = 0.95
TITLE_SIZES = (60, 54, 48, 42, 36, 32, 28, 24)
LIST_SIZES = (27, 26, 25, 24, 22, 20)
NUMBER_SIZES = ((72, 27), (64, 26), (56, 25), (48, 24), (42, 24), (36, 24), (32, 20))
HEADING_SIZE, BULLET, BETWEEN, BETWEEN_LISTS, BETWEEN_NUMBERS = 28, 36, 10, 26, 0.4
SMALL = 24
LEFT_OUT = "Der er mere tekst, end der er plads til. Resten står i cockpittet."
NO_TITLE = "Planche uden titel"
HEADINGS = ("Udfordringer", "Tendenser")


@dataclass(frozen=True)
class Fitted:
    """Texts and the size, in pixels, that they fit in."""

    size: float
    texts: tuple[str, ...]


@dataclass(frozen=True)
class FittedNumbers:
    """`numbers` as shown and in words, the first of `size`, the second of `small`."""

    size: float
    small: float
    numbers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FittedLists:
    """Each heading with its lines; empty lists are left out."""

    size: float
    lists: tuple[tuple[str, tuple[str, ...]], ...]

    def height(self, place: int, width: float) -> float:
        """Of one list with its heading and the space below it, in a column of that width."""
        return _around(self.size) + _height(self.lists[place][1], self.size, width)


def title_fitted(sheet: FilledSheet, area: Area) -> Fitted:
    text = clean(sheet.title) or clean(sheet.suggested) or NO_TITLE
    for size in TITLE_SIZES:
        lines = wrapped(text, size, area.width * CERTAIN, BOLD)
        if len(lines) * size * LEADING <= area.height:
            return Fitted(size, (breakable(text, size, area.width * CERTAIN, BOLD),))
    size = TITLE_SIZES[-1]
    return Fitted(size, (" ".join(wrapped(text, size, area.width * CERTAIN, BOLD, _lines(area, size))),))


def fitted_line(text: str, area: Area, size: float = SMALL) -> str:
    """In one line."""
    return shortened(clean(text), size, area.width * CERTAIN)


def fitted_text(text: str, area: Area, size: float = SMALL) -> str:
    """In as many lines as there is room for."""
    return " ".join(wrapped(clean(text), size, area.width * CERTAIN, PLAIN, _lines(area, size)))


def fitted_numbers(numbers: Sequence[Number], area: Area, least: float = 0) -> FittedNumbers:
    """At the smallest size the words are shortened to the lines that each number has room for.

    None is smaller than `least`, which is for a screen that is read from afar.
    """
    said = tuple((clean(one.shown), clean(one.words)) for one in numbers)
    for size, small in (sizes for sizes in NUMBER_SIZES if min(sizes) >= least):
        if _numbers_height(said, size, small, area) <= area.height:
            width = area.width * CERTAIN
            loose = [(shown, breakable(words, small, width)) for shown, words in said]
            return FittedNumbers(size, small, tuple(loose))
    each = area.height / max(len(said), 1) - size * (LEADING + BETWEEN_NUMBERS)
    lines = max(1, int(each // (small * LEADING)))
    width = area.width * CERTAIN
    cut = [
        (shortened(shown, size, width, BOLD), " ".join(wrapped(words, small, width, PLAIN, lines)))
        for shown, words in said
    ]
    return FittedNumbers(size, small, tuple(cut))


def _numbers_height(said: Sequence[tuple[str, str]], size: float, small: float, area: Area) -> float:
    """Too high for any place where a number is too wide to stand in one line."""
    width = area.width * CERTAIN
    if any(len(wrapped(shown, size, width, BOLD)) > 1 for shown, _ in said):
        return float("inf")
    lines = sum(len(wrapped(words, small, width)) for _, words in said)
    return len(said) * size * (LEADING + BETWEEN_NUMBERS) + lines * small * LEADING


def fitted_lists(sheet: FilledSheet, area: Area, least: float = 0) -> FittedLists:
    """What there is no room for even at the smallest size is left out, and a line says so.

    `least` as in `fitted_numbers`.
    """
    given = zip(HEADINGS, (sheet.challenges, sheet.tendencies), strict=True)
    lists = tuple((name, tuple(clean(line) for line in lines)) for name, lines in given if lines)
    for size in (size for size in LIST_SIZES if size >= least):
        if _lists_height(lists, size, area) <= area.height:
            width = (area.width - BULLET) * CERTAIN
            loose = [(name, tuple(breakable(line, size, width) for line in lines)) for name, lines in lists]
            return FittedLists(size, tuple(loose))
    rooms = _rooms(
        [_height(lines, size, area.width) for _, lines in lists], area.height - len(lists) * _around(size)
    )
    cut = tuple(
        (name, _cut(lines, size, area.width, room)) for (name, lines), room in zip(lists, rooms, strict=True)
    )
    return FittedLists(size, cut)


def _rooms(needed: Sequence[float], room: float) -> list[float]:
    """Each an even part, and what a short list does not need goes to the other."""
    even = room / len(needed)
    spare = sum(max(even - height, 0) for height in needed)
    return [height if height <= even else even + spare for height in needed]


def _around(size: float) -> float:
    """Of a list: its heading and the space below it."""
    return HEADING_SIZE * LEADING + BETWEEN + BETWEEN_LISTS + size * 0.5


def _lists_height(lists: Sequence[tuple[str, Sequence[str]]], size: float, area: Area) -> float:
    return sum(_around(size) + _height(lines, size, area.width) for _, lines in lists)


def _height(lines: Sequence[str], size: float, width: float) -> float:
    return sum(len(_wrap(line, size, width)) * size * LEADING + BETWEEN for line in lines)


def _wrap(line: str, size: float, width: float) -> list[str]:
    return wrapped(line, size, (width - BULLET) * CERTAIN)


def _cut(lines: Sequence[str], size: float, width: float, room: float) -> tuple[str, ...]:
    if _height(lines, size, width) <= room:
        return tuple(lines)
    room -= _height([LEFT_OUT], size, width)
    kept: list[str] = []
    for line in lines:
        left = int((room - _height(kept, size, width) - BETWEEN) // (size * LEADING))
        if left < 1:
            break
        kept.append(" ".join(wrapped(line, size, (width - BULLET) * CERTAIN, PLAIN, left)))
    return (*kept, LEFT_OUT)


def _lines(area: Area, size: float) -> int:
    return max(1, int(area.height // (size * LEADING)))
