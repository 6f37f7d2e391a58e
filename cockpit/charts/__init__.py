"""Rows to plotly figures as plain dicts. Pure: no data is fetched and no figure computed here.

Plain dicts, for building one `plotly.graph_objects.Figure` costs a hundred times as much.
"""

from cockpit.charts.bars import bar_chart, stacked_chart
from cockpit.charts.columns import column_chart
from cockpit.charts.flow import flow_chart
from cockpit.charts.lines import line_chart
from cockpit.charts.palette import PALETTES, Palette
from cockpit.charts.sparkline import sparkline
from cockpit.charts.stays import stays_chart

__all__ = [
    "PALETTES",
    "Palette",
    "bar_chart",
    "column_chart",
    "flow_chart",
    "line_chart",
    "sparkline",
    "stacked_chart",
    "stays_chart",
]
