"""Marks and words of a drawing as SVG, without classes or styles: alike on a page and in a document."""

from collections.abc import Sequence
from html import escape

from cockpit.reports.lettering import PLAIN, clean, shortened, width_of
from cockpit.reports.tones import INK

TEXT = 25  # the size of every word, in the drawing's pixels
LEADING = 29
SWATCH = 20
# From the middle of a line of words to what it stands on.
HALF = 9
FAMILY = "IBM Plex Sans Variable, IBM Plex Sans, Arial, sans-serif"
# Typst knows the bold file by this name; a browser has it as a weight of the first.
BOLD_FAMILY = "IBM Plex Sans Variable, IBM Plex Sans SmBld, IBM Plex Sans, Arial, sans-serif"


def words(
    x: float, y: float, text: str, anchor: str = "start", colour: str = INK, weight: int = PLAIN
) -> str:
    """`y` is where the words stand; `anchor` is start, middle or end."""
    bold = f' font-weight="{weight}" font-family="{BOLD_FAMILY}"' if weight != PLAIN else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{bold}>{escape(text)}</text>'


def rectangle(x: float, y: float, width: float, height: float, colour: str, edge: str = "") -> str:
    outline = f' stroke="{edge}" stroke-width="1"' if edge else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{max(height, 0):.1f}" rx="2"'
        f' fill="{colour}"{outline}/>'
    )


def straight(x: float, y: float, to_x: float, to_y: float, colour: str, width: float = 1) -> str:
    return (
        f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{colour}"'
        f' stroke-width="{width}"/>'
    )


def line_through(points: Sequence[tuple[float, float]], colour: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}"/>' for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="4"/>{dots}'


def legend(names: Sequence[tuple[str, str]], x: float, width: float) -> str:
    """Along the top from `x`: each name (and colour) with its swatch, shortened where all have no room."""
    room = (width - x) / len(names) - SWATCH - 40
    wide = sum(width_of(name, TEXT) + SWATCH + 40 for name, _ in names)
    drawn = []
    for name, colour in names:
        text = name if wide <= width - x else shortened(name, TEXT, room)
        drawn += [rectangle(x, 6, SWATCH, SWATCH, colour, INK), words(x + SWATCH + 10, 24, text)]
        x += width_of(text, TEXT) + SWATCH + 40
    return "".join(drawn)


def picture(marks: Sequence[str], width: float, height: float, said: str) -> str:
    """The whole drawing; `said` is what it shows, in words."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}"'
        f' viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{escape(clean(said))}"'
        f' font-family="{FAMILY}" font-size="{TEXT}">{"".join(marks)}</svg>'
    )
