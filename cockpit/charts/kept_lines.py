"""The share of deadlines kept over time: one line for each kind, told apart by mark as well as colour."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cockpit.charts.axes import Figure, Value, apart, axis, base_layout, note, spread
from cockpit.charts.markup import bold
from cockpit.charts.palette import Palette
from cockpit.wording import number, percent

HEIGHT, BELOW = 390, 24
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x")
WIDEST_NAME = 20


@dataclass(frozen=True)
class KeptLine:
    """One kind: its share in each period, and what is said of each under the pointer."""

    name: str
    shares: tuple[Value, ...]
    texts: tuple[str, ...]


def kept_lines(
    labels: Sequence[str],
    lines: Sequence[KeptLine],
    palette: Palette,
    *,
    open_end: bool = False,
    narrow: bool = False,
) -> Figure:
    """`open_end` says that the last period is not over; on a phone the kinds are named below.

    Lines need not begin at zero, as bars must: most shares lie near the top.
    """
    ticks = _ticks([share for line in lines for share in line.shares if share is not None])
    colors = palette.series(len(lines))
    below = BELOW * len(lines) + 8 if narrow else 0
    layout = base_layout(palette, HEIGHT + below, (64, 16, 34 if narrow else 186, 44 + below))
    shown = spread([label.partition("\n")[0] for label in labels], 200 if narrow else 560)
    last = len(labels) - 1
    layout |= {
        "xaxis": axis(
            palette, shown, [labels[place] for place in shown], grid=False, range=[-0.35, max(last, 1) + 0.35]
        ),
        "yaxis": axis(
            palette, ticks, [_whole(tick) for tick in ticks], grid=True, range=[ticks[0] - 0.01, 1.015]
        ),
        "showlegend": narrow,
        "legend": {
            "x": -0.2,
            "y": -44 / (HEIGHT - 60),
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        "annotations": [] if narrow else _end_notes(lines, ticks[0], palette),
    }
    data: list[dict[str, Any]] = []
    for place, (line, color) in enumerate(zip(lines, colors, strict=True)):
        data += _strokes(line, color, SYMBOLS[place % len(SYMBOLS)], palette, open_end=open_end)
    return {"data": data, "layout": layout}


def _ticks(shares: Sequence[float]) -> list[float]:
    """From a round share below the lowest up to all of them."""
    low = min(shares, default=0.9)
    step = next((step for step in (5, 10, 20) if (100 - low * 100) / step <= 5), 25)
    first = max(0, math.floor(low * 100 / step - 0.1)) * step
    return [tick / 100 for tick in range(100, first - 1, -step)][::-1]


def _whole(share: float) -> str:
    return f"{number(share * 100)} pct."


def _strokes(
    line: KeptLine, color: str, symbol: str, palette: Palette, *, open_end: bool
) -> list[dict[str, Any]]:
    """The line with its marks; the step to a period that is not over is dotted, its mark open."""
    count = len(line.shares)
    whole = count - 1 if open_end and count > 1 else count
    fills = [color] * count
    if open_end and count:
        fills[-1] = palette.surface
    last = next((share for share in reversed(line.shares) if share is not None), None)
    marked = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": f"{line.name}: {percent(last, 0)}",
        "x": list(range(count)),
        "y": list(line.shares),
        "line": {"color": color, "width": 0},
        "marker": {"color": fills, "symbol": symbol, "size": 8, "line": {"color": color, "width": 1.8}},
        "text": list(line.texts),
        "hovertemplate": "%{text}<extra></extra>",
    }
    strokes = [_stroke(list(range(whole)), line.shares[:whole], color, "solid")]
    if whole < count:
        strokes.append(_stroke([whole - 1, whole], line.shares[whole - 1 :], color, "dot"))
    return [*strokes, marked]


def _stroke(places: list[int], values: Sequence[Value], color: str, dash: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": places,
        "y": list(values),
        "line": {"color": color, "width": 2, "dash": dash},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _end_notes(lines: Sequence[KeptLine], low: float, palette: Palette) -> list[dict[str, Any]]:
    """The last share and the name at each line's end, pushed downwards where ends lie close."""
    ends = [(line.name, line.shares[-1]) for line in lines if line.shares and line.shares[-1] is not None]
    room = (1.025 - low) * 38 / (HEIGHT - 60)
    heights = [-height for height in apart([-(share or 0) for _, share in ends], room)]
    return [
        note(
            f"{bold(percent(share, 0))} {_folded(name)}",
            1,
            height,
            palette.ink_2,
            xref="paper",
            xshift=10,
        )
        for (name, share), height in zip(ends, heights, strict=True)
    ]


def _folded(name: str) -> str:
    """A long name on two lines, broken between words."""
    if len(name) <= WIDEST_NAME:
        return name
    first, rest = "", name.split(" ")
    while rest and len(f"{first} {rest[0]}") <= WIDEST_NAME:
        first = f"{first} {rest.pop(0)}".strip()
    second = " ".join(rest)
    return f"{first}\n{second}" if first else second
