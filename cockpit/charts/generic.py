"""Line, bar and stacked charts for any figure, chosen by what its columns are."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cockpit.charts.axes import (
    LABEL_SIZE,
    Figure,
    apart,
    axis,
    base_layout,
    nice_ticks,
    note,
    spread,
    tick_texts,
)
from cockpit.charts.palette import Palette
from cockpit.wording import number

Value = float | None
Written = Callable[[float], str]

BAR_HEIGHT = 34
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
    shown = spread(len(labels), 4 if narrow else 9)
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
        layout["annotations"] = _point_notes(next(iter(series.values())), scale, whole, palette)
    return {"data": data, "layout": layout}


def _point_notes(
    values: Sequence[Value], scale: float, whole: bool, palette: Palette
) -> list[dict[str, Any]]:
    decimals = 2 if scale >= 1e6 else 0 if whole or scale > 1 else 1
    return [
        note(
            f"<b>{number(value / scale, decimals)}</b>",
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
    title = f"{name}<br>" if name else ""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": list(range(len(values))),
        "y": list(values),
        "line": {"color": color, "width": 2.2},
        "marker": {"color": color, "size": 7 if alone and len(values) <= 12 else 5, "line": {"width": 0}},
        "name": name,
        "text": [
            "" if value is None else f"{title}{label}: {written(value)}"
            for label, value in zip(labels, values, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }


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
        words = _cut(name, 9 if short else 19) if name else f"<b>{written(value).split(' ')[0]}</b>"
        ink = palette.ink if len(ends) == 1 else _readable(color, palette)
        notes.append(note(words, place, height, ink, xshift=10))
    return notes


def _last(values: Sequence[Value]) -> tuple[int, Value]:
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    return known[-1] if known else (0, None)


def _readable(color: str, palette: Palette) -> str:
    """The pale line colours are too pale for text; their label is written in plain ink."""
    return color if color in (palette.brand, palette.stock, palette.brand_2) else palette.ink_2


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


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
    longest = max((len(label) for label in labels), default=1)
    left = min(12 + longest * 8, 130 if narrow else 300)
    layout = base_layout(palette, 24 + BAR_HEIGHT * max(len(labels), 1), (left, 4, 12, 8))
    top = max([value for value in values if value is not None] or [1]) or 1
    texts = [_cut(label, max(10, (left - 12) // 7)) for label in labels]
    layout |= {
        "xaxis": axis(palette, [], [], grid=False, range=[0, top * (1.42 if narrow else 1.18)]),
        "yaxis": axis(palette, places, texts, grid=False, range=[len(labels) - 0.5, -0.5]),
        "bargap": 0.42,
    }
    return {"data": [_bars(labels, values, palette, written)], "layout": layout}


def _bars(
    labels: Sequence[str], values: Sequence[Value], palette: Palette, written: Written
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(labels))),
        "x": [value or 0 for value in values],
        "marker": {"color": palette.brand, "line": {"width": 0}},
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
    layout = base_layout(palette, 74 + 46 * max(len(labels), 1), (56, 4, 12, 56))
    layout |= {
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
        "xaxis": axis(palette, [], [], grid=False, range=[0, max([*totals, 1]) * (1.2 if narrow else 1.1)]),
        "yaxis": axis(
            palette, list(range(len(labels))), list(labels), grid=False, range=[len(labels) - 0.5, -0.5]
        ),
        "annotations": [
            note(f"<b>{written(total)}</b>", total, place, palette.ink, xshift=8)
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
