"""Who came and who went as bars around zero, and above them how many there are as a line."""

from cockpit.reports import svg, tones
from cockpit.reports.amounts import Scale, scale_of
from cockpit.reports.category_names import room_under, under
from cockpit.reports.lettering import BOLD, width_of
from cockpit.reports.line_marks import line_marks, point_labels, series_line
from cockpit.reports.placing import span_of
from cockpit.sheets.model import HIDDEN, Chart, Series

LABEL = 34
# How much of the height is the line's, on a scale of its own: more are there than come.
LINE_SHARE = 0.3
BAR_SHARE, WIDEST_BAR = 0.6, 90


def flow_marks(chart: Chart, width: float, height: float) -> list[str]:
    stock = [series for series in chart.series if series.tone == "stock"]
    bars = [series for series in chart.series if series.tone != "stock"]
    if not bars:
        return line_marks(chart, width, height)
    margin = max(width_of(series.name, svg.TEXT, BOLD) for series in chart.series) + 28
    pitch = (width - margin) / max(len(chart.categories), 1)
    middles = [pitch * (place + 0.5) for place in range(len(chart.categories))]
    scale, beside = scale_of(chart), width - margin + 20
    drawn = []
    for series in stock:
        drawn += _stock(series, scale, middles, height * LINE_SHARE, beside)
    foot = height - room_under(chart.categories, pitch)
    top, end = (height * LINE_SHARE if stock else 0) + LABEL + 10, foot - LABEL
    up = max((value for series in bars if _rises(series) for value in _known(series)), default=0)
    down = max((value for series in bars if not _rises(series) for value in _known(series)), default=0)
    unit = (end - top) / ((up + down) or 1)
    zero = top + up * unit
    for series in bars:
        drawn += _bars(series, scale, middles, zero, unit if _rises(series) else -unit, pitch)
        far = (up if _rises(series) else -down) * unit / 2
        name_at = zero - far + svg.HALF
        drawn.append(
            svg.words(beside, name_at, series.name, colour=tones.word_colour(series.tone), weight=BOLD)
        )
    drawn.append(svg.straight(0, zero, width - margin, zero, tones.AXIS))
    return drawn + under(chart.categories, middles, pitch, foot)


def _rises(series: Series) -> bool:
    return series.tone != "outflow"


def _known(series: Series) -> list[float]:
    return [
        abs(value)
        for place, value in enumerate(series.values)
        if value is not None and place not in series.hidden
    ]


def _stock(series: Series, scale: Scale, middles: list[float], height: float, beside: float) -> list[str]:
    span = span_of(_known(series), height - 10, LABEL, from_zero=False)
    hidden = [
        svg.words(middles[place], height, HIDDEN, "middle", tones.QUIET) for place in sorted(series.hidden)
    ]
    last = _known(series)[-1:]
    at = span.at(last[0]) + svg.HALF if last else height
    return [
        *series_line(series, middles, span),
        *point_labels([series], scale, middles, span, last_too=True),
        *hidden,
        svg.words(beside, at, series.name, colour=tones.word_colour(series.tone), weight=BOLD),
    ]


def _bars(
    series: Series, scale: Scale, middles: list[float], zero: float, unit: float, pitch: float
) -> list[str]:
    """`unit` is the height of one, below zero for bars that hang; a year that is not over has none."""
    wide = min(pitch * BAR_SHARE, WIDEST_BAR)
    colour, drawn = tones.fill(series.tone), []
    for place, middle in enumerate(middles):
        value = None if place in series.hidden else series.values[place]
        if value is None and place not in series.hidden:
            continue
        end = zero - abs(value or 0) * unit
        drawn.append(svg.rectangle(middle - wide / 2, min(zero, end), wide, abs(end - zero), colour))
        at = end - 10 if unit > 0 else end + 28
        words = HIDDEN if value is None else scale.shown(abs(value))
        tone = tones.QUIET if value is None else tones.word_colour(series.tone)
        drawn.append(svg.words(middle, at, words, "middle", tone, 400 if value is None else BOLD))
    return drawn
