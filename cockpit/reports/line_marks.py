"""Lines over time, each with its name and last value at its end; a hidden value breaks its line."""

from collections.abc import Iterator, Sequence

from cockpit.reports import svg, tones
from cockpit.reports.amounts import Scale, scale_of
from cockpit.reports.category_names import room_under, under
from cockpit.reports.lettering import BOLD, shortened, width_of, wrapped
from cockpit.reports.placing import Span, Taken, pushed_apart, span_of
from cockpit.sheets.model import HIDDEN, Chart, Series

# A long word may take more than the usual width; the lines may be more than the usual while all have room.
NAME_WIDTH, WIDEST_NAME = 230, 290
USUAL_LINES, MOST_LINES = 2, 4
TOP, UNIT, HIDDEN_WORD = 40, 34, 40
GAP, END_SHARE = 6, 0.8
# From a point to the foot of its label, and the label's own height over and under its foot.
ABOVE, BELOW, ASCENT, DESCENT = 14, 34, 20, 4
TOGETHER = "\u00a0"
Point = tuple[float, float]


def line_marks(chart: Chart, width: float, height: float) -> list[str]:
    scale = scale_of(chart)
    ends = _end_labels(chart.series, scale, height)
    margin = max((width_of(line, svg.TEXT, BOLD) for end in ends for line in end), default=0) + 26
    pitch = (width - margin) / max(len(chart.categories), 1)
    middles = [pitch * (place + 0.5) for place in range(len(chart.categories))]
    values = [value for series in chart.series for value in series.values if value is not None]
    axis = height - room_under(chart.categories, pitch)
    top = TOP + (UNIT if scale.unit else 0)
    span = span_of(values, axis - HIDDEN_WORD, top, from_zero=False)
    drawn = [svg.words(0, 24, scale.unit, colour=tones.QUIET)] if scale.unit else []
    drawn.append(svg.straight(0, axis, width - margin, axis, tones.AXIS))
    drawn += under(chart.categories, middles, pitch, axis)
    drawn += _hidden(chart, middles, axis)
    for series in chart.series:
        drawn += series_line(series, middles, span)
    drawn += point_labels(chart.series, scale, middles, span, chart_foot=axis)
    return drawn + _ends(chart.series, ends, middles, span, axis)


def series_line(series: Series, middles: Sequence[float], span: Span) -> list[str]:
    points = [
        None if value is None or place in series.hidden else (middles[place], span.at(value))
        for place, value in enumerate(series.values)
    ]
    return [svg.line_through(run, tones.fill(series.tone)) for run in _runs(points)]


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    run: list[Point] = []
    for point in [*points, None]:
        if point:
            run.append(point)
        elif run:
            yield run
            run = []


def point_labels(
    every: Sequence[Series],
    scale: Scale,
    middles: Sequence[float],
    span: Span,
    *,
    chart_foot: float = 0,
    last_too: bool = False,
) -> list[str]:
    """Above its point, else below it, and rather where its own line does not go through it.

    Where there is room for neither it is left to the line.
    """
    taken = Taken()
    for series in every:
        for place in series.hidden:
            taken.take(middles[place] - 36, chart_foot - 34, middles[place] + 36, chart_foot)
        for place, value in _shown(series):
            taken.take(middles[place] - 6, span.at(value) - 6, middles[place] + 6, span.at(value) + 6)
    drawn = []
    for series in every:
        for place, value in _shown(series):
            if place == len(middles) - 1 and not last_too:
                continue
            half = width_of(scale.shown(value), svg.TEXT, BOLD) / 2 + 2
            for foot in _feet(series, place, half, middles, span):
                if taken.take(middles[place] - half, foot - ASCENT, middles[place] + half, foot + DESCENT):
                    colour = tones.word_colour(series.tone)
                    drawn.append(svg.words(middles[place], foot, scale.shown(value), "middle", colour, BOLD))
                    break
    return drawn


def _feet(series: Series, place: int, half: float, middles: Sequence[float], span: Span) -> list[float]:
    """Where a label of the width 2 × `half` may stand, the side that the line leaves free first."""
    shown = {at: span.at(value) for at, value in _shown(series)}
    point, pitch = shown[place], middles[1] - middles[0] if len(middles) > 1 else 1
    rises = [(point - shown[near]) * half / pitch for near in (place - 1, place + 1) if near in shown]
    over, under_it = point - ABOVE, point + BELOW
    if max(rises, default=0) > ABOVE - DESCENT and min(rises, default=0) > ASCENT - BELOW:
        return [under_it, over]
    return [over, under_it]


def _shown(series: Series) -> list[tuple[int, float]]:
    return [
        (place, value)
        for place, value in enumerate(series.values)
        if value is not None and place not in series.hidden
    ]


def _hidden(chart: Chart, middles: Sequence[float], foot: float) -> list[str]:
    """The word at the axis: its height would tell what may not be told."""
    last = len(middles) - 1  # told at the end of the line
    places = sorted({place for series in chart.series for place in series.hidden} - {last})
    return [svg.words(middles[place], foot - 12, HIDDEN, "middle", tones.QUIET) for place in places]


def _end_labels(every: Sequence[Series], scale: Scale, height: float) -> list[list[str]]:
    """Whole, while they stand below each other; else each with the usual lines."""
    whole = [_end_label(series, scale, MOST_LINES) for series in every]
    if sum(len(lines) * svg.LEADING + GAP for lines in whole) <= height * END_SHARE:
        return whole
    return [_end_label(series, scale, USUAL_LINES) for series in every]


def _end_label(series: Series, scale: Scale, most: int) -> list[str]:
    """The name is shortened, never the value."""
    last = scale.at(series, len(series.values) - 1) if series.values else ""
    words = f"{series.name}:{TOGETHER}{last}"
    width = min(max(NAME_WIDTH, _longest(words)), WIDEST_NAME)
    if _longest(words) > width:
        words = f"{series.name}: {last}"
    whole = wrapped(words, svg.TEXT, width, BOLD)
    if len(whole) <= most:
        return [*whole[:-1], whole[-1].replace(f":{TOGETHER}", ": ")]
    *first, rest = wrapped(series.name, svg.TEXT, width, BOLD, most)
    room = width - width_of(f": {last}", svg.TEXT, BOLD)
    return [*first, f"{shortened(rest, svg.TEXT, room, BOLD)}: {last}"]


def _longest(words: str) -> float:
    return max(width_of(word, svg.TEXT, BOLD) for word in words.split(" "))


def _end_height(series: Series, span: Span, foot: float) -> float:
    """That of its last point; one that is hidden at the end stands at the foot, where no height is told."""
    shown = _shown(series)
    return span.at(shown[-1][1]) if shown and len(series.values) - 1 not in series.hidden else foot


def _ends(
    every: Sequence[Series], labels: Sequence[list[str]], middles: Sequence[float], span: Span, foot: float
) -> list[str]:
    wanted = [_end_height(series, span, foot) for series in every]
    at = pushed_apart(wanted, [len(lines) * svg.LEADING + GAP for lines in labels], 0, foot - 4)
    drawn = []
    for series, lines, place, was in zip(every, labels, at, wanted, strict=True):
        colour = tones.word_colour(series.tone)
        top = place - len(lines) * svg.LEADING / 2 + svg.LEADING / 2 + svg.HALF
        end = middles[-1] + 8
        if abs(place - was) > svg.LEADING / 2 and was < foot:
            drawn.append(svg.straight(end, was, end + 14, place, tones.fill(series.tone), 1.5))
        drawn += [
            svg.words(end + 18, top + at * svg.LEADING, line, colour=colour, weight=BOLD)
            for at, line in enumerate(lines)
        ]
    return drawn
