"""The names of a chart's colours, below it: as text they wrap and stay at reading size."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component


def legend(names: Sequence[str], colors: Sequence[str], edge: str) -> Component:
    """One swatch for each name, the colours spread over the scale as the chart spreads them."""
    steps = max(len(names) - 1, 1)
    shades = [colors[round(place * (len(colors) - 1) / steps)] for place in range(len(names))]
    return html.Ul(
        [html.Li([_swatch(shade, edge), name]) for name, shade in zip(names, shades, strict=True)],
        className="legend",
    )


def _swatch(color: str, edge: str) -> Component:
    return html.Span(className="swatch", style={"background": color, "borderColor": edge})
