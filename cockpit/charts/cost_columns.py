"""A column for each year's cost; of a year that is not over also what has been granted for the rest of it."""

from collections.abc import Sequence
from typing import Any

from cockpit.charts.axes import Figure, axis, base_layout, nice_ticks, note, tick_texts
from cockpit.charts.markup import BREAK, bold
from cockpit.charts.palette import Palette
from cockpit.wording import kroner, number

MILLION = 1e6
HEIGHT = 280


def cost_columns(
    labels: Sequence[str], spent: Sequence[float], granted: Sequence[float], palette: Palette
) -> Figure:
    """kr. in, mio. kr. on the axis; `granted` is the whole year's cost, at least what has been `spent`."""
    ahead = [max(whole - so_far, 0) for so_far, whole in zip(spent, granted, strict=True)]
    tops = [max(pair) for pair in zip(spent, granted, strict=True)]
    ticks = [tick * MILLION for tick in nice_ticks(max([*tops, 1]) / MILLION, whole=False)]
    layout = base_layout(palette, HEIGHT, (46, 18, 12, 44))
    layout |= {
        "barmode": "stack",
        "bargap": 0.42,
        "xaxis": axis(palette, list(range(len(labels))), list(labels), grid=False, range=_room(len(labels))),
        "yaxis": axis(palette, ticks, tick_texts(ticks, MILLION), grid=True, range=[0, ticks[-1] * 1.1]),
        "annotations": _notes(spent, tops, ahead, palette),
    }
    spent_words = [f"{_flat(label)}: {kroner(amount)}" for label, amount in zip(labels, spent, strict=True)]
    ahead_words = [
        f"{label.partition(BREAK)[0]}, disponeret i alt: {kroner(amount)}"
        for label, amount in zip(labels, granted, strict=True)
    ]
    solid = {"color": palette.brand_2, "line": {"width": 0}}
    pale = {"color": palette.intervals[0], "line": {"width": 1, "color": palette.interval_edge}}
    data = [_columns(spent, spent_words, solid)]
    if any(ahead):
        data.append(_columns([amount or None for amount in ahead], ahead_words, pale))
    return {"data": data, "layout": layout}


def _room(count: int) -> list[float]:
    """As if there were three columns at least, so that one alone is no wall."""
    air = max(0, 3 - count) / 2
    return [-0.5 - air, count - 0.5 + air]


def _flat(label: str) -> str:
    return label.replace("\n", " ")


def _columns(amounts: Sequence[float | None], words: list[str], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": list(range(len(amounts))),
        "y": list(amounts),
        "marker": marker,
        "customdata": words,
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _notes(
    spent: Sequence[float], tops: Sequence[float], ahead: Sequence[float], palette: Palette
) -> list[dict[str, Any]]:
    """The whole above each column, and within an unfinished one what has been spent so far."""
    notes = [
        note(_millions(top), place, top, palette.ink, xanchor="center", yshift=12)
        for place, top in enumerate(tops)
    ]
    within = [
        note(_millions(so_far), place, so_far, palette.surface, xanchor="center", yshift=-12)
        for place, (so_far, rest) in enumerate(zip(spent, ahead, strict=True))
        if rest and so_far > max(tops) * 0.12
    ]
    return [*notes, *within]


def _millions(amount: float) -> str:
    millions = amount / MILLION
    return bold(number(millions, 0 if millions >= 100 else 1))
