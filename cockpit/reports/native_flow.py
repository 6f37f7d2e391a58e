"""Who came and who went as columns around zero and the stock as a line, all three in one PowerPoint chart.

The library makes no chart of two kinds. ECMA-376 (part 1, 21.2.2.145, plotArea) lets a plot area hold
several: all three are made as columns, with one workbook, and the stock is moved to a line with its own axes.
"""

from dataclasses import replace

from pptx.chart.chart import Chart as Native
from pptx.chart.series import LineSeries
from pptx.enum.chart import XL_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from cockpit.reports import tones
from cockpit.reports.amounts import Scale
from cockpit.reports.native_marks import label, paint, paint_line, shown_values
from cockpit.sheets.model import Chart, Series

GAP = 60
NAMES_AXIS, VALUES_AXIS = 50010, 50020
# Shares of the height: the columns fill what is below the line.
COLUMNS_END, LINE_FROM, LINE_TO, FOOT = 0.62, 0.72, 0.92, 0.08


def signed(chart: Chart, series: Series) -> Series:
    """Those who went are below zero, so that their columns hang; the number format shows no minus."""
    if chart.form != "flow" or series.tone != "outflow":
        return series
    return replace(series, values=tuple(None if value is None else -abs(value) for value in series.values))


def flow(native: Native, chart: Chart, scale: Scale) -> None:
    without_minus = replace(scale, excel=f"{scale.excel};{scale.excel}")
    columns = native.plots[0]
    columns.gap_width, columns.overlap = GAP, 100
    # First, for with two value axes the library takes the other one.
    _scale_columns(native, chart)
    drawn = list(columns.series)
    for series, column in zip(chart.series, drawn, strict=True):
        if series.tone == "stock":
            line = _as_line(native, column._element, _line_scale(series))
            paint_line(line, tones.fill(series.tone))
            label(line.data_labels, scale, XL_LABEL_POSITION.ABOVE, tones.word_colour(series.tone))
            continue
        fill = tones.fill(series.tone)
        paint(column, fill)
        column.invert_if_negative = False
        dark = tones.contrast(fill, tones.WHITE) >= tones.READABLE
        label(
            column.data_labels,
            without_minus,
            XL_LABEL_POSITION.INSIDE_END,
            tones.WHITE if dark else tones.INK,
        )


def _as_line(native: Native, series: object, scale: str) -> LineSeries:
    """The column's element moved into a line chart behind it, with axes that are not seen."""
    area = native._chartSpace.plotArea
    line = parse_xml(
        f'<c:lineChart {nsdecls("c")}><c:grouping val="standard"/><c:varyColors val="0"/><c:marker val="1"/>'
        f'<c:axId val="{NAMES_AXIS}"/><c:axId val="{VALUES_AXIS}"/></c:lineChart>'
    )
    area.findall("{*}barChart")[-1].addnext(line)
    for only_of_columns in series.findall("{*}invertIfNegative"):  # type: ignore[attr-defined]
        series.remove(only_of_columns)  # type: ignore[attr-defined]
    line.insert(2, series)
    last = area.findall("{*}valAx")[-1]
    # Some programs leave a deleted value axis out of account: it is there, but nothing of it is drawn.
    last.addnext(parse_xml(_axis("catAx", NAMES_AXIS, VALUES_AXIS, "b", "autoZero")))
    last.addnext(parse_xml(_axis("valAx", VALUES_AXIS, NAMES_AXIS, "r", "max", scale)))
    return LineSeries(series)


def _axis(kind: str, own: int, other: int, side: str, crosses: str, scale: str = "") -> str:
    return (
        f'<c:{kind} {nsdecls("c", "a")}><c:axId val="{own}"/>'
        f'<c:scaling><c:orientation val="minMax"/>{scale}</c:scaling><c:delete val="{int(not scale)}"/>'
        f'<c:axPos val="{side}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="none"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:crossAx val="{other}"/><c:crosses val="{crosses}"/></c:{kind}>'
    )


def _scale_columns(native: Native, chart: Chart) -> None:
    """They end below the line: both are read, though many more are there than come."""
    up, down = _largest(chart, "inflow"), _largest(chart, "outflow")
    whole = (up + down or 1) / (COLUMNS_END - FOOT)
    native.value_axis.minimum_scale = -down - whole * FOOT
    native.value_axis.maximum_scale = native.value_axis.minimum_scale + whole


def _largest(chart: Chart, tone: str) -> float:
    every = [shown_values(series) for series in chart.series if series.tone == tone]
    return max((abs(value) for values in every for value in values if value is not None), default=0)


def _line_scale(series: Series) -> str:
    """The least and the most of its axis, such that the line keeps above the columns."""
    values = [value for value in shown_values(series) if value is not None] or [0.0]
    least, most = min(values), max(values)
    height = max(most - least, most / 10, 1) / (LINE_TO - LINE_FROM)
    low = least - height * LINE_FROM
    return f'<c:max val="{low + height}"/><c:min val="{low}"/>'
