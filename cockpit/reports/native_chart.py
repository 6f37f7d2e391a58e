"""A sheet's chart as PowerPoint's own: its numbers can be opened and changed, and none is hidden in it."""

from collections.abc import Callable, Mapping

from pptx.chart.chart import Chart as Native
from pptx.chart.data import CategoryChartData
from pptx.chart.series import _BaseCategorySeries
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Emu, Pt

from cockpit.reports import tones
from cockpit.reports.amounts import Scale, scale_of
from cockpit.reports.lettering import clean
from cockpit.reports.native_flow import flow, signed
from cockpit.reports.native_marks import colour, label, labels_of, paint, paint_line, shown_values
from cockpit.reports.summary import summary_of
from cockpit.sheets.model import Chart, Series
from cockpit.wording import number

KINDS: Mapping[str, XL_CHART_TYPE] = {
    "flow": XL_CHART_TYPE.COLUMN_STACKED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
    "stacked": XL_CHART_TYPE.COLUMN_STACKED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
}
GAP, STACKED_GAP = 45, 60  # between columns, percent of their width
MOST_LABELLED = 3  # lines
LABEL_ROOM = 0.3  # of what the axis spans


def add_chart(slide: Slide, chart: Chart, place: tuple[Emu, Emu, Emu, Emu], size: float) -> None:
    """`place` is left, top, width and height; `size` that of its words, in points."""
    scale = scale_of(chart)
    form = chart.form if chart.form != "flow" or len(chart.series) > 1 else "lines"
    data = CategoryChartData(number_format=scale.excel)
    data.categories = _categories(chart)
    for series in chart.series:
        data.add_series(clean(series.name), shown_values(signed(chart, series)))
    frame: GraphicFrame = slide.shapes.add_chart(KINDS[form], *place, data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(summary_of(chart)))
    frame.name = "Diagram"
    native = frame.chart
    _number_axes(native)
    _plain(native, size, chart)
    _FORMS[form](native, chart, scale)


def _number_axes(native: Native) -> None:
    """The library numbers them below zero, where the schema has numbers without a sign."""
    for axis in native._chartSpace.plotArea.iter("{*}axId", "{*}crossAx"):
        axis.set("val", axis.get("val").lstrip("-"))


def _categories(chart: Chart) -> list[str]:
    """What is recommended and what columns are in all stand by the name: native charts have neither."""
    scale = scale_of(chart)
    names = [clean(name) for name in chart.categories]
    if chart.form == "stacked":
        names = [f"{name}{_whole(chart, place, scale)}" for place, name in enumerate(names)]
    for place, band in enumerate(chart.band):
        if band:
            low, high = (number(limit * scale.factor, 0) for limit in band)
            names[place] = f"{names[place]} (vejledende {low}–{high})"
    return names


def _whole(chart: Chart, place: int, scale: Scale) -> str:
    """Nothing where a part is hidden, which the whole would tell."""
    parts = [series.values[place] for series in chart.series]
    known = [value for value in parts if value is not None]
    if not known or any(place in series.hidden for series in chart.series):
        return ""
    return f" (i\u00a0alt\u00a0{scale.shown(sum(known))})"


def _plain(native: Native, size: float, chart: Chart) -> None:
    native.font.size, native.font.color.rgb = Pt(size), colour(tones.QUIET)
    native.has_title = False
    native.has_legend = len(chart.series) > 1
    if native.has_legend:
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    values, names = native.value_axis, native.category_axis
    values.visible = values.has_major_gridlines = False
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = colour(tones.AXIS)


def _columns(native: Native, chart: Chart, scale: Scale) -> None:
    native.plots[0].gap_width, native.plots[0].overlap = GAP, 0
    _from_zero(native, chart)
    label(labels_of(native), scale, XL_LABEL_POSITION.OUTSIDE_END)
    for series, drawn in zip(chart.series, native.plots[0].series, strict=True):
        paint(drawn, tones.fill(series.tone))
        drawn.invert_if_negative = False
        _single_bars(drawn, chart, series)


def _bars(native: Native, chart: Chart, scale: Scale) -> None:
    """The first on top, as it is read."""
    _columns(native, chart, scale)
    native.category_axis.reverse_order = True


def _single_bars(drawn: _BaseCategorySeries, chart: Chart, series: Series) -> None:
    for place, value in enumerate(shown_values(series)):
        if value is None:
            continue
        if chart.own is not None and place != chart.own:
            paint(drawn.points[place], tones.fill("pale"))
        elif series.tone == "cost-up" and value < 0:
            paint(drawn.points[place], tones.fill("cost-down"))


def _stacked(native: Native, chart: Chart, scale: Scale) -> None:
    native.plots[0].gap_width, native.plots[0].overlap = STACKED_GAP, 100
    _from_zero(native, chart)
    for series, drawn in zip(chart.series, native.plots[0].series, strict=True):
        fill = tones.fill(series.tone)
        paint(drawn, fill)
        label(drawn.data_labels, scale, XL_LABEL_POSITION.CENTER, tones.upon(fill))


def _lines(native: Native, chart: Chart, scale: Scale) -> None:
    """Labels at the points, while they can stand apart; else the numbers in a table below."""
    if len(chart.series) > MOST_LABELLED:
        _table(native, scale)
    else:
        label(labels_of(native), scale, XL_LABEL_POSITION.ABOVE)
    for series, drawn in zip(chart.series, native.plots[0].series, strict=True):
        paint_line(drawn, tones.fill(series.tone))


def _table(native: Native, scale: Scale) -> None:
    """PowerPoint's own; a program that does not know it still shows names, lines and axis."""
    native.legend.position = XL_LEGEND_POSITION.RIGHT
    native.value_axis.visible = native.value_axis.has_major_gridlines = True
    native.value_axis.major_gridlines.format.line.color.rgb = colour(tones.LINE)
    native.value_axis.format.line.fill.background()
    native.value_axis.tick_labels.number_format = scale.excel
    native.value_axis.tick_labels.number_format_is_linked = False
    # The schema has it behind all axes.
    axes = native._chartSpace.plotArea.findall("{*}valAx")
    axes[-1].addnext(
        parse_xml(
            f'<c:dTable {nsdecls("c")}><c:showHorzBorder val="1"/><c:showVertBorder val="0"/>'
            '<c:showOutline val="0"/><c:showKeys val="0"/></c:dTable>'
        )
    )


def _from_zero(native: Native, chart: Chart) -> None:
    """Below it with room for the labels, which else stand upon the names."""
    values = [value for series in chart.series for value in shown_values(series) if value is not None]
    low, high = min(values, default=0), max(values, default=0)
    native.value_axis.minimum_scale = low - LABEL_ROOM * (max(high, 0) - low) if low < 0 else 0


_FORMS: Mapping[str, Callable[[Native, Chart, Scale], None]] = {
    "flow": flow,
    "lines": _lines,
    "stacked": _stacked,
    "columns": _columns,
    "bars": _bars,
}
