"""Horizontal bars: one value each, or stacked in layers."""

from collections.abc import Mapping, Sequence
from typing import Any

from cockpit.charts.axes import LABEL_SIZE, Figure, Value, Written, axis, base_layout, cut, note
from cockpit.charts.markup import bold
from cockpit.charts.palette import Palette

BAR_HEIGHT = 34


def bar_chart(
    labels: Sequence[str],
    values: Sequence[Value],
    palette: Palette,
    *,
    written: Written,
    narrow: bool = False,
) -> Figure:
    """Horizontal bars from the top down, the value written at each bar's end."""
    places = list(range(len(labels)))
    left = left_room(labels, narrow)
    layout = base_layout(palette, 24 + BAR_HEIGHT * max(len(labels), 1), (left, 4, 12, 8))
    known = [value for value in values if value is not None]
    texts = [cut(label, max(10, (left - 12) // 7)) for label in labels]
    layout |= {
        "xaxis": axis(palette, [], [], grid=False, range=_range(known, written, left, narrow)),
        "yaxis": axis(palette, places, texts, grid=False, range=[len(labels) - 0.5, -0.5]),
        "bargap": 0.42,
    }
    return {"data": [_bars(labels, values, palette, written)], "layout": layout}


def stacked_layout(
    labels: Sequence[str], reach: float, below: int, palette: Palette, *, narrow: bool
) -> dict[str, Any]:
    """Bars that lie, of layers named in a legend that takes `below` pixels; the axis goes to `reach`."""
    left = left_room(labels, narrow)
    texts = [cut(label, max(10, (left - 12) // 7)) for label in labels]
    return {
        **base_layout(palette, 18 + below + 46 * max(len(labels), 1), (left, 4, 12, below)),
        "barmode": "stack",
        "bargap": 0.28,
        "barcornerradius": 0,
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": -0.02,
            "yanchor": "top",
            "traceorder": "normal",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        "xaxis": axis(palette, [], [], grid=False, range=[0, reach]),
        "yaxis": axis(palette, list(range(len(labels))), texts, grid=False, range=[len(labels) - 0.5, -0.5]),
    }


def _range(known: Sequence[float], written: Written, left: int, narrow: bool) -> list[float]:
    """From end to end with room for the number at each bar's end, on either side of nothing."""
    whole, widest = (320, 190) if narrow else (550, 330)
    wide = min(widest, whole - left)
    below = _taken([written(value) for value in known if value < 0])
    above = max(_taken([written(value) for value in known if value >= 0]), wide * (0.3 if narrow else 0.15))
    highest, lowest = max([*known, 0]), min([*known, 0])
    a_pixel = (highest - lowest or 1) / max(wide - below - above, wide / 4)
    return [lowest - below * a_pixel, highest + above * a_pixel]


def _taken(texts: Sequence[str]) -> int:
    """The pixels of the longest."""
    return max((len(text) * 7 + 8 for text in texts), default=0)


def left_room(labels: Sequence[str], narrow: bool) -> int:
    """The room that the labels before the bars take."""
    longest = max((len(label) for label in labels), default=1)
    return min(16 + longest * 8, 130 if narrow else 300)


def _bars(
    labels: Sequence[str], values: Sequence[Value], palette: Palette, written: Written
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(labels))),
        "x": [value or 0 for value in values],
        "marker": {"color": palette.brand_2, "line": {"width": 0}},
        "text": ["–" if value is None else written(value) for value in values],
        "textposition": "outside",
        "textfont": {"size": LABEL_SIZE, "color": palette.ink},
        "cliponaxis": False,
        "customdata": [
            f"{label}: {'–' if value is None else written(value)}"
            for label, value in zip(labels, values, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def stacked_chart(
    labels: Sequence[str],
    layers: Mapping[str, Sequence[Value]],
    palette: Palette,
    *,
    written: Written,
    narrow: bool = False,
) -> Figure:
    """Horizontal stacked bars, one per label, the layers from pale to dark; the total at the end."""
    totals = [sum(values[place] or 0 for values in layers.values()) for place in range(len(labels))]
    layout = stacked_layout(labels, max([*totals, 1]) * (1.2 if narrow else 1.1), 56, palette, narrow=narrow)
    layout |= {
        "annotations": [
            note(bold(written(total)), total, place, palette.ink, xshift=8)
            for place, total in enumerate(totals)
        ],
    }
    data = [
        _layer(name, values, labels, place, len(layers), palette, written, max([*totals, 1]))
        for place, (name, values) in enumerate(layers.items())
    ]
    return {"data": data, "layout": layout}


def _layer(
    name: str,
    values: Sequence[Value],
    labels: Sequence[str],
    place: int,
    count: int,
    palette: Palette,
    written: Written,
    widest: float,
) -> dict[str, Any]:
    shade = round(place * (len(palette.intervals) - 1) / max(count - 1, 1))
    dark = shade >= 3
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": list(range(len(labels))),
        "x": [value or 0 for value in values],
        "marker": {"color": palette.intervals[shade], "line": {"width": 1, "color": palette.interval_edge}},
        "text": [written(value) if value and value > widest * 0.035 else "" for value in values],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": LABEL_SIZE, "color": palette.surface if dark else palette.ink},
        "customdata": [
            f"{label}, {name}: {written(value or 0)}" for label, value in zip(labels, values, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
