"""A tile: one figure at a glance. The whole tile is a link to the figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from cockpit.charts import Palette, sparkline
from cockpit.components.markup import also, dates_whole, link
from cockpit.findings.judging import Status


@dataclass(frozen=True)
class TileFacts:
    """What a tile says; `line` is drawn as it is, oldest first, with `target` dotted."""

    name: str
    value: str
    unit: str
    change: str
    href: str
    line: Sequence[float] = ()
    target: float | None = None
    status: Status | None = None


def tile(facts: TileFacts, palette: Palette, later: Component | None = None) -> Component:
    """`later` stands below the change, for words that come after the rest."""
    picture = sparkline(facts.line, palette, facts.target)
    parts: list[Component] = [
        html.Span(facts.name, className="tile-name"),
        html.Span([facts.value, html.Span(f" {facts.unit}", className="tile-unit")], className="tile-value"),
        html.Span(dates_whole(facts.change), className="tile-change"),
    ]
    if later is not None:
        parts.append(later)
    if picture:
        parts.append(html.Img(src=picture, alt="", className="tile-line"))
    parts.append(html.Span(status(facts.status) if facts.status else None, className="tile-status"))
    return link(parts, facts.href, "tile")


def missing_tile(name: str, why: str) -> Component:
    """In place of a figure that cannot be shown, the sentence that says why."""
    return html.Div(
        [html.Span(name, className="tile-name"), html.P(why, className="tile-note")], className="tile"
    )


def status(judgement: Status) -> Component:
    """A word and a shape beside the colour: circle, triangle, square."""
    return html.Span([mark(judgement.level), judgement.words], className=f"status {judgement.level}")


def mark(level: str) -> Component:
    return html.Span(className=f"mark {level}", **also(aria_hidden="true"))
