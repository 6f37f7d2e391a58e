"""Caseload over the months: one line per team or area, the guideline's upper limit dotted."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cockpit.charts.axes import Figure, Value, apart, axis, base_layout, cut, note, spread, tick_texts
from cockpit.charts.markup import bold
from cockpit.charts.palette import Palette
from cockpit.wording import number

HEIGHT = 340


@dataclass(frozen=True)
class Line:
    """One team or area; `over` says that it ends above its guideline."""

    name: str
    values: tuple[Value, ...]
    over: bool = False


def caseload_trend_chart(
    labels: Sequence[str],
    lines: Sequence[Line],
    limits: Mapping[str, float],
    palette: Palette,
    *,
    narrow: bool = False,
    wide: int = 900,
) -> Figure:
    """One label per month; `limits` maps the words at a guideline's upper limit to the limit.

    `wide` is about how many pixels the axis has where the screen is not narrow.

    Lines need not begin at zero, as bars must: what matters is whether they rise.
    """
    ticks = _ticks([value for line in lines for value in line.values if value is not None], limits)
    colors = _colors(lines, palette)
    right = 112 if narrow else 170
    layout = base_layout(palette, HEIGHT, (36, 14, right, 34))
    shown = spread(labels, 170 if narrow else wide)
    last = len(labels) - 1
    layout |= {
        "xaxis": axis(
            palette, shown, [labels[place] for place in shown], grid=False, range=[-0.3, max(last, 1) + 0.2]
        ),
        "yaxis": axis(palette, ticks, tick_texts(ticks), grid=True, range=[ticks[0], ticks[-1]]),
        "shapes": [_dotted(limit, palette) for limit in limits.values()],
        "annotations": [
            *_limit_notes(limits, palette),
            *_end_notes(lines, colors, ticks, palette, narrow),
        ],
    }
    data = [_line(line, labels, color) for line, color in zip(lines, colors, strict=True)]
    return {"data": data, "layout": layout}


def _ticks(values: Sequence[float], limits: Mapping[str, float]) -> list[float]:
    known = [*values, *limits.values()]
    low, high = min(known, default=0.0), max(known, default=10.0)
    step = next((step for step in (2, 5, 10, 20, 50) if (high - low) / step <= 6), 100)
    first = max(0, math.floor((low - step * 0.3) / step)) * step
    last = math.ceil((high + step * 0.3) / step) * step
    return [float(tick) for tick in range(first, last + 1, step)]


def _colors(lines: Sequence[Line], palette: Palette) -> list[str]:
    """What is over the guideline stands out; the rest share the calm colours."""
    calm = iter([palette.brand, palette.outflow, palette.other, palette.brand_2, palette.ink_3] * len(lines))
    return [palette.breach if line.over else next(calm) for line in lines]


def _line(line: Line, labels: Sequence[str], color: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": line.name,
        "x": list(range(len(line.values))),
        "y": list(line.values),
        "line": {"color": color, "width": 3 if line.over else 2},
        "text": [
            "" if value is None else f"{line.name}\n{label}: {number(value, 1)}"
            for label, value in zip(labels, line.values, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _dotted(limit: float, palette: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": limit,
        "y1": limit,
        "line": {"color": palette.ink_3, "width": 1.5, "dash": "dot"},
    }


def _limit_notes(limits: Mapping[str, float], palette: Palette) -> list[dict[str, Any]]:
    return [
        note(words, 0, limit, palette.ink_2, xref="paper", yanchor="bottom", xshift=4)
        for words, limit in limits.items()
    ]


def _end_notes(
    lines: Sequence[Line], colors: Sequence[str], ticks: Sequence[float], palette: Palette, narrow: bool
) -> list[dict[str, Any]]:
    """The last value and the name at each line's end, pushed apart where lines end close together."""
    ends = [
        (line, color, value)
        for line, color in zip(lines, colors, strict=True)
        if (value := line.values[-1] if line.values else None) is not None
    ]
    heights = apart([value for _, _, value in ends], (ticks[-1] - ticks[0]) * 17 / (HEIGHT - 48))
    return [
        note(
            f"{bold(number(value, 1))} {cut(line.name, 11 if narrow else 18)}",
            1,
            height,
            palette.breach if line.over else palette.ink_2,
            xref="paper",
            xshift=8,
        )
        for (line, _, value), height in zip(ends, heights, strict=True)
    ]
