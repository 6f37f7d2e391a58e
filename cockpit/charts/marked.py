"""Marks on a chart over time: a thin line where something began, its name above the chart.

Bars that lie leave no room for names: there the line stands in the gap nearest, and the words beside the
chart name it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

from cockpit.charts.axes import LABEL_SIZE, Figure, cut, note
from cockpit.charts.palette import Palette

ROW = 19
LONGEST, LONGEST_NARROW = 44, 30
ACROSS_NARROW = 44  # letters that fit across a narrow chart


@dataclass(frozen=True)
class Mark:
    """`at` is on the axis of time, where the first period is 0; `words` are shown at the pointer."""

    at: float
    name: str
    words: str


def marked(figure: Figure, marks: Sequence[Mark], palette: Palette, *, narrow: bool = False) -> Figure:
    """The same chart, higher by a row for each name; its traces stay as they are."""
    if not marks:
        return figure
    layout = figure["layout"]
    if lies_down(figure):
        lines = [_line(floor(mark.at) + 0.5, "y", palette) for mark in marks]
        return {**figure, "layout": {**layout, "shapes": [*layout.get("shapes", []), *lines]}}
    room = ROW * len(marks)
    names = [_name(mark, row, palette, layout, narrow) for row, mark in enumerate(reversed(marks))]
    margin = layout["margin"]
    higher = {"height": layout["height"] + room, "margin": {**margin, "t": margin["t"] + room}}
    shapes = [*layout.get("shapes", []), *(_line(mark.at, "x", palette) for mark in marks)]
    notes = [*layout.get("annotations", []), *names]
    return {**figure, "layout": {**layout, **higher, "shapes": shapes, "annotations": notes}}


def lies_down(figure: Figure) -> bool:
    """Bars that lie have time downwards."""
    return any(trace.get("orientation") == "h" for trace in figure["data"])


def _line(at: float, time: str, palette: Palette) -> dict[str, Any]:
    across = "x" if time == "y" else "y"
    return {
        "type": "line",
        f"{time}0": at,
        f"{time}1": at,
        f"{across}ref": "paper",
        f"{across}0": 0,
        f"{across}1": 1,
        "line": {"color": palette.ink_2, "width": 1.25, "dash": "dash"},
    }


def _name(mark: Mark, row: int, palette: Palette, layout: dict[str, Any], narrow: bool) -> dict[str, Any]:
    """Above the chart: to the right of its line, or to the left where the line is far to the right."""
    low, high = layout["xaxis"]["range"]
    right = mark.at > (low + high) / 2
    room = (mark.at - low if right else high - mark.at) / (high - low)
    name = cut(mark.name, min(LONGEST_NARROW, int(room * ACROSS_NARROW)) if narrow else LONGEST)
    arrow = f"{name} ▾" if right else f"▾ {name}"
    where = {"xanchor": "right" if right else "left", "yanchor": "bottom", "yshift": 2 + ROW * row}
    return _note(arrow, mark, mark.at, 1, palette, yref="paper", xshift=6 if right else -6, **where)


def _note(text: str, mark: Mark, x: float, y: float, palette: Palette, **where: Any) -> dict[str, Any]:
    font = {"color": palette.ink_2, "size": LABEL_SIZE - 1}
    return {**note(text, x, y, palette.ink_2, **where), "font": font, "hovertext": mark.words}
