"""A compact pill that opens a menu of links: choosing is going to an address, so back and forward work."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cockpit.components.markup import also, link


@dataclass(frozen=True)
class Choice:
    """One line of the menu; `href` is the address where it is chosen (or, of several, given up)."""

    text: str
    href: str
    chosen: bool = False


Menu = Sequence[tuple[str, Sequence[Choice]]]


def pill(name: str, label: str, value: str, menu: Menu, *, is_set: bool, several: bool = False) -> Component:
    """`menu` is (heading or empty, choices) in order; with `several` the menu stays open to choose more."""
    lines: list[Any] = []
    for heading, choices in menu:
        if heading:
            lines.append(dmc.MenuLabel(heading, className="menu-title"))
        lines += [_line(choice) for choice in choices]
    menu_button: Component = dmc.Menu(
        [
            dmc.MenuTarget(pill_button(label, value, is_set=is_set)),
            dmc.MenuDropdown(lines, className="menu-box"),
        ],
        id=name,
        position="bottom-start",
        width=270,
        closeOnItemClick=not several,
        withinPortal=False,
        transitionProps={"duration": 0},
        zIndex=200,
    )
    return menu_button


def pill_button(label: str, value: str, *, is_set: bool) -> Component:
    return html.Button([label, html.B(value)], type="button", className="pill set" if is_set else "pill")


def _line(choice: Choice) -> Component:
    text = [choice.text, html.Span(", valgt", className="hidden-text")] if choice.chosen else choice.text
    item: Component = dmc.MenuItem(
        text,
        href=choice.href,
        refresh=False,
        className="option chosen" if choice.chosen else "option",
        leftSection=html.Span(className="check on" if choice.chosen else "check", **also(aria_hidden="true")),
    )
    return item


def segments(label: str, choices: Sequence[Choice]) -> Component:
    """A few choices side by side, of which one is in force."""
    links = [
        link(choice.text, choice.href, aria_current="true" if choice.chosen else None) for choice in choices
    ]
    return html.Div(links, className="choices", role="group", **also(aria_label=label))
