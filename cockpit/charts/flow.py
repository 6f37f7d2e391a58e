"""Inflow and outflow as bars around zero, with the stock as a line above."""

from collections.abc import Sequence
from typing import Any

from cockpit.charts.axes import Figure, axis, base_layout, nice_ticks, note, spread, tick_texts
from cockpit.charts.markup import bold
from cockpit.charts.palette import Palette
from cockpit.wording import number


def flow_chart(
    labels: Sequence[str],
    rows: Sequence[dict[str, Any]],
    palette: Palette,
    *,
    narrow: bool = False,
    incomplete: str = "",
) -> Figure:
    """Rows of stock_flow without `by`, one label per period; `incomplete` is told on the last bar."""
    inflow = [row["inflow"] for row in rows]
    outflow = [row["outflow"] for row in rows]
    closing = [row["closing"] for row in rows]
    hover = [
        f"{label}{'' if row['complete'] else incomplete}" for label, row in zip(labels, rows, strict=True)
    ]
    # A period that is not over is drawn paler: its bars are short because time is.
    strength = [1 if row["complete"] else 0.5 for row in rows]
    top = nice_ticks(max([*inflow, *outflow, 1]), whole=True, about=2)[-1]
    return {
        "data": [
            _bars(inflow, hover, palette.inflow, "Tilgang", 1, strength),
            _bars(outflow, hover, palette.outflow, "Afgang", -1, strength),
            _line(closing, hover, palette),
        ],
        "layout": _layout(labels, closing, top, palette, narrow),
    }


def _bars(
    counts: list[int], hover: list[str], color: str, name: str, sign: int, strength: list[float]
) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": list(range(len(counts))),
        "y": [sign * count for count in counts],
        "marker": {"color": color, "opacity": strength, "line": {"width": 0}},
        "name": name,
        "text": [f"{label}\n{name}: {number(count)}" for label, count in zip(hover, counts, strict=True)],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
    }


def _line(closing: list[int], hover: list[str], palette: Palette) -> dict[str, Any]:
    last = len(closing) - 1
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": list(range(len(closing))),
        "y": closing,
        "yaxis": "y2",
        "line": {"color": palette.stock, "width": 2},
        "marker": {
            "color": palette.stock,
            "opacity": 1,
            "size": [8 if place == last else 0 for place in range(last + 1)],
            "line": {"width": 0},
        },
        "name": "Bestand",
        "text": [f"{label}\nBestand: {number(count)}" for label, count in zip(hover, closing, strict=True)],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _layout(
    labels: Sequence[str], closing: list[int], top: float, palette: Palette, narrow: bool
) -> dict[str, Any]:
    last = len(labels) - 1
    shown = spread(labels, 210 if narrow else 480)
    half = [tick for tick in (top, top / 2) if tick == int(tick)]
    ticks = sorted({*half, 0, *(-tick for tick in half)})
    low, high = min(closing), max(closing)
    air = max(high - low, 1) * 0.18
    edge = last + 0.6
    stock = f"{bold(number(closing[-1]))}\nbestand"
    layout = base_layout(palette, 330 if narrow else 350, (34, 8, 74, 30))
    layout |= {
        "barmode": "relative",
        "bargap": 0.28,
        "xaxis": axis(
            palette,
            shown,
            [labels[place] for place in shown],
            grid=False,
            range=[-0.6, last + 0.6],
            anchor="y",
        ),
        "yaxis": axis(
            palette,
            ticks,
            tick_texts([abs(tick) for tick in ticks]),
            grid=True,
            domain=[0, 0.56],
            range=[-top * 1.08, top * 1.08],
            zeroline=True,
            zerolinecolor=palette.other,
            zerolinewidth=1.5,
        ),
        "yaxis2": axis(
            palette, [], [], grid=False, domain=[0.66, 1], range=[low - air, high + air], anchor="x"
        ),
        "annotations": [
            note(
                stock,
                edge,
                closing[-1],
                palette.stock,
                yref="y2",
                xshift=8,
            ),
            note(bold("Tilgang"), edge, top * 0.5, palette.inflow, xshift=8),
            note(bold("Afgang"), edge, -top * 0.5, palette.ink_2, xshift=8),
        ],
    }
    return layout
