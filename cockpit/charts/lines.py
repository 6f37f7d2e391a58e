"""Lines over time, one for each value, labelled at their ends."""

from collections.abc import Mapping, Sequence
from typing import Any

from cockpit.charts.axes import (
    Figure,
    Value,
    Written,
    apart,
    axis,
    base_layout,
    cut,
    nice_ticks,
    note,
    spread,
    tick_texts,
)
from cockpit.charts.markup import bold
from cockpit.charts.palette import Palette
from cockpit.wording import number

MOST_LABELLED = 10


def line_chart(
    labels: Sequence[str],
    series: Mapping[str, Sequence[Value]],
    palette: Palette,
    *,
    written: Written,
    scale: float = 1,
    whole: bool = False,
    narrow: bool = False,
) -> Figure:
    """One line per name over the labels; the last value and the name stand at the line's end.

    `written` gives a value in words for the label under the pointer; `scale` divides the axis.
    """
    known = [value for values in series.values() for value in values if value is not None]
    ticks = [tick * scale for tick in nice_ticks(max([*known, 0]) / scale, whole=whole and scale == 1)]
    colors = palette.series(len(series))
    right = 62 if len(series) == 1 else 76 if narrow else 150
    layout = base_layout(palette, 330, (58, 14, right, 34))
    shown = spread(labels, 220 if narrow else 480)
    layout |= {
        "xaxis": axis(
            palette, shown, [labels[place] for place in shown], grid=False, range=[-0.3, len(labels) - 0.7]
        ),
        "yaxis": axis(palette, ticks, tick_texts(ticks, scale), grid=True, range=[0, ticks[-1] * 1.1]),
        "annotations": _end_notes(series, colors, ticks[-1], written, palette, short=narrow),
    }
    alone = len(series) == 1
    data = [
        _line(name, values, labels, color, written, alone=alone)
        for (name, values), color in zip(series.items(), colors, strict=True)
    ]
    if alone and len(labels) <= (5 if narrow else MOST_LABELLED):
        # Few points: each is told its value, and the end needs no label of its own.
        layout["margin"]["r"] = 24
        layout["annotations"] = point_notes(next(iter(series.values())), scale, whole, palette)
    return {"data": data, "layout": layout}


def point_notes(values: Sequence[Value], scale: float, whole: bool, palette: Palette) -> list[dict[str, Any]]:
    """Each value above its point, in the axis' own unit."""
    decimals = 2 if scale >= 1e6 else 0 if whole or scale > 1 else 1
    return [
        note(
            bold(number(value / scale, decimals)),
            place,
            value,
            palette.ink,
            xanchor="center",
            yshift=15,
        )
        for place, value in enumerate(values)
        if value is not None
    ]


def _line(
    name: str, values: Sequence[Value], labels: Sequence[str], color: str, written: Written, *, alone: bool
) -> dict[str, Any]:
    title = f"{name}\n" if name else ""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": list(range(len(values))),
        "y": list(values),
        "line": {"color": color, "width": 2.2},
        "marker": {"color": color, "size": _marker_size(len(values), alone=alone), "line": {"width": 0}},
        "name": name,
        "text": [
            "" if value is None else f"{title}{label}: {written(value)}"
            for label, value in zip(labels, values, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _marker_size(count: int, *, alone: bool) -> int:
    """Marks only where the points are few enough to be told apart."""
    if count > 26:
        return 1
    return 7 if alone and count <= 12 else 5


def _end_notes(
    series: Mapping[str, Sequence[Value]],
    colors: Sequence[str],
    top: float,
    written: Written,
    palette: Palette,
    *,
    short: bool,
) -> list[dict[str, Any]]:
    ends = {name: _last(values) for name, values in series.items()}
    placed = apart([value or 0 for _, value in ends.values()], top * 0.065)
    notes = []
    for (name, (place, value)), height, color in zip(ends.items(), placed, colors, strict=True):
        if value is None:
            continue
        words = cut(name, 9 if short else 19) if name else bold(written(value).split(" ")[0])
        ink = palette.ink if len(ends) == 1 else _readable(color, palette)
        notes.append(note(words, place, height, ink, xshift=10))
    return notes


def _last(values: Sequence[Value]) -> tuple[int, Value]:
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    return known[-1] if known else (0, None)


def _readable(color: str, palette: Palette) -> str:
    """The pale line colours are too pale for text; their label is written in plain ink."""
    return color if color in (palette.brand, palette.stock, palette.brand_2) else palette.ink_2
