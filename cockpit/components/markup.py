"""Attributes with a hyphen, and links inside the cockpit."""

import re
from typing import Any

from dash import html
from dash.development.base_component import Component


def also(**names: str | int | None) -> dict[str, Any]:
    """`also(aria_label="Luk")` is `{"aria-label": "Luk"}`; what is None is left out."""
    return {name.replace("_", "-"): value for name, value in names.items() if value is not None}


def dates_whole(text: str) -> list[Any]:
    """The text with its dates kept from breaking at their hyphens."""
    parts = re.split(r"(\d\d-\d\d-\d{4})", text)
    return [
        html.Span(part, className="whole-word") if place % 2 else part for place, part in enumerate(parts)
    ]


def link(children: Any, href: str, class_name: str = "", **attributes: str | None) -> Component:
    """A link that changes the page's figures without loading it anew (assets/view.js).

    Not dcc.Link: that one takes no aria attributes, and jumps to the top of the page.
    """
    return html.A(children, href=href, className=class_name, **also(data_goes="", **attributes))
