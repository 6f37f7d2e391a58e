"""Citizens by cost interval, a stacked bar for each year."""

from collections.abc import Mapping, Sequence

from cockpit.charts.axes import LABEL_SIZE, Figure
from cockpit.charts.bars import stacked_chart
from cockpit.charts.palette import Palette
from cockpit.wording import number

LEFT, LEFT_OPEN = 46, 66
BELOW = 50


def interval_bars(
    labels: Sequence[str],
    layers: Mapping[str, Sequence[float | None]],
    palette: Palette,
    *,
    narrow: bool = False,
) -> Figure:
    """`labels` are the years, on two lines where a year is not over; the intervals run from pale to dark."""
    flat = [label.replace("\n", " ") for label in labels]
    figure = stacked_chart(flat, layers, palette, written=number, narrow=narrow)
    figure["layout"]["yaxis"]["ticktext"] = list(labels)
    # Named below the chart, where the names have room (components/legend.py).
    figure["layout"]["showlegend"] = False
    # A number that does not fit is left out, not shrunk: the table has it.
    figure["layout"]["uniformtext"] = {"mode": "hide", "minsize": LABEL_SIZE}
    figure["layout"]["height"] -= BELOW
    figure["layout"]["margin"]["b"] -= BELOW
    figure["layout"]["margin"]["l"] = LEFT_OPEN if any("\n" in label for label in labels) else LEFT
    return figure
