"""A column for each month ahead: how many come, and below the number what they cost a year."""

from collections.abc import Sequence
from typing import Any

from cockpit.charts.axes import Figure, axis, base_layout, nice_ticks, note, spread, tick_texts
from cockpit.charts.markup import BREAK, bold
from cockpit.charts.palette import Palette
from cockpit.wording import kroner, number

HEIGHT = 270
MOST_PRICED = 13
MILLION = 1e6


def coming_columns(
    labels: Sequence[str],
    citizens: Sequence[int],
    costs: Sequence[float],
    palette: Palette,
    *,
    narrow: bool = False,
) -> Figure:
    """The cost stands above the column only where there is room for it: few months on a wide screen."""
    priced = not narrow and len(labels) <= MOST_PRICED
    ticks = nice_ticks(max([*citizens, 1]), whole=True)
    layout = base_layout(palette, HEIGHT, (30, 12, 28, 44))
    shown = spread([label.partition("\n")[0] for label in labels], 230 if narrow else 700)
    layout |= {
        "bargap": 0.35,
        "xaxis": axis(
            palette, shown, [labels[place] for place in shown], grid=False, range=[-0.5, len(labels) - 0.5]
        ),
        "yaxis": axis(
            palette, ticks, tick_texts(ticks), grid=True, range=[0, ticks[-1] * (1.28 if priced else 1.14)]
        ),
        "annotations": [
            note(_above(count, cost, priced=priced), place, count, palette.ink, xanchor="center",
                 yanchor="bottom", align="center", yshift=2)
            for place, (count, cost) in enumerate(zip(citizens, costs, strict=True))
            if count
        ],
    }  # fmt: skip
    return {"data": [_columns(labels, citizens, costs, palette)], "layout": layout}


def _above(count: int, cost: float, *, priced: bool) -> str:
    return f"{bold(number(count))}\n{number(cost / MILLION, 1)}" if priced else bold(number(count))


def _columns(
    labels: Sequence[str], citizens: Sequence[int], costs: Sequence[float], palette: Palette
) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": list(range(len(citizens))),
        "y": list(citizens),
        "marker": {"color": palette.brand_2, "line": {"width": 0}},
        "customdata": [
            f"{label.replace(BREAK, ' ')}: {number(count)} {'ung' if count == 1 else 'unge'}, {kroner(cost)}"
            for label, count, cost in zip(labels, citizens, costs, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
