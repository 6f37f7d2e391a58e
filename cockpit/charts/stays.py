"""How long stays last: the middle half as a bar, the median as a mark, one row per group."""

from collections.abc import Sequence
from typing import Any

from cockpit.charts.axes import Figure, axis, base_layout, nice_ticks, note, tick_texts
from cockpit.charts.markup import bold
from cockpit.charts.palette import Palette
from cockpit.wording import number

DAYS_IN_MONTH = 365.25 / 12
ROW_HEIGHT = 46


def _left(labels: Sequence[str], narrow: bool) -> int:
    longest = max((len(label) for label in labels), default=0)
    return min(16 + 8 * longest, 120 if narrow else 260)


def months(days: float | None) -> float | None:
    return None if days is None else days / DAYS_IN_MONTH


def stays_chart(
    labels: Sequence[str], rows: Sequence[dict[str, Any]], palette: Palette, *, narrow: bool = False
) -> Figure:
    """Rows with p25_days, median_days and p75_days (null when not reached), drawn top down in months."""
    known = [row[key] for row in rows for key in ("p25_days", "median_days", "p75_days") if row[key]]
    ticks = nice_ticks(max(known, default=365) / DAYS_IN_MONTH / 12, whole=True)
    end = ticks[-1] * 12
    places = list(range(len(rows)))
    layout = base_layout(palette, 70 + ROW_HEIGHT * len(rows), (_left(labels, narrow), 10, 26, 52))
    layout |= {
        "xaxis": axis(
            palette,
            [tick * 12 for tick in ticks],
            tick_texts([tick * 12 for tick in ticks]),
            grid=True,
            range=[0, end * 1.04],
            title={"text": "Måneder siden start", "font": {"size": 13}, "standoff": 10},
        ),
        "yaxis": axis(palette, places, list(labels), grid=False, range=[len(rows) - 0.5, -0.5]),
        "annotations": [_median_note(place, row, palette) for place, row in enumerate(rows)],
    }
    return {"data": [_halves(rows, end, palette), _medians(labels, rows, palette)], "layout": layout}


def _halves(rows: Sequence[dict[str, Any]], end: float, palette: Palette) -> dict[str, Any]:
    """The bar runs to the chart's edge where three quarters have not ended yet."""
    starts = [months(row["p25_days"]) for row in rows]
    ends = [months(row["p75_days"]) or (end * 1.04 if row["p25_days"] is not None else None) for row in rows]
    widths = [b - a if a is not None and b is not None else 0 for a, b in zip(starts, ends, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(rows))),
        "base": [start or 0 for start in starts],
        "x": widths,
        "width": 0.34,
        "marker": {"color": palette.intervals[1], "pattern": _open_ended(rows, palette)},
        "hoverinfo": "skip",
    }


def _open_ended(rows: Sequence[dict[str, Any]], palette: Palette) -> dict[str, Any]:
    """Hatched where the bar's end has not been reached yet."""
    shapes = ["" if row["p75_days"] is not None else "/" for row in rows]
    return {"shape": shapes, "fgcolor": palette.surface, "fillmode": "overlay", "size": 6, "solidity": 0.35}


def _medians(labels: Sequence[str], rows: Sequence[dict[str, Any]], palette: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [months(row["median_days"]) for row in rows],
        "y": list(range(len(rows))),
        "marker": {"color": palette.brand, "size": 13, "line": {"color": palette.surface, "width": 1.5}},
        "text": [
            f"{label}\nHalvdelen er sluttet efter {_text(row['median_days'])}\n"
            f"En fjerdedel efter {_text(row['p25_days'])}, tre fjerdedele efter {_text(row['p75_days'])}\n"
            f"{number(row['spells'])} forløb, {number(row['ended'])} sluttet"
            for label, row in zip(labels, rows, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _text(days: float | None) -> str:
    value = months(days)
    return "(ikke nået endnu)" if value is None else f"{number(value)} mdr."


def _median_note(place: int, row: dict[str, Any], palette: Palette) -> dict[str, Any]:
    value = months(row["median_days"])
    if value is None:
        start = months(row["p25_days"]) or 0
        return note("Over halvdelen er her endnu", start, place - 0.36, palette.ink_2)
    return note(bold(f"{number(value)} mdr."), value, place - 0.36, palette.ink, xanchor="center")
