"""What was never delivered, said once for a page: not by each of its cards."""

from collections.abc import Iterable
from copy import copy
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.markup import also
from cockpit.keyfigures import NotDeliveredError
from cockpit.wording import listed

FIGURE, LACKS = "data-figure", "data-lacks"
DELIVER = "Læg det, der mangler, i næste leverance; så kommer tallene af sig selv."


def lacking(problem: NotDeliveredError) -> Component:
    """Holds the place of a card or a tile, until the page is whole."""
    return html.Div(**also(data_figure=problem.title, data_lacks=problem.lacks))


def gathered(content: Iterable[Component]) -> list[Component]:
    """The page without the places held by `lacking`, and one notice that names what they need."""
    found: list[Component] = []
    whole: list[Component] = _without(list(content), found)
    if not found:
        return whole
    needs: dict[str, list[str]] = {}
    for place in found:
        figures = needs.setdefault(getattr(place, LACKS), [])
        figures += [title for title in [getattr(place, FIGURE)] if title not in figures]
    return [*whole, _notice(needs, alone=not _shows_figures(whole))]


def _without(part: Any, found: list[Component]) -> Any:
    if isinstance(part, list | tuple):
        held = [one for one in part if isinstance(one, Component) and hasattr(one, LACKS)]
        found += held
        return [_without(one, found) for one in part if one not in held]
    if isinstance(part, Component) and isinstance(getattr(part, "children", None), list | tuple | Component):
        before = len(found)
        inside = part.children if isinstance(part.children, list | tuple) else [part.children]
        children = _without(list(inside), found)
        if len(found) > before:
            part = copy(part)
            part.children = children
    return part


def _shows_figures(part: Any) -> bool:
    if isinstance(part, list | tuple):
        return any(_shows_figures(one) for one in part)
    if not isinstance(part, Component):
        return False
    names = str(getattr(part, "className", "") or "").split()
    return bool({"card", "tile"} & set(names)) or _shows_figures(getattr(part, "children", None))


def _notice(needs: dict[str, list[str]], *, alone: bool) -> Component:
    """One sentence where all need the same; else a line for each."""
    title = "Siden har ingen tal endnu" if alone else "Ikke vist endnu"
    if len(needs) == 1:
        [(lacks, figures)] = needs.items()
        who = "Tallene her" if alone else listed(figures)
        told: list[Component] = [html.P(f"{who} kræver {lacks}, som ikke er leveret.")]
    else:
        lines = [html.Li([html.B(f"{listed(figures)}: "), lacks]) for lacks, figures in needs.items()]
        told = [html.P("Tallene kræver udtræk, som ikke er leveret:"), html.Ul(lines)]
    return html.Section(
        [html.H2(title, id="lacking-title"), *told, html.P(DELIVER, className="card-sub")],
        className="card lacking",
        **also(aria_labelledby="lacking-title"),
    )
