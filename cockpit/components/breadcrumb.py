"""The way back up from a section, owner or provider that a row led down to."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.components.address import GROUP_MARK
from cockpit.components.labels import value_name
from cockpit.components.markup import also, link
from cockpit.components.scope import RESIDENTIAL, group_name
from cockpit.components.view import View

EVERYTHING = "Alle indsatser"


def breadcrumb(view: View, top: str | None = None) -> list[Component]:
    """`Alle botilbud › § 107`; nothing where no level has been gone down.

    `top` names what a page shows when nothing is chosen, where that is not residential care; there a group is
    a level too.
    """
    sections = [view.options.section(key) for key in view.filters.sections]
    names = [section.label for section in sections if section]
    names += [value_name("owner", owner, view.options) for owner in view.filters.owners]
    if top:
        names = [*(value_name("group", group, view.options) for group in view.filters.groups), *names]
    others = [group for group in view.filters.groups if group != RESIDENTIAL]
    if not names and others:
        everyone = link(group_name(RESIDENTIAL), view.href(paragraf=None))
        return _way(everyone, [group_name(one) for one in others])
    if not names:
        return []
    if top:
        return _way(link(top, view.href(paragraf=None, ejer=None)), names)
    groups = {section.group for section in sections if section} or {RESIDENTIAL}
    group = groups.pop() if len(groups) == 1 else RESIDENTIAL
    up = None if group == RESIDENTIAL else f"{GROUP_MARK}{group}"
    return _way(link(group_name(group), view.href(paragraf=up, ejer=None)), names)


def way_down(up: str, href: str, *names: str) -> Component:
    """`Sagstal › Voksen B`, for a level of a page's own."""
    return trail([(up, href)], " › ".join(names), "Niveau")


def trail(steps: Sequence[tuple[str, str]], here: str, label: str) -> Component:
    """The levels above, each with its address, and the one shown; `label` tells several trails apart."""
    parts: list[Component | str] = []
    for name, href in steps:
        parts += [link(name, href), " › "]
    return html.Nav([*parts, here], className="breadcrumb", **also(aria_label=label))


def _way(up: Component, names: list[str]) -> list[Component]:
    parts: list[Component | str] = [up, f" › {', '.join(names)}"]
    return [html.Nav(parts, className="breadcrumb", **also(aria_label="Niveau"))]
