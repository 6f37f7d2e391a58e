"""Caseload as marks and band: each mark a caseworker, the guideline a band, the team's mean a line."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cockpit.charts.axes import Figure, axis, base_layout, note, tick_texts
from cockpit.charts.markup import bold
from cockpit.charts.palette import Palette

MARK = 12  # pixels across
ROW = {False: 54, True: 66}  # pixels, on a screen and on a phone, where the team stands above its marks
HEAD = 0.55  # rows above a band, for its name
PLOT = {False: 470, True: 300}  # about how many pixels the axis is long
# Rows up and down, where marks that would hide one another are put; on a phone the team's name is above.
OFFSETS = {False: (0.0, -0.22, 0.22, -0.4, 0.4), True: (0.0, 0.21, 0.42)}


@dataclass(frozen=True)
class Mark:
    """One caseworker: citizens per full-time; `level` is within, over or none (no guideline)."""

    value: float
    level: str
    words: str


@dataclass(frozen=True)
class Row:
    """One team; `mean_words` stand at its right, `words` under the pointer on its mean.

    `href` is where its marks and its mean lead; empty where there is no level below.
    """

    name: str
    mean: float | None
    mean_words: str
    words: str
    marks: tuple[Mark, ...]
    href: str = ""


@dataclass(frozen=True)
class Band:
    """Teams under one guideline; without one, `limits` is None. `name` stands above the band."""

    name: str
    limits: tuple[float, float] | None
    rows: tuple[Row, ...]


def caseload_chart(bands: Sequence[Band], palette: Palette, *, narrow: bool = False) -> Figure:
    """The bands from the top down on one axis, so that a place means the same load in all of them."""
    heights = _heights(bands)
    bottom = max((height for group in heights for height in group), default=0.0) + 0.5
    ticks = _ticks(bands)
    left, right = (10, 14) if narrow else (_left(bands), 88)
    pixels = round(ROW[narrow] * bottom)
    layout = base_layout(palette, pixels + 62, (left, 6, right, 56))
    layout |= {
        "xaxis": axis(
            palette,
            ticks,
            tick_texts(ticks),
            grid=True,
            range=[ticks[0], ticks[-1]],
            title={"text": "Borgere pr. fuldtidsrådgiver", "font": {"size": 13}, "standoff": 8},
        ),
        "yaxis": axis(palette, [], [], grid=False, range=[bottom, 0]),
        "shapes": [
            _band(band, rows, palette) for band, rows in zip(bands, heights, strict=True) if band.limits
        ],
        "annotations": [
            text
            for band, rows in zip(bands, heights, strict=True)
            for text in _texts(band, rows, ticks, palette, narrow)
        ],
    }
    crowded = (ticks[-1] - ticks[0]) / PLOT[narrow] * MARK * 0.7
    return {"data": _traces(bands, heights, crowded, OFFSETS[narrow], palette), "layout": layout}


def hrefs(bands: Sequence[Band]) -> list[list[str]]:
    """Where each point of the two traces leads, in their order."""
    rows = [row for band in bands for row in band.rows]
    return [
        [row.href for row in rows for _ in row.marks],
        [row.href for row in rows if row.mean is not None],
    ]


def _heights(bands: Sequence[Band]) -> list[list[float]]:
    """The height of every row, in rows from the top."""
    found, top = [], 0.0
    for band in bands:
        top += HEAD
        found.append([top + place + 0.5 for place in range(len(band.rows))])
        top += len(band.rows)
    return found


def _ticks(bands: Sequence[Band]) -> list[float]:
    """Round steps that hold every mark, mean and limit with some air; never below zero."""
    rows = [row for band in bands for row in band.rows]
    values = [mark.value for row in rows for mark in row.marks]
    values += [row.mean for row in rows if row.mean is not None]
    values += [limit for band in bands for limit in band.limits or ()]
    low, high = min(values, default=0.0), max(values, default=10.0)
    step = next((step for step in (5, 10, 20, 50) if (high - low) / step <= 7), 100)
    first = max(0, math.floor((low - step * 0.2) / step)) * step
    last = math.ceil((high + step * 0.2) / step) * step
    return [float(tick) for tick in range(first, last + 1, step)]


def _left(bands: Sequence[Band]) -> int:
    longest = max((len(row.name) for band in bands for row in band.rows), default=0)
    return min(24 + 8 * longest, 220)


def _band(band: Band, rows: list[float], palette: Palette) -> dict[str, Any]:
    low, high = band.limits or (0, 0)
    return {
        "type": "rect",
        "layer": "below",
        "x0": low,
        "x1": high,
        "y0": rows[0] - 0.5,
        "y1": rows[-1] + 0.5,
        "fillcolor": palette.tint,
        "line": {"width": 0},
    }


def _texts(
    band: Band, rows: list[float], ticks: list[float], palette: Palette, narrow: bool
) -> list[dict[str, Any]]:
    """The band's name above it, each team's name and mean at its sides, on a phone above its marks."""
    middle = sum(band.limits) / 2 if band.limits else (ticks[0] + ticks[-1]) / 2
    top = {"xanchor": _anchor(middle, ticks), "yanchor": "bottom", "yshift": 1, "bgcolor": palette.surface}
    texts = [note(band.name, middle, rows[0] - 0.5, palette.ink_2, **top)]
    for row, height in zip(band.rows, rows, strict=True):
        at = height - 0.36 if narrow else height
        texts.append(_beside(row.name, 0, at, palette, narrow))
        texts.append(_beside(row.mean_words, 1, at, palette, narrow))
    return texts


def _beside(words: str, side: int, at: float, palette: Palette, narrow: bool) -> dict[str, Any]:
    """At the left (0) or right (1) edge: outside it, on a phone inside."""
    anchor = ("left", "right")[side if narrow else 1 - side]
    shift = 0 if narrow else (-12, 12)[side]
    return note(bold(words), side, at, palette.ink, xref="paper", xanchor=anchor, xshift=shift)


def _anchor(middle: float, ticks: list[float]) -> str:
    """A band at the chart's edge has its name turned inwards."""
    share = (middle - ticks[0]) / (ticks[-1] - ticks[0])
    return "left" if share < 0.2 else "right" if share > 0.8 else "center"


def _traces(
    bands: Sequence[Band],
    heights: list[list[float]],
    crowded: float,
    offsets: Sequence[float],
    palette: Palette,
) -> list[dict[str, Any]]:
    """All marks, then all means: one trace each, so that a point's number is its place in reading order."""
    placed: list[tuple[float, float, Mark]] = []
    means: list[tuple[float, float, str]] = []
    for band, rows in zip(bands, heights, strict=True):
        for row, height in zip(band.rows, rows, strict=True):
            beside = apart_sideways([mark.value for mark in row.marks], crowded, offsets)
            placed += [
                (mark.value, height + offset, mark) for mark, offset in zip(row.marks, beside, strict=True)
            ]
            if row.mean is not None:
                means.append((row.mean, height, row.words))
    return [_marks(placed, palette), _means(means, palette)]


def apart_sideways(values: Sequence[float], crowded: float, offsets: Sequence[float]) -> list[float]:
    """One of the offsets for each value, so that no two nearer than `crowded` hide one another."""
    taken: list[tuple[float, float]] = []
    for value in values:
        near = [other for at, other in taken if abs(value - at) < crowded]
        taken.append((value, next((offset for offset in offsets if offset not in near), 0.0)))
    return [offset for _, offset in taken]


def _marks(placed: list[tuple[float, float, Mark]], palette: Palette) -> dict[str, Any]:
    levels = [mark.level for _, _, mark in placed]
    colors = {"over": palette.breach, "none": palette.surface}
    edges = {"none": palette.brand_2}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [value for value, _, _ in placed],
        "y": [height for _, height, _ in placed],
        "marker": {
            "symbol": ["square" if level == "over" else "circle" for level in levels],
            "size": [MARK if level == "over" else MARK + 1 for level in levels],
            "color": [colors.get(level, palette.brand_2) for level in levels],
            "opacity": 1,
            "line": {"color": [edges.get(level, palette.surface) for level in levels], "width": 1.5},
        },
        "text": [mark.words for _, _, mark in placed],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _means(means: list[tuple[float, float, str]], palette: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [value for value, _, _ in means],
        "y": [height for _, height, _ in means],
        "marker": {"symbol": "line-ns", "size": 16, "line": {"color": palette.ink, "width": 2.4}},
        "text": [words for _, _, words in means],
        "hovertemplate": "%{text}<extra></extra>",
    }
