"""What every chart shares: calm axes, Danish tick texts, direct labels."""

import math
from collections.abc import Callable, Sequence
from typing import Any

from cockpit.charts.palette import FONT, Palette
from cockpit.wording import number

Figure = dict[str, Any]
Value = float | None
Written = Callable[[float], str]

LABEL_SIZE = 13


def base_layout(palette: Palette, height: int, margin: tuple[int, int, int, int]) -> dict[str, Any]:
    """A layout without frame or legend; `margin` is left, top, right, bottom."""
    left, top, right, bottom = margin
    return {
        "height": height,
        "margin": {"l": left, "t": top, "r": right, "b": bottom, "pad": 0},
        "paper_bgcolor": palette.surface,
        "plot_bgcolor": palette.surface,
        "font": {"family": FONT, "size": LABEL_SIZE, "color": palette.ink_2},
        "separators": ",.",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": palette.ink,
            "bordercolor": palette.ink,
            "font": {"family": FONT, "size": 13.5, "color": palette.surface},
            "align": "left",
        },
        "bargap": 0.3,
        "barcornerradius": 2,
    }


def axis(
    palette: Palette, ticks: Sequence[float], texts: Sequence[str], *, grid: bool, **more: Any
) -> dict[str, Any]:
    """An axis with its ticks written out, so that no number is left to plotly's own form."""
    return {
        "tickmode": "array",
        "tickvals": list(ticks),
        "ticktext": list(texts),
        "tickfont": {"size": LABEL_SIZE, "color": palette.ink_2},
        "tickangle": 0,
        "showgrid": grid,
        "gridcolor": palette.line,
        "gridwidth": 1,
        "zeroline": False,
        "showline": False,
        # Ticks that are not seen keep the texts off the gridlines.
        "ticks": "outside",
        "ticklen": 6,
        "tickcolor": "rgba(0,0,0,0)",
        "fixedrange": True,
        **more,
    }


def note(text: str, x: float, y: float, color: str, **more: Any) -> dict[str, Any]:
    """A text placed by the data's own coordinates."""
    return {
        "text": text,
        "x": x,
        "y": y,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "font": {"color": color, "size": LABEL_SIZE},
        **more,
    }


def nice_ticks(highest: float, *, whole: bool, about: int = 4) -> list[float]:
    """Round steps from zero to the first one at or above `highest`; whole steps for counts."""
    if highest <= 0:
        return [0, 1]
    rough = highest / about
    size = 10.0 ** math.floor(math.log10(rough))
    factors = (1, 2, 4, 5, 10) if whole and size < 10 else (1, 2, 2.5, 4, 5, 10)
    step = next(size * factor for factor in factors if size * factor >= rough * 0.999)
    if whole:
        step = max(1, math.ceil(step))
    count = math.ceil(highest / step - 1e-9)
    return [round(step * place, 10) for place in range(count + 1)]


def tick_texts(ticks: Sequence[float], scale: float = 1) -> list[str]:
    """The ticks in Danish, divided by `scale`, all with as many decimals as the finest needs."""
    scaled = [tick / scale for tick in ticks]
    decimals = next((d for d in (0, 1, 2) if all(abs(round(t, d) - t) < 1e-9 for t in scaled)), 2)
    return [number(0 if abs(tick) < 1e-12 else tick, decimals) for tick in scaled]


def spread(labels: Sequence[str], room: int) -> list[int]:
    """The places whose labels fit side by side in `room` pixels, evenly apart, back from the last."""
    longest = max((len(label) for label in labels), default=1)
    most = max(2, room // (22 + 7 * longest))
    step = max(1, math.ceil(len(labels) / most))
    return sorted(range(len(labels) - 1, -1, -step))


def apart(heights: Sequence[float], gap: float) -> list[float]:
    """Heights for labels that would else overlap: pushed upwards, their order kept."""
    placed = dict.fromkeys(range(len(heights)), 0.0)
    floor = -math.inf
    for place in sorted(placed, key=lambda index: heights[index]):
        floor = max(heights[place], floor + gap)
        placed[place] = floor
    return [placed[place] for place in range(len(heights))]


def cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
