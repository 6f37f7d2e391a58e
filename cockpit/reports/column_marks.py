"""Columns side by side, from zero, each with its value at its end."""

from collections.abc import Sequence

from cockpit.reports import svg, tones
from cockpit.reports.amounts import Scale, scale_of
from cockpit.reports.category_names import room_under, under
from cockpit.reports.lettering import BOLD, PLAIN, width_of
from cockpit.reports.placing import Span, Taken, span_of
from cockpit.sheets.model import Chart, Series

TOP, LABEL = 40, 34
SHARE, WIDEST = 0.72, 110


def column_marks(chart: Chart, width: float, height: float) -> list[str]:
    scale = scale_of(chart)
    pitch = width / max(len(chart.categories), 1)
    middles = [pitch * (place + 0.5) for place in range(len(chart.categories))]
    values = [value for series in chart.series for value in series.values if value is not None]
    foot = height - room_under(chart.categories, pitch)
    # Two rows: a word wider than its column stands beyond its neighbour's.
    below = 2 * LABEL if any(value < 0 for value in values) else 0
    span = span_of(values, foot - below, TOP + LABEL)
    named = [(series.name, tones.fill(series.tone)) for series in chart.series]
    drawn = [svg.words(0, 24, scale.unit, colour=tones.QUIET)] if scale.unit else []
    if len(named) > 1:
        drawn.append(svg.legend(named, width_of(scale.unit, svg.TEXT) + 30 if scale.unit else 0, width))
    wide = min(pitch * SHARE / max(len(chart.series), 1), WIDEST)
    taken = Taken()
    for place, series in enumerate(chart.series):
        shift = (place - len(chart.series) / 2) * wide
        drawn += _columns(series, scale, [middle + shift for middle in middles], wide, span, taken)
    drawn.append(svg.straight(0, span.at(0), width, span.at(0), tones.AXIS))
    return drawn + under(chart.categories, middles, pitch, foot)


def _columns(
    series: Series, scale: Scale, lefts: Sequence[float], wide: float, span: Span, taken: Taken
) -> list[str]:
    drawn = []
    for place, left in enumerate(lefts):
        value = None if place in series.hidden else series.values[place]
        end, zero = span.at(value or 0), span.at(0)
        if value is not None:
            colour = tones.fill(series.tone)
            drawn.append(svg.rectangle(left + 1, min(end, zero), wide - 2, abs(end - zero), colour))
        at = end + 28 if value is not None and value < 0 else end - 10
        colour = tones.QUIET if value is None else tones.word_colour(series.tone)
        weight = PLAIN if value is None else BOLD
        shown = scale.at(series, place)
        half = width_of(shown, svg.TEXT, weight) / 2
        # A word wider than its column stands above its neighbour's.
        while not taken.take(left + wide / 2 - half, at - 20, left + wide / 2 + half, at + 2):
            at += svg.LEADING if value is not None and value < 0 else -svg.LEADING
        drawn.append(svg.words(left + wide / 2, at, shown, "middle", colour, weight))
    return drawn
