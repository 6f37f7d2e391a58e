"""Bars with a name each, from zero to the right, or to the left below zero; `band` is what is recommended."""

from collections.abc import Sequence
from dataclasses import dataclass

from cockpit.reports import svg, tones
from cockpit.reports.amounts import Scale, scale_of
from cockpit.reports.lettering import BOLD, PLAIN, clean, shortened, width_of, wrapped
from cockpit.reports.placing import Span, span_of
from cockpit.sheets.model import Chart, Series

# Of the width: the first that holds every name whole, else the last.
NAME_WIDTHS, MOST_LINES = (0.42, 0.48, 0.54), 3
HEAD, THICKEST, TALLEST_ROW = 40, 48, 130
GAP = 10


@dataclass(frozen=True)
class Row:
    """Where one name's bars stand."""

    place: int
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def bar_marks(chart: Chart, width: float, height: float) -> list[str]:
    scale = scale_of(chart)
    head = HEAD if len(chart.series) > 1 or scale.unit or any(chart.band) else 0
    room = min((height - head) / max(len(chart.categories), 1), TALLEST_ROW)
    rows = [Row(place, head + place * room, room) for place in range(len(chart.categories))]
    names = _names(chart, width, min(max(1, int((room - 6) // svg.LEADING)), MOST_LINES))
    left = max((width_of(line, svg.TEXT, BOLD) for lines in names for line in lines), default=0) + 18
    span = _span(chart, scale, left, width)
    drawn = _head(chart, scale, left, width)
    for row, lines in zip(rows, names, strict=True):
        drawn += _name(lines, row, left - 14, chart.own == row.place)
        drawn += _band(chart, row, span)
        drawn += _bars(chart, scale, row, span)
    drawn.append(svg.straight(span.at(0), head, span.at(0), head + room * len(rows), tones.AXIS))
    return drawn


def _names(chart: Chart, width: float, most: int) -> list[list[str]]:
    share = next((share for share in NAME_WIDTHS if _lines(chart, width * share) <= most), NAME_WIDTHS[-1])
    names = [wrapped(clean(name), svg.TEXT, width * share, BOLD, most) for name in chart.categories]
    return [[shortened(line, svg.TEXT, width * share, BOLD) for line in lines] for lines in names]


def _lines(chart: Chart, width: float) -> int:
    """How many the longest name takes; a word that is wider than the line takes more than there are."""
    names = [clean(name) for name in chart.categories]
    if any(width_of(word, svg.TEXT, BOLD) > width for name in names for word in name.split(" ")):
        return MOST_LINES + 1
    return max((len(wrapped(name, svg.TEXT, width, BOLD)) for name in names), default=1)


def height_of_bars(chart: Chart, width: float) -> float:
    """What it takes for every name to stand whole."""
    lines = min(_lines(chart, width * NAME_WIDTHS[-1]), MOST_LINES)
    return HEAD + len(chart.categories) * (lines * svg.LEADING + GAP)


def _span(chart: Chart, scale: Scale, left: float, width: float) -> Span:
    """With room for the widest value outside the bars, on the left too where some go there."""
    values = [value for series in chart.series for value in series.values if value is not None]
    values += [limit for band in chart.band if band for limit in band]
    shown = [scale.at(series, place) for series in chart.series for place in range(len(series.values))]
    widest = max((width_of(text, svg.TEXT, BOLD) for text in shown), default=0) + GAP + 4
    below = widest if any(value < 0 for value in values) else 0
    some_missing = any(value is None for series in chart.series for value in series.values)
    above = widest if some_missing or max(values, default=0) >= 0 else GAP
    return span_of(values, left + below, width - above)


def _head(chart: Chart, scale: Scale, left: float, width: float) -> list[str]:
    named = (
        [(series.name, tones.fill(series.tone)) for series in chart.series] if len(chart.series) > 1 else []
    )
    if any(chart.band):
        named.append(("Vejledende", tones.LIGHT.tint))
    unit = width_of(scale.unit, svg.TEXT) + 30 if scale.unit else 0
    drawn = [svg.legend(named, unit, width)] if named else []
    if scale.unit:
        drawn.append(svg.words(0 if named else left, 24, scale.unit, colour=tones.QUIET))
    return drawn


def _name(lines: Sequence[str], row: Row, right: float, own: bool) -> list[str]:
    top = row.middle - (len(lines) - 1) * svg.LEADING / 2 + svg.HALF
    weight = BOLD if own else PLAIN
    return [
        svg.words(right, top + place * svg.LEADING, line, "end", tones.INK, weight)
        for place, line in enumerate(lines)
    ]


def _band(chart: Chart, row: Row, span: Span) -> list[str]:
    band = chart.band[row.place] if row.place < len(chart.band) else None
    if not band:
        return []
    low, high = sorted(span.at(limit) for limit in band)
    return [svg.rectangle(low, row.top + 3, high - low, row.height - 6, tones.LIGHT.tint, tones.EDGE)]


def _bars(chart: Chart, scale: Scale, row: Row, span: Span) -> list[str]:
    each = min((row.height - 6) / max(len(chart.series), 1), THICKEST)
    first = row.middle - each * len(chart.series) / 2
    drawn = []
    for at, series in enumerate(chart.series):
        top = first + at * each
        value = None if row.place in series.hidden else series.values[row.place]
        zero, end = span.at(0), span.at(value or 0)
        if value is not None:
            colour = tones.fill(_tone(chart, series, row.place, value))
            drawn.append(svg.rectangle(min(zero, end), top + 1, abs(end - zero), each - 2, colour))
        leftward = value is not None and value < 0
        drawn.append(
            svg.words(
                end - GAP if leftward else end + GAP,
                top + each / 2 + svg.HALF,
                scale.at(series, row.place),
                "end" if leftward else "start",
                tones.QUIET if value is None else tones.INK,
                PLAIN if value is None else BOLD,
            )
        )
    return drawn


def _tone(chart: Chart, series: Series, place: int, value: float) -> str:
    """Others are paler than our own; below what was expected to be spent is another colour than above."""
    if chart.own is not None and place != chart.own:
        return "pale"
    return "cost-down" if series.tone == "cost-up" and value < 0 else series.tone
