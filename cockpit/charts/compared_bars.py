"""Municipalities side by side: our own bar dark and named in bold, the group's median as a line across."""

from collections.abc import Sequence

from cockpit.charts.axes import LABEL_SIZE, Figure, Value, Written, note
from cockpit.charts.bars import bar_chart
from cockpit.charts.markup import bold
from cockpit.charts.palette import Palette

BELOW = 24


def compared_bars(
    labels: Sequence[str],
    values: Sequence[Value],
    own: int | None,
    median: float | None,
    palette: Palette,
    *,
    written: Written,
    narrow: bool = False,
) -> Figure:
    """`own` is the place of our own bar; the others are pale with an outline."""
    figure = bar_chart(labels, values, palette, written=written, narrow=narrow)
    bars, layout = figure["data"][0], figure["layout"]
    ours = [place == own for place in range(len(labels))]
    bars["marker"] = {
        "color": [palette.brand if mine else palette.intervals[0] for mine in ours],
        "line": {"width": 1, "color": palette.interval_edge},
    }
    # Inside the bars, from their start: at their ends the numbers would meet the median's line.
    bars |= {
        "textposition": "auto",
        "insidetextanchor": "start",
        "insidetextfont": {
            "size": LABEL_SIZE,
            "color": [palette.surface if mine else palette.ink for mine in ours],
        },
    }
    layout["yaxis"]["ticktext"] = [
        bold(text) if mine else text for text, mine in zip(layout["yaxis"]["ticktext"], ours, strict=True)
    ]
    return figure if median is None else _with_median(figure, median, palette, written)


def _with_median(figure: Figure, median: float, palette: Palette, written: Written) -> Figure:
    layout = figure["layout"]
    layout["height"] += BELOW
    layout["margin"]["b"] += BELOW
    line = {"color": palette.stock, "width": 2, "dash": "dot"}
    layout["shapes"] = [
        {"type": "line", "x0": median, "x1": median, "yref": "paper", "y0": 0, "y1": 1, "line": line}
    ]
    text = bold(f"Median {written(median)}")
    below = {"yref": "paper", "xanchor": "center", "yanchor": "top", "yshift": -4}
    layout["annotations"] = [note(text, median, 0, palette.stock, **below)]
    return figure
