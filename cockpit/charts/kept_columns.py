"""Deadlines of one kind over time: kept and breached in each column, the share kept above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cockpit.charts.axes import Figure, Value, axis, base_layout, nice_ticks, note, spread, tick_texts
from cockpit.charts.markup import BREAK
from cockpit.charts.palette import Palette
from cockpit.wording import percent

HEIGHT = 390
MOST_TOLD, MOST_TOLD_NARROW = 14, 6


@dataclass(frozen=True)
class Layer:
    """One part of every column, the lowest first."""

    name: str
    counts: Sequence[int]
    color: str


def kept_columns(
    labels: Sequence[str],
    kept: Sequence[int],
    breached: Sequence[int],
    shares: Sequence[Value],
    palette: Palette,
    *,
    narrow: bool = False,
) -> Figure:
    """What was kept below, what was breached above it."""
    kinds = [Layer("overholdt", kept, palette.brand_2), Layer("overskredet", breached, palette.breach)]
    return layered_columns(labels, kinds, shares, palette, narrow=narrow)


def layered_columns(
    labels: Sequence[str],
    layers: Sequence[Layer],
    shares: Sequence[Value],
    palette: Palette,
    *,
    narrow: bool = False,
) -> Figure:
    """Where columns are too many for a share above each, those with a label have it; on a phone none."""
    tops = [sum(column) for column in zip(*(layer.counts for layer in layers), strict=True)]
    ticks = nice_ticks(max([*tops, 1]), whole=True)
    layout = base_layout(palette, HEIGHT, (44, 16, 34, 44))
    shown = spread([label.partition("\n")[0] for label in labels], 200 if narrow else 560)
    many = len(labels) > (MOST_TOLD_NARROW if narrow else MOST_TOLD)
    told = ([] if narrow else shown) if many else list(range(len(labels)))
    layout |= {
        "barmode": "stack",
        "bargap": 0.35,
        "barcornerradius": 0,
        "xaxis": axis(
            palette, shown, [labels[place] for place in shown], grid=False, range=_room(len(labels))
        ),
        "yaxis": axis(palette, ticks, tick_texts(ticks), grid=True, range=[0, ticks[-1] * 1.12]),
        "annotations": [
            note(percent(shares[place], 0), place, tops[place], palette.ink, xanchor="center", yshift=11)
            for place in told
            if shares[place] is not None
        ],
    }
    return {"data": [_layer(layer, labels) for layer in layers], "layout": layout}


def _room(count: int) -> list[float]:
    """As if there were four columns at least, so that one alone is no wall."""
    air = max(0, 4 - count) / 2
    return [-0.5 - air, count - 0.5 + air]


def _layer(layer: Layer, labels: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": layer.name,
        "x": list(range(len(layer.counts))),
        "y": list(layer.counts),
        "marker": {"color": layer.color, "line": {"width": 0}},
        "customdata": [
            f"{label.replace(BREAK, ' ')}: {count} {layer.name}"
            for label, count in zip(labels, layer.counts, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
