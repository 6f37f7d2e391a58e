"""From one year's cost to another's: the two as lines, what lies between as floating bars."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from cockpit.charts.axes import LABEL_SIZE, Figure, axis, base_layout, note
from cockpit.charts.markup import bold
from cockpit.charts.palette import Palette
from cockpit.wording import number, signed

MILLION = 1e6
HEIGHT, HEIGHT_NARROW = 300, 350
# The lines and bars take this much of their place.
HALF = 0.36
# Letters on a line below a column on a phone.
LONGEST = 6
DIVIDED = {"sammensætning": "sammen- sætning", "lønindeks": "løn- indeks"}


def bridge(
    ends: tuple[str, str],
    costs: tuple[float, float],
    effects: Sequence[tuple[str, float]],
    palette: Palette,
    *,
    narrow: bool = False,
) -> Figure:
    """kr. in, mio. kr. written; `effects` lead from the first cost to the last, in their order.

    The axis does not begin at zero, so the totals are lines: a bar cut off would tell a wrong size.
    """
    levels = _levels(costs[0], [amount for _, amount in effects])
    low, high = min(*levels, *costs), max(*levels, *costs)
    room = (high - low) or max(abs(high), 1) * 0.1
    names = [ends[0], *(name for name, _ in effects), ends[1]]
    last = len(names) - 1
    layout = base_layout(palette, HEIGHT_NARROW if narrow else HEIGHT, (8, 8, 8, 82 if narrow else 34))
    layout |= {
        "xaxis": axis(
            palette, list(range(len(names))), [_wrapped(name, narrow) for name in names], grid=False,
            range=[-0.55, last + 0.55],
            tickfont={"size": 12 if narrow else LABEL_SIZE, "color": palette.ink_2},
        ),
        "yaxis": axis(palette, [], [], grid=False, range=[low - room * 0.12, high + room * 0.26]),
        "bargap": 1 - 2 * HALF,
        "shapes": [*_totals(costs, last, palette), *_steps(levels, palette)],
        "annotations": _notes(costs, levels, effects, palette),
    }  # fmt: skip
    return {"data": [_bars(levels, effects, palette)], "layout": layout}


def _levels(start: float, amounts: Sequence[float]) -> list[float]:
    """Where the cost stands before the first effect and after each."""
    levels = [start]
    for amount in amounts:
        levels.append(levels[-1] + amount)
    return levels


def _wrapped(name: str, narrow: bool) -> str:
    """On a phone on several lines, the longest words divided where they may be."""
    if not narrow:
        return name
    for whole, divided in DIVIDED.items():
        name = name.replace(whole, divided)
    lines: list[str] = []
    for word in name.split(" "):
        fits = lines and len(lines[-1]) + 1 + len(word) <= LONGEST
        lines[-1:] = [f"{lines[-1]} {word}"] if fits else [*lines[-1:], word]
    return "\n".join(lines)


def _bars(levels: Sequence[float], effects: Sequence[tuple[str, float]], palette: Palette) -> dict[str, Any]:
    colors = [palette.cost_down if amount < 0 else palette.cost_up for _, amount in effects]
    return {
        "type": "bar",
        "x": list(range(1, len(effects) + 1)),
        "y": [abs(amount) for _, amount in effects],
        "base": [min(pair) for pair in pairwise(levels)],
        # The edge keeps a bar that is next to nothing in sight.
        "marker": {"color": colors, "line": {"width": 1.5, "color": colors}},
        "customdata": [f"{name}: {signed(amount / MILLION, 1)} mio. kr." for name, amount in effects],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _totals(costs: tuple[float, float], last: int, palette: Palette) -> list[dict[str, Any]]:
    stroke = {"color": palette.ink, "width": 3}
    return [
        _line(place - HALF, place + HALF, cost, stroke) for place, cost in zip((0, last), costs, strict=True)
    ]


def _steps(levels: Sequence[float], palette: Palette) -> list[dict[str, Any]]:
    """Dotted from each column to the next, at the height where the one ends and the other begins."""
    stroke = {"color": palette.ink_3, "width": 1, "dash": "dot"}
    return [_line(place + HALF, place + 1 - HALF, level, stroke) for place, level in enumerate(levels)]


def _line(start: float, end: float, height: float, stroke: dict[str, Any]) -> dict[str, Any]:
    return {"type": "line", "x0": start, "x1": end, "y0": height, "y1": height, "line": stroke}


def _notes(
    costs: tuple[float, float],
    levels: Sequence[float],
    effects: Sequence[tuple[str, float]],
    palette: Palette,
) -> list[dict[str, Any]]:
    """Each number above what it tells of."""
    centred = {"xanchor": "center", "yshift": 13}
    big = {"font": {"color": palette.ink, "size": 16}}
    totals = [
        note(bold(number(cost / MILLION, 1)), place, cost, palette.ink, **centred, **big)
        for place, cost in zip((0, len(effects) + 1), costs, strict=True)
    ]
    changes = [
        note(
            bold(signed(amount / MILLION, 1)),
            place + 1,
            max(levels[place], levels[place + 1]),
            palette.ink,
            **centred,
        )
        for place, (_, amount) in enumerate(effects)
    ]
    return [*totals, *changes]
