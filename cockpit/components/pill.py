"""A compact pill that opens a list of links: choosing is going to an address, so back and forward work."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from cockpit.components.markup import also, link


@dataclass(frozen=True)
class Choice:
    """One line of the list; `href` is the address where it is chosen (or, of several, given up)."""

    text: str
    href: str
    chosen: bool = False


Menu = Sequence[tuple[str, Sequence[Choice]]]


def pill(name: str, label: str, value: str, menu: Menu, *, is_set: bool, several: bool = False) -> Component:
    """`menu` is (heading or empty, choices) in order; with `several` the list stays open to choose more."""
    parts: list[Component] = []
    for heading, choices in menu:
        if heading:
            parts.append(html.P(heading, className="menu-title"))
        parts.append(choice_list(choices))
    return unfolding(name, label, value, parts, is_set=is_set, stays=several)


def choice_list(choices: Sequence[Choice], class_name: str = "") -> Component:
    return html.Ul([html.Li(_line(choice)) for choice in choices], className=f"menu-list {class_name}")


def unfolding(
    name: str, label: str, value: str, inside: Sequence[Component], *, is_set: bool, stays: bool
) -> Component:
    """A disclosure and no menu widget: links, Tab and Enter are all it needs (assets/view.js shuts it)."""
    summary = html.Summary([label, html.B(value)], className="pill set" if is_set else "pill")
    box = html.Div(list(inside), className="menu-box")
    return html.Details(
        [summary, box], id=name, className="pill-menu", **also(data_stays="" if stays else None)
    )


def _line(choice: Choice) -> Component:
    mark = html.Span(className="check on" if choice.chosen else "check", **also(aria_hidden="true"))
    return link(
        [mark, html.Span(choice.text)],
        choice.href,
        "option chosen" if choice.chosen else "option",
        aria_current="true" if choice.chosen else None,
    )


def segments(label: str, choices: Sequence[Choice]) -> Component:
    """A few choices side by side, of which one is in force."""
    links = [
        link(choice.text, choice.href, aria_current="true" if choice.chosen else None) for choice in choices
    ]
    return html.Div(links, className="choices", role="group", **also(aria_label=label))
