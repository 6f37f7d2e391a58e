"""Lines over years: each year's value marked, a year that is not over drawn open."""

from collections.abc import Mapping, Sequence
from typing import Any

from cockpit.charts.axes import LABEL_SIZE, Figure, apart, axis, base_layout, nice_ticks, note, tick_texts
from cockpit.charts.markup import bold
from cockpit.charts.palette import Palette
from cockpit.charts.section_ages import section_colors
from cockpit.wording import number

Value = float | None
HEIGHT = 280


def year_lines(
    labels: Sequence[str],
    series: Mapping[str, Sequence[Value]],
    palette: Palette,
    *,
    scale: float = 1,
    decimals: int = 0,
    open_end: bool = False,
    height: int = HEIGHT,
) -> Figure:
    """One line per name; alone it is told at every point, with others at its end.

    Values are divided by `scale` where they are written; `open_end` says that the last year is not over.
    """
    known = [value for values in series.values() for value in values if value is not None]
    ticks = [tick * scale for tick in nice_ticks(max([*known, 0]) / scale, whole=scale == 1)]
    alone = len(series) == 1
    colors = [palette.brand] if alone else section_colors(palette, len(series))
    layout = base_layout(palette, height, (46, 18, 28 if alone else 92, 44))
    last = len(labels) - 1
    layout |= {
        "xaxis": axis(
            palette, list(range(len(labels))), list(labels), grid=False, range=[-0.35, max(last, 0) + 0.35]
        ),
        "yaxis": axis(palette, ticks, tick_texts(ticks, scale), grid=True, range=[0, ticks[-1] * 1.1]),
        "annotations": _point_notes(next(iter(series.values()), ()), scale, decimals, palette)
        if alone
        else _end_notes(series, ticks[-1], scale, decimals, palette),
    }
    data: list[dict[str, Any]] = []
    for (name, values), color in zip(series.items(), colors, strict=True):
        words = [f"{name}\n" if name else "", *(_words(value, scale, decimals) for value in values)]
        texts = [f"{words[0]}{_flat(label)}: {text}" for label, text in zip(labels, words[1:], strict=True)]
        data += _line(values, texts, color, palette, open_end=open_end)
    return {"data": data, "layout": layout}


def _flat(label: str) -> str:
    return label.replace("\n", " ")


def _words(value: Value, scale: float, decimals: int) -> str:
    return number(None if value is None else value / scale, decimals)


def _line(
    values: Sequence[Value], texts: list[str], color: str, palette: Palette, *, open_end: bool
) -> list[dict[str, Any]]:
    """Two strokes where the last year is open: the one that leads to it is dotted."""
    whole = len(values) - (1 if open_end and len(values) > 1 else 0)
    fills = [color] * len(values)
    if open_end and values:
        fills[-1] = palette.surface
    marked = _stroke(list(range(len(values))), values, color, "solid")
    marked["line"]["width"] = 0
    marked |= {
        "mode": "markers",
        "marker": {"color": fills, "size": 8, "line": {"color": color, "width": 2}},
        "text": texts,
        "hoverinfo": None,
        "hovertemplate": "%{text}<extra></extra>",
    }
    strokes = [_stroke(list(range(whole)), values[:whole], color, "solid")]
    if whole < len(values):
        strokes.append(_stroke([whole - 1, whole], values[whole - 1 :], color, "dot"))
    return [*strokes, marked]


def _stroke(places: list[int], values: Sequence[Value], color: str, dash: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": places,
        "y": list(values),
        "line": {"color": color, "width": 2.2, "dash": dash},
        "hoverinfo": "skip",
    }


def _point_notes(
    values: Sequence[Value], scale: float, decimals: int, palette: Palette
) -> list[dict[str, Any]]:
    return [
        note(bold(_words(value, scale, decimals)), place, value, palette.ink, xanchor="center", yshift=17)
        for place, value in enumerate(values)
        if value is not None
    ]


def _end_notes(
    series: Mapping[str, Sequence[Value]], top: float, scale: float, decimals: int, palette: Palette
) -> list[dict[str, Any]]:
    ends = {name: values[-1] or 0 for name, values in series.items() if values}
    placed = apart(list(ends.values()), top * 0.085)
    last = max((len(values) for values in series.values()), default=1) - 1
    return [
        note(
            f"{bold(_words(value, scale, decimals))} {name}",
            last,
            height,
            palette.ink_2,
            xshift=12,
            font={"color": palette.ink_2, "size": LABEL_SIZE},
        )
        for (name, value), height in zip(ends.items(), placed, strict=True)
    ]
