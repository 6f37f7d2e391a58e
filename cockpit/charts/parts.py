"""Horizontal bars of parts that make no whole: each part is told, their sum is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cockpit.charts.axes import LABEL_SIZE, Figure, Value, Written, note
from cockpit.charts.bars import stacked_layout
from cockpit.charts.markup import bold
from cockpit.charts.palette import Palette

# A part narrower than this share of the axis has no room for its number inside.
ROOM = {False: 0.035, True: 0.11}
PATTERNS = ("", "/", ".", "x", "-", "\\")


@dataclass(frozen=True)
class Part:
    """One part of every bar; `look` is its colour and pattern, the same wherever the part is drawn."""

    name: str
    short: str
    values: tuple[Value, ...]
    look: int


def parts_chart(
    labels: Sequence[str], parts: Sequence[Part], palette: Palette, *, written: Written, narrow: bool = False
) -> Figure:
    """One bar per label; a number stands in its part, or beside the bar with the part's name."""
    sums = [sum(part.values[place] or 0 for part in parts) for place in range(len(labels))]
    widest = max([*sums, 1])
    layout = stacked_layout(labels, widest * (1.02 if narrow else 1.16), 66, palette, narrow=narrow)
    layout |= {
        "annotations": [] if narrow else _beside(parts, sums, widest * ROOM[narrow], palette, written),
    }
    data = [_part(part, labels, widest * ROOM[narrow], palette, written) for part in parts]
    return {"data": data, "layout": layout}


def _part(
    part: Part, labels: Sequence[str], room: float, palette: Palette, written: Written
) -> dict[str, Any]:
    fill, ink = _look(part.look, palette)
    return {
        "type": "bar",
        "orientation": "h",
        "name": part.name,
        "y": list(range(len(labels))),
        "x": [value or 0 for value in part.values],
        "marker": {
            "color": fill,
            "line": {"width": 1, "color": palette.interval_edge},
            "pattern": {
                "shape": PATTERNS[part.look],
                "fgcolor": ink,
                "fgopacity": 0.35,
                "size": 7,
                "solidity": 0.15,
                "fillmode": "overlay",
            },
        },
        "text": [written(value) if value and value > room else "" for value in part.values],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": LABEL_SIZE, "color": ink, "weight": 600},
        "customdata": [
            f"{label}, {part.name}: {written(value or 0)}"
            for label, value in zip(labels, part.values, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _look(look: int, palette: Palette) -> tuple[str, str]:
    """The fill, and the ink that can be read on it."""
    pale, dark = palette.ink, palette.surface
    looks = (
        (palette.intervals[4], dark),
        (palette.intervals[3], dark),
        (palette.intervals[1], pale),
        (palette.stock, dark),
        (palette.line, pale),
        (palette.surface, pale),
    )
    return looks[look]


def _beside(
    parts: Sequence[Part], sums: Sequence[float], room: float, palette: Palette, written: Written
) -> list[dict[str, Any]]:
    """At the bar's end, by name, the parts that are too narrow for their own number."""
    told = [
        " · ".join(
            f"{part.short} {bold(written(value))}"
            for part in parts
            if (value := part.values[place]) and value <= room
        )
        for place in range(len(sums))
    ]
    return [
        note(text, total, place, palette.ink_2, xshift=8)
        for place, (text, total) in enumerate(zip(told, sums, strict=True))
        if text
    ]
