"""The names under an axis: broken into lines, shortened, or every other one where there are many."""

from collections.abc import Sequence

from cockpit.reports import svg, tones
from cockpit.reports.lettering import clean, shortened, width_of, wrapped

MOST_LINES = 2
HEAD, STEP = 15, 10  # above the first line, and below the last


def room_under(names: Sequence[str], pitch: float) -> float:
    """The height that the names take below the axis."""
    return HEAD + STEP + svg.LEADING * max((len(_lines(name, pitch - 10)) for name in names), default=1)


def under(names: Sequence[str], middles: Sequence[float], pitch: float, axis: float) -> list[str]:
    """Below the height `axis`, each under its middle."""
    room = pitch - 10
    # Of years too narrow to stand side by side every second one says enough.
    step = 1 if all(width_of(word, svg.TEXT) <= room for name in names for word in name.split()[:1]) else 2
    drawn = []
    for place in range(len(names) - 1, -1, -step):
        lines = _lines(names[place], room * step)
        drawn += [
            svg.words(middles[place], axis + 32 + at * svg.LEADING, line, "middle", tones.QUIET)
            for at, line in enumerate(lines)
        ]
    return drawn


def _lines(name: str, room: float) -> list[str]:
    lines = wrapped(clean(name), svg.TEXT, room, most=MOST_LINES)
    return [shortened(line, svg.TEXT, room) for line in lines]
