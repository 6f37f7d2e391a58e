"""A sheet's chart as a drawing: the same on the screen and in a document."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from cockpit.reports import svg, tones
from cockpit.reports.bar_marks import bar_marks
from cockpit.reports.column_marks import column_marks
from cockpit.reports.flow_marks import flow_marks
from cockpit.reports.lettering import BOLD, clean, wrapped
from cockpit.reports.line_marks import line_marks
from cockpit.reports.stacked_marks import stacked_marks
from cockpit.reports.summary import summary_of
from cockpit.sheets.model import Chart

WIDTH, HEIGHT = 790, 560
FORMS: Mapping[str, Callable[[Chart, float, float], list[str]]] = {
    "flow": flow_marks,
    "lines": line_marks,
    "stacked": stacked_marks,
    "columns": column_marks,
    "bars": bar_marks,
}


def drawing_of(chart: Chart, width: float = WIDTH, height: float = HEIGHT) -> str:
    """An SVG element of that many pixels, of a sheet 1920 wide; every word in it is 25 px."""
    if not chart.categories or not chart.series or (chart.is_empty and not chart.hides):
        return svg.picture(_nothing(width, height), width, height, "Der er ingen tal at vise.")
    named = tuple(replace(series, name=clean(series.name)) for series in chart.series)
    marks = FORMS[chart.form](replace(chart, series=named), width, height)
    return svg.picture(marks, width, height, summary_of(chart))


def _nothing(width: float, height: float) -> list[str]:
    lines = wrapped("Der er ingen tal at vise.", svg.TEXT, width, BOLD)
    return [
        svg.words(width / 2, height / 2 + place * svg.LEADING, line, "middle", tones.QUIET)
        for place, line in enumerate(lines)
    ]
