"""Columns of parts, pale to dark, each part with its value in it and its name beside the last column."""

from collections.abc import Sequence
from dataclasses import dataclass

from cockpit.reports import svg, tones
from cockpit.reports.amounts import Scale, scale_of
from cockpit.reports.category_names import room_under, under
from cockpit.reports.lettering import BOLD, PLAIN, clean, width_of, wrapped
from cockpit.reports.placing import pushed_apart
from cockpit.sheets.model import HIDDEN, Chart, Series

TOP, UNIT, LABEL = 10, 40, 34
SHARE, WIDEST = 0.6, 90
WIDEST_NAME, LINES_OF_NAME = 200, 2
# A part that is thinner has its value beside it.
THICK_ENOUGH = 28


@dataclass(frozen=True)
class Part:
    """One part of one column, from its top to its foot; `shown` is its value in words."""

    series: Series
    top: float
    foot: float
    shown: str

    @property
    def middle(self) -> float:
        return (self.top + self.foot) / 2


def stacked_marks(chart: Chart, width: float, height: float) -> list[str]:
    scale = scale_of(chart)
    names = [
        wrapped(clean(series.name), svg.TEXT, WIDEST_NAME, BOLD, LINES_OF_NAME) for series in chart.series
    ]
    margin = max((width_of(line, svg.TEXT, BOLD) for lines in names for line in lines), default=0) + 24
    beside = _room_beside_last(chart, scale, (width - margin) / len(chart.categories))
    margin += beside
    pitch = (width - margin) / len(chart.categories)
    middles = [pitch * (place + 0.5) for place in range(len(chart.categories))]
    wide = min(pitch * SHARE, WIDEST)
    most = max((sum(_known(chart, place)) for place in range(len(chart.categories))), default=0) or 1
    foot = height - room_under(chart.categories, pitch)
    unit = (foot - (UNIT if scale.unit else TOP) - LABEL) / most
    drawn = [svg.words(0, 24, scale.unit, colour=tones.QUIET)] if scale.unit else []
    parts: list[Part] = []
    for place, middle in enumerate(middles):
        parts = _parts(chart, place, scale, unit, foot)
        top = parts[-1].top if parts else foot
        room = pitch - wide - 8 if place < len(middles) - 1 else width
        drawn += _column(parts, middle, wide, room)
        drawn += _above(chart, place, scale, (middle, top), pitch)
    drawn.append(svg.straight(0, foot, width - margin, foot, tones.AXIS))
    drawn += under(chart.categories, middles, pitch, foot)
    return drawn + _names(chart, names, parts, width - margin + beside + 14, foot)


def _room_beside_last(chart: Chart, scale: Scale, pitch: float) -> float:
    """Between the last column and the names, for the values of parts too thin to hold them."""
    lasts = [scale.at(series, len(series.values) - 1) for series in chart.series]
    return max(0.0, max(width_of(text, svg.TEXT) for text in lasts) + 8 - pitch * (1 - SHARE) / 3)


def _known(chart: Chart, place: int) -> list[float]:
    values = [(series.values[place], place in series.hidden) for series in chart.series]
    return [max(value, 0) for value, hidden in values if value is not None and not hidden]


def _parts(chart: Chart, place: int, scale: Scale, unit: float, foot: float) -> list[Part]:
    parts = []
    for series in chart.series:
        value = None if place in series.hidden else series.values[place]
        if value:
            parts.append(Part(series, foot - max(value, 0) * unit, foot, scale.shown(value)))
            foot = parts[-1].top
    return parts


def _column(parts: Sequence[Part], middle: float, wide: float, room: float) -> list[str]:
    """A value that fits neither in its part nor in the `room` beside it is left to the sum above."""
    drawn, beside = [], []
    for part in parts:
        colour = tones.fill(part.series.tone)
        height = part.foot - part.top
        drawn.append(svg.rectangle(middle - wide / 2, part.top, wide, height, colour, tones.EDGE))
        fits = height >= THICK_ENOUGH and width_of(part.shown, svg.TEXT) <= wide
        if fits and tones.contrast(colour, tones.upon(colour)) >= tones.READABLE:
            drawn.append(svg.words(middle, part.middle + svg.HALF, part.shown, "middle", tones.upon(colour)))
        elif width_of(part.shown, svg.TEXT) <= room:
            beside.append(part)
    at = pushed_apart([part.middle for part in beside], [svg.LEADING - 4] * len(beside), 0, 1e6)
    drawn += [
        svg.words(middle + wide / 2 + 4, place + svg.HALF, part.shown)
        for part, place in zip(beside, at, strict=True)
    ]
    return drawn


def _above(chart: Chart, place: int, scale: Scale, at: tuple[float, float], pitch: float) -> list[str]:
    """The whole; where a part is hidden the word, for a sum without it is another number."""
    if any(place in series.hidden for series in chart.series):
        return [svg.words(at[0], at[1] - 10, HIDDEN, "middle", tones.QUIET, PLAIN)]
    known = [series.values[place] for series in chart.series if series.values[place] is not None]
    whole = sum(value for value in known if value is not None) if known else None
    if width_of(scale.shown(whole), svg.TEXT, BOLD) > pitch - 6:
        return []
    return [svg.words(at[0], at[1] - 10, scale.shown(whole), "middle", tones.INK, BOLD)]


def _names(
    chart: Chart, names: Sequence[list[str]], last: Sequence[Part], left: float, foot: float
) -> list[str]:
    """Beside the part of the last column; one that has none there stands where it would be."""
    at = {part.series.key: part.middle for part in last}
    wanted, here = [], foot
    for series in chart.series:
        here = at.get(series.key, here - 1)
        wanted.append(here)
    placed = pushed_apart(wanted, [len(lines) * svg.LEADING + 8 for lines in names], 0, foot)
    drawn = []
    for series, lines, middle in zip(chart.series, names, placed, strict=True):
        top = middle - (len(lines) - 1) * svg.LEADING / 2 + svg.HALF
        colour = tones.word_colour(series.tone)
        drawn += [
            svg.words(left, top + line * svg.LEADING, text, colour=colour, weight=BOLD)
            for line, text in enumerate(lines)
        ]
    return drawn
