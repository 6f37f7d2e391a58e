"""The frame around every page: navigation, filters, as-of date, light and dark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.access import asking
from cockpit.components.address import address, filters_only
from cockpit.components.markup import also, link
from cockpit.components.role_switch import role_switch
from cockpit.warehouse import served


@dataclass(frozen=True)
class Page:
    """A page as the navigation and the router know it; `filtered` where the filters change its figures.

    One that is not `listed` is reached from another.
    """

    path: str
    name: str
    group: str
    question: str
    filtered: bool = True
    listed: bool = True


def shell() -> Component:
    """The layout of the whole app; navigation, filters and page are filled in by callbacks."""
    return html.Div(
        [
            dcc.Location(id="url", refresh="callback-nav"),
            dcc.Store(id="view"),
            # What the reader asks to have done with a saved view, and what has been done.
            dcc.Store(id="own-view-asked"),
            dcc.Store(id="own-views", data={}),
            html.A("Gå til indholdet", href="#content", className="skip"),
            html.Div([_side(), _main()], className="shell"),
            html.Button(className="veil", type="button", tabIndex=-1, **also(aria_label="Luk menuen")),
        ]
    )


def _side() -> Component:
    toggle = html.Button(
        [
            html.Span("Mørkt udseende", className="when-light"),
            html.Span("Lyst udseende", className="when-dark"),
        ],
        id="theme-toggle",
        type="button",
        className="theme-toggle",
    )
    inner = [
        html.Nav(id="nav", **also(aria_label="Sider")),
        html.Div([*_who(), toggle], className="side-foot"),
    ]
    return html.Div(html.Div(inner, className="side-inner"), className="side", id="side")


def _who() -> list[Component]:
    """Who has signed in, and the way out, which is no link: following one should not end anything."""
    if not served().settings.signs_in:
        return []
    away = html.Button("Log ud", type="submit", className="sign-out")
    who = html.P(f"Logget ind som {asking().id}", className="who")
    form = html.Form(away, action="/log-ud", method="post")
    return [html.Section([who, form], **also(aria_label="Dit login"))]


def _main() -> Component:
    top = html.Header(
        [
            html.Button(
                "Styringscockpit",
                id="menu-button",
                type="button",
                className="menu-button",
                **also(aria_expanded="false", aria_controls="side"),
            ),
            html.Button(
                "Filtre",
                id="filter-button",
                type="button",
                className="filter-button",
                **also(aria_expanded="false", aria_controls="filters"),
            ),
            html.Div(id="filters", className="filters", role="group", **also(aria_label="Filtre")),
            *role_switch(),
            html.Span(id="as-of", className="as-of"),
        ],
        className="topbar",
    )
    return html.Div(
        [
            html.Div(top, className="phone-top"),
            html.Div(id="banner", role="status"),
            html.Main(id="content", className="page", tabIndex=-1),
        ],
        className="main-column",
    )


def navigation(pages: Sequence[Page], path: str, query: Mapping[str, str]) -> list[Component]:
    """The pages by group, the one in view marked; the filters go along."""
    kept = filters_only(query)
    logo = html.Span(className="logo", **also(aria_hidden="true"))
    home = link([logo, "Styringscockpit"], address("/", kept), "brand")
    parts: list[Component] = [home]
    for group in dict.fromkeys(page.group for page in pages):
        if group:
            parts.append(html.P(group, className="nav-group"))
        named = [page for page in pages if page.group == group and page.listed]
        links = [html.Li(_nav_link(page, path, kept)) for page in named]
        parts.append(html.Ul(links, className="nav-list", **also(aria_label=group or None)))
    return parts


def _nav_link(page: Page, path: str, kept: Mapping[str, str | None]) -> Component:
    here = path == page.path or (page.path != "/" and path.startswith(f"{page.path}/"))
    mark = "page" if path == page.path else "true" if here else None
    return link(page.name, address(page.path, kept), "nav-link", aria_current=mark)


def page_head(name: str, question: str, *more: Component) -> Component:
    return html.Div(
        [*more, html.H1(name, tabIndex=-1), html.P(question, className="question")], className="page-head"
    )


def notices(texts: Sequence[str]) -> list[Component]:
    """What of the address could not be used."""
    return [html.P(text, className="notice", role="status") for text in texts]
