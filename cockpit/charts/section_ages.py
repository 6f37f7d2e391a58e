"""Bars side by side: for each band of age one bar for each section, the youngest on top."""

from collections.abc import Mapping, Sequence
from typing import Any

from cockpit.charts.axes import Figure, axis, base_layout
from cockpit.charts.palette import Palette
from cockpit.wording import number

BAR, AIR = 15, 16
MOST_SECTIONS = 5


def section_colors(palette: Palette, count: int) -> list[str]:
    """One colour for each section, the same in every chart of a page; all stand out from the surface."""
    ring = (palette.brand, palette.outflow, palette.other, palette.stock, palette.ink_3)
    return [ring[place % len(ring)] for place in range(count)]


def age_bars(
    bands: Sequence[str], sections: Mapping[str, Sequence[int]], palette: Palette, *, narrow: bool = False
) -> Figure:
    """`sections` maps a section's name to its citizens in each band; the names stand in the first band."""
    colors = section_colors(palette, len(sections))
    most = max((count for counts in sections.values() for count in counts), default=1) or 1
    height = 12 + len(bands) * (len(sections) * BAR + AIR)
    layout = base_layout(palette, height, (58, 2, 12, 8))
    layout |= {
        "barmode": "group",
        "bargap": AIR / (AIR + BAR * len(sections)),
        "bargroupgap": 0.06,
        "xaxis": axis(palette, [], [], grid=False, range=[0, most * (1.34 if narrow else 1.26)]),
        "yaxis": axis(
            palette, list(range(len(bands))), list(bands), grid=False, range=[len(bands) - 0.5, -0.5]
        ),
    }
    data = [
        _bars(name, counts, bands, color, palette)
        for (name, counts), color in zip(sections.items(), colors, strict=True)
    ]
    return {"data": data, "layout": layout}


def _bars(
    name: str, counts: Sequence[int], bands: Sequence[str], color: str, palette: Palette
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": list(range(len(bands))),
        "x": list(counts),
        "marker": {"color": color, "line": {"width": 0}},
        "text": [_label(name, place, count) for place, count in enumerate(counts)],
        "textposition": "outside",
        "textfont": {"size": 12.5, "color": palette.ink_2},
        "cliponaxis": False,
        "customdata": [
            f"{band} år, {name}: {number(count)}" for band, count in zip(bands, counts, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _label(name: str, place: int, count: int) -> str:
    """The count; in the first band the section's name as well, in place of a legend."""
    if place == 0:
        return f"{number(count)} · {name}"
    return number(count) if count else ""
