"""Pieces of a page that no callback listens to, sent as finished HTML.

Dash follows every component by itself: six hundred of them cost the browser a second at each change of a
filter. What only shows something is one component here, however much it holds.
"""

import re
from copy import copy
from html import escape
from typing import Any

from dash.development.base_component import Component

NAMES = {"className": "class", "htmlFor": "for"}
EMPTY_ELEMENTS = ("img", "br", "hr", "col", "input")
WITHOUT_UNIT = ("flex", "fontWeight", "gridColumn", "gridRow", "lineHeight", "opacity", "order", "zIndex")


class Ready(Component):
    """One element: its tag, its attributes as React names them, and what is inside it as HTML."""

    _namespace = "cockpit"
    _type = "Ready"
    _prop_names: list[str] = ["tag", "attributes", "inside"]  # noqa: RUF012
    _valid_wildcard_attributes: list[str] = []  # noqa: RUF012
    available_wildcard_properties: list[str] = []  # noqa: RUF012

    def __init__(self, tag: str, attributes: dict[str, Any], inside: str) -> None:
        self.tag, self.attributes, self.inside = tag, attributes, inside
        super().__init__(tag=tag, attributes=attributes, inside=inside)  # type: ignore[no-untyped-call]


def as_html(content: Any) -> str:
    """The content as HTML, for a page without Dash; nothing in it may be listened to."""
    inside = _html(content)
    if inside is None:
        raise ValueError("a callback listens to what should be finished")
    return inside


def ready(content: Any) -> Any:
    """The same content, with every part finished that can be; what a callback listens to stays as it is."""
    if isinstance(content, list | tuple):
        return [ready(part) for part in content]
    children = getattr(content, "children", None)
    if not isinstance(content, Component) or not _holds_components(children):
        return content
    inside = _html(children) if _is_plain(content) else None
    if inside is not None:
        return Ready(tag=_tag(content), attributes=_properties(content), inside=inside)
    whole = copy(content)
    whole.children = ready(children)
    return whole


def _holds_components(children: Any) -> bool:
    parts = children if isinstance(children, list | tuple) else [children]
    return any(isinstance(part, Component) for part in parts)


def _is_plain(component: Component) -> bool:
    """Only shows something: of HTML's own elements callbacks listen to buttons and fields, by their id."""
    if component._namespace != "dash_html_components":
        return False
    listened_to = component._type in ("Button", "Input", "Select", "Textarea", "Form")
    return not (listened_to and hasattr(component, "id")) and not isinstance(
        getattr(component, "id", None), dict
    )


def _html(content: Any) -> str | None:
    """The content as HTML; None where something in it must stay a component."""
    if content is None or isinstance(content, bool):
        return ""
    if isinstance(content, list | tuple):
        parts = [_html(part) for part in content]
        return None if None in parts else "".join(part or "" for part in parts)
    if isinstance(content, Ready):
        return _element(content.tag, content.attributes, content.inside)
    if not isinstance(content, Component):
        return escape(str(content), quote=False)
    if not _is_plain(content):
        return None
    inside = _html(getattr(content, "children", None))
    if inside is None:
        return None
    return _element(_tag(content), _properties(content), inside)


def _element(tag: str, attributes: dict[str, Any], inside: str) -> str:
    start = "".join([tag, *(_attribute(name, value) for name, value in attributes.items())])
    return f"<{start}>" if tag in EMPTY_ELEMENTS else f"<{start}>{inside}</{tag}>"


def _tag(component: Component) -> str:
    return str(component._type).lower()


def _properties(component: Component) -> dict[str, Any]:
    """Those that were given; `to_plotly_json` asks for every one there is, at four times the cost."""
    known, wild = component._prop_names, ("data-", "aria-")
    return {
        name: value
        for name, value in vars(component).items()
        if value is not None and name not in ("children", "key") and (name in known or name.startswith(wild))
    }


def _attribute(name: str, value: Any) -> str:
    """As React would write it."""
    if "-" in name:
        value = str(value).lower() if isinstance(value, bool) else value
    elif value is False:
        return ""
    elif value is True:
        value = ""
    if name == "style":
        value = ";".join(_declaration(key, part) for key, part in value.items())
    return f' {NAMES.get(name, name.lower())}="{escape(str(value))}"'


def _declaration(name: str, value: Any) -> str:
    unit = "px" if isinstance(value, int | float) and value and name not in WITHOUT_UNIT else ""
    return f"{re.sub('[A-Z]', lambda capital: f'-{capital[0]}', name).lower()}:{value}{unit}"
