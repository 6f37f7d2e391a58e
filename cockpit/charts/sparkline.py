"""A two-year line as a small SVG picture: the last point marked, the guideline dotted."""

from collections.abc import Sequence
from urllib.parse import quote

from cockpit.charts.palette import Palette

WIDTH, HEIGHT, EDGE = 236, 44, 5


def sparkline(values: Sequence[float], palette: Palette, target: float | None = None) -> str:
    """The picture as a data address; empty when there are fewer than two values."""
    if len(values) < 2:
        return ""
    shown = [*values, target] if target is not None else list(values)
    low, high = min(shown), max(shown)
    step = (WIDTH - 2 * EDGE) / (len(values) - 1)
    points = [(EDGE + place * step, _height(value, low, high)) for place, value in enumerate(values)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    parts = [
        f'<polyline points="{path}" fill="none" stroke="{palette.brand_2}" stroke-width="1.8" '
        'stroke-linejoin="round" stroke-linecap="round"/>',
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4" fill="{palette.brand_2}"/>',
    ]
    if target is not None:
        parts.insert(0, _dotted(_height(target, low, high), palette))
    drawing = "".join(parts)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{drawing}</svg>'
    return "data:image/svg+xml," + quote(svg, safe="")


def _height(value: float, low: float, high: float) -> float:
    if high == low:
        return HEIGHT / 2
    return HEIGHT - EDGE - (value - low) / (high - low) * (HEIGHT - 2 * EDGE)


def _dotted(y: float, palette: Palette) -> str:
    return (
        f'<line x1="{EDGE}" x2="{WIDTH - EDGE}" y1="{y:.1f}" y2="{y:.1f}" stroke="{palette.ink_3}" '
        'stroke-dasharray="2 3"/>'
    )
