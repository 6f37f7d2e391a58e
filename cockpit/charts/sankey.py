"""Streams that meet in the middle and part again, as SVG; its colours are those of the style sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from cockpit.wording import number

WIDTH, NODE, MIDDLE = 1000, 7, 22
LEFT, CENTRE, RIGHT = 300, 489, 693
# The streams of the fuller side together; a label needs as much room however thin its stream.
FULL_HEIGHT, LABEL_ROOM, GAP, HEAD, FOOT = 230, 18, 12, 34, 34
THINNEST = 1.5


@dataclass(frozen=True)
class Stream:
    """`tone` is its colour in the style sheet: `none`, or a number from 0 for a group of services.

    `href` leads one level down; by the pointer alone, for the table beside the picture has the same links.
    """

    name: str
    count: int
    tone: str
    href: str | None = None


@dataclass(frozen=True)
class Node:
    """Where a stream stands at its outer end (`top`) and where it joins the middle (`joins`)."""

    stream: Stream
    top: float
    height: float
    joins: float


def sankey(middle: str, coming: Sequence[Stream], going: Sequence[Stream]) -> str:
    """Those who come from the left, those who go to the right; the summary of it stands outside the SVG."""
    most = max(_total(coming), _total(going), 1)
    scale = FULL_HEIGHT / most
    columns = [_height(side, scale) for side in (coming, going)]
    whole = max(*columns, FULL_HEIGHT)
    bar_top = HEAD + (whole - FULL_HEIGHT) / 2
    height = whole + HEAD + FOOT
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height:.0f}" class="sankey" aria-hidden="true" focusable="false">',
        *(
            part
            for side, column, leftward in ((coming, columns[0], True), (going, columns[1], False))
            for node in _nodes(side, scale, HEAD + (whole - column) / 2, bar_top)
            for part in _drawn(node, leftward=leftward)
        ),
        f'<rect class="middle" x="{CENTRE}" y="{bar_top:.1f}" width="{MIDDLE}" height="{FULL_HEIGHT}"/>',
        _words(CENTRE + MIDDLE / 2, bar_top - 12, "middle", f"<tspan>{escape(middle)}</tspan>"),
        _words(CENTRE + MIDDLE / 2, bar_top + FULL_HEIGHT + 22, "middle", _sums(coming, going)),
        "</svg>",
    ]
    return "".join(parts)


def _total(side: Sequence[Stream]) -> int:
    return sum(stream.count for stream in side)


def _sums(coming: Sequence[Stream], going: Sequence[Stream]) -> str:
    return f"<tspan>{number(_total(coming))} ind · {number(_total(going))} ud</tspan>"


def _room(stream: Stream, scale: float) -> float:
    return max(stream.count * scale, LABEL_ROOM)


def _height(side: Sequence[Stream], scale: float) -> float:
    return sum(_room(stream, scale) + GAP for stream in side) - GAP if side else 0


def _nodes(side: Sequence[Stream], scale: float, top: float, joins: float) -> list[Node]:
    nodes = []
    for stream in side:
        height, room = max(stream.count * scale, THINNEST), _room(stream, scale)
        nodes.append(Node(stream, top + (room - height) / 2, height, joins))
        top += room + GAP
        joins += stream.count * scale
    return nodes


def _drawn(node: Node, *, leftward: bool) -> list[str]:
    """The stream, its end, and its name with its number."""
    tone = f"tone-{node.stream.tone}"
    outer = LEFT if leftward else RIGHT
    starts, ends = (LEFT + NODE, CENTRE) if leftward else (RIGHT, CENTRE + MIDDLE)
    count, name = f"<tspan>{number(node.stream.count)}</tspan>", escape(node.stream.name)
    text = f"{name} {count}" if leftward else f"{count} {name}"
    at = outer - 9 if leftward else outer + NODE + 9
    drawn = [
        f'<path class="stream {tone}" d="{_band(starts, node.top, ends, node.joins, node.height)}"/>',
        f'<rect class="{tone}" x="{outer}" y="{node.top:.1f}" width="{NODE}" height="{node.height:.1f}"/>',
        _words(at, node.top + node.height / 2 + 5, "end" if leftward else "start", text),
    ]
    if node.stream.href is None:
        return drawn
    return [f'<g data-leads="{escape(node.stream.href)}">', *drawn, "</g>"]


def _band(start: float, top: float, end: float, joins: float, height: float) -> str:
    """A ribbon of even height from one place to another."""
    bend = (start + end) / 2
    there = f"M{start},{top:.1f} C{bend},{top:.1f} {bend},{joins:.1f} {end},{joins:.1f}"
    low, joins_low = top + height, joins + height
    back = f"L{end},{joins_low:.1f} C{bend},{joins_low:.1f} {bend},{low:.1f} {start},{low:.1f} Z"
    return f"{there} {back}"


def _words(x: float, y: float, anchor: str, text: str) -> str:
    return f'<text x="{x}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'
