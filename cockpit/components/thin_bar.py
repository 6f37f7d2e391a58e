"""A thin bar beside a number, and the row header that may be a link."""

from dash import html
from dash.development.base_component import Component

from cockpit.components.markup import also, link


def bar_cell(share: float | None, *, strong: bool = False) -> Component:
    """A table cell with a bar of that share of the full length; empty where there is no share."""
    if share is None:
        return html.Td(className="bar-cell")
    bar = html.Div(
        className="thin-bar strong" if strong else "thin-bar", style={"width": f"{share * 100:.1f}%"}
    )
    return html.Td(bar, className="bar-cell", **also(aria_hidden="true"))


def row_name(name: str, href: str | None, *more: Component | str) -> Component:
    """A row's header; with an address it leads one level down."""
    words = link(name, href, "down") if href else name
    return html.Th([words, *more], scope="row")


def scrolling(grid: Component, caption: str) -> Component:
    """A table in a box that scrolls by itself, and can by the keyboard."""
    return html.Div(grid, className="table-scroll", tabIndex=0, role="region", **also(aria_label=caption))
