"""How bars, lines and their labels look in a PowerPoint chart."""

from typing import Any

from pptx.chart.chart import Chart as Native
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.util import Pt

from cockpit.reports import tones
from cockpit.reports.amounts import Scale
from cockpit.sheets.model import Series

LINE_WIDTH, MARK = Pt(2.25), 6


def shown_values(series: Series) -> list[float | None]:
    """Nothing where a value is hidden, whatever the model holds there."""
    return [None if place in series.hidden else value for place, value in enumerate(series.values)]


def paint(drawn: Any, fill: str) -> None:
    """A series, or one of its points."""
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = colour(fill)


def paint_line(drawn: Any, fill: str) -> None:
    drawn.smooth = False
    drawn.format.line.color.rgb, drawn.format.line.width = colour(fill), LINE_WIDTH
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, MARK
    paint(drawn.marker, fill)
    drawn.marker.format.line.color.rgb = colour(fill)


def labels_of(native: Native, plot: int = 0) -> Any:
    native.plots[plot].has_data_labels = True
    return native.plots[plot].data_labels


def label(labels: Any, scale: Scale, position: XL_LABEL_POSITION, words: str = tones.INK) -> None:
    labels.show_value, labels.number_format, labels.number_format_is_linked = True, scale.excel, False
    labels.position = position
    labels.font.bold, labels.font.color.rgb = True, colour(words)


def colour(text: str) -> RGBColor:
    """Of `#RRGGBB`."""
    return RGBColor.from_string(text[1:])
