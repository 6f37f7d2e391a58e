"""The colours of a sheet: each tone's fill, and words in its colour that can be read from the back row."""

from cockpit.charts.palette import PALETTES

LIGHT = PALETTES["light"]
INK, QUIET, WHITE = LIGHT.ink, LIGHT.ink_2, LIGHT.surface
LINE, AXIS, EDGE = LIGHT.line, LIGHT.ink_3, LIGHT.interval_edge
READABLE = 7.0  # times: WCAG's stricter level, for a projector takes some of it away
# The middle one is paler than on the pages, so that a number can be read on it.
_STEPS = (LIGHT.intervals[0], "#83B9C1", LIGHT.intervals[4], LIGHT.intervals[1])
FILLS = {
    "stock": LIGHT.stock,
    "inflow": LIGHT.inflow,
    "outflow": LIGHT.outflow,
    "cost-up": LIGHT.cost_up,
    "cost-down": LIGHT.cost_down,
    "pale": LIGHT.intervals[1],
    **{f"step-{place}": colour for place, colour in enumerate(_STEPS)},
    **{f"part-{place}": colour for place, colour in enumerate(LIGHT.series(6))},
}


def fill(tone: str) -> str:
    """`#RRGGBB` of a tone; one that is not known is grey."""
    return FILLS.get(tone, LIGHT.other)


def word_colour(tone: str) -> str:
    """The tone, darkened until it can be read on white."""
    colour = fill(tone)
    while contrast(colour, WHITE) < READABLE:
        colour = _mixed(colour, INK)
    return colour


def upon(colour: str) -> str:
    """Ink or white, whichever is read better upon it."""
    return max((INK, WHITE), key=lambda words: contrast(colour, words))


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it, 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    shares = [part / 255 for part in _parts(colour)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(colour: str, into: str) -> str:
    """A tenth of `into`, or a hair at least, so that it ends."""
    mixed = [
        part + (round((other - part) / 10) or (other > part) - (other < part))
        for part, other in zip(_parts(colour), _parts(into), strict=True)
    ]
    return "#" + "".join(f"{part:02X}" for part in mixed)
