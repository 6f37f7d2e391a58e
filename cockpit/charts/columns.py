"""Upright columns, one for each period of a single figure."""

from collections.abc import Sequence

from cockpit.charts.axes import Figure, Value, Written, axis, base_layout, nice_ticks, spread, tick_texts
from cockpit.charts.lines import point_notes
from cockpit.charts.palette import Palette

HEIGHT = 330
MOST_TOLD, MOST_TOLD_NARROW = 10, 5


def column_chart(
    labels: Sequence[str],
    values: Sequence[Value],
    palette: Palette,
    *,
    written: Written,
    scale: float = 1,
    whole: bool = False,
    narrow: bool = False,
) -> Figure:
    """From zero up, or down; where columns are few, each has its value above it.

    `written` gives a value in words; `scale` divides the axis.
    """
    known = [value for value in values if value is not None]
    ticks = _ticks(known, scale, whole=whole and scale == 1)
    told = len(labels) <= (MOST_TOLD_NARROW if narrow else MOST_TOLD)
    layout = base_layout(palette, HEIGHT, (58, 20, 16, 34))
    shown = spread(labels, 260 if narrow else 600)
    low, high = ticks[0], ticks[-1]
    air = (high - low) * 0.1
    layout |= {
        "xaxis": axis(
            palette, shown, [labels[place] for place in shown], grid=False, range=_room(len(labels))
        ),
        "yaxis": axis(
            palette, ticks, tick_texts(ticks, scale), grid=True, range=[low - air if low else 0, high + air]
        ),
        "annotations": point_notes(values, scale, whole, palette) if told else [],
    }
    words = ["" if value is None else written(value) for value in values]
    data = {
        "type": "bar",
        "x": list(range(len(values))),
        "y": list(values),
        "marker": {"color": palette.brand_2, "line": {"width": 0}},
        "customdata": [f"{label}: {said}" for label, said in zip(labels, words, strict=True)],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    return {"data": [data], "layout": layout}


def _ticks(known: Sequence[float], scale: float, *, whole: bool) -> list[float]:
    """From the lowest below zero, if any, to the highest, in steps of one size."""
    highest, lowest = max([*known, 0]), min([*known, 0])
    up = nice_ticks(max(highest, -lowest) / scale, whole=whole)
    steps = [-tick for tick in reversed(up[1:])] if lowest < 0 else []
    return [tick * scale for tick in (*steps, *up)]


def _room(count: int) -> list[float]:
    """As if there were four columns at least, so that one alone is no wall."""
    air = max(0, 4 - count) / 2
    return [-0.5 - air, count - 0.5 + air]
