"""What one visit asks for: the address read against the version served, and the reader's screen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from cockpit.charts import PALETTES, Palette
from cockpit.components.address import address, changed, filters_only, query_of
from cockpit.components.answers import Answer
from cockpit.components.filters import Filters, parameters_for, query_for, read_filters
from cockpit.components.options import Options, options
from cockpit.components.scope import with_default_group, with_temporary_homes

FIGURES = "/noegletal"


@dataclass(frozen=True)
class View:
    """The page asked for, with the filters in force and how it is to be drawn."""

    path: str
    query: Mapping[str, str]
    filters: Filters
    options: Options
    notices: tuple[str, ...]
    palette: Palette
    narrow: bool

    def with_default_group(self) -> "View":
        return replace(self, filters=with_default_group(self.filters))

    def with_temporary_homes(self) -> "View":
        return replace(self, filters=with_temporary_homes(self.filters))

    def href(self, **changes: str | None) -> str:
        """This page with some values of its address changed."""
        return address(self.path, changed(self.query, **changes))

    def elsewhere(self, path: str) -> str:
        """Another page with the same filters."""
        return address(path, filters_only(self.query))

    def figure(self, figure: str, **own: str) -> str:
        """A figure's own page with these filters and parameters of its own."""
        return address(f"{FIGURES}/{figure}", query_for(self.filters) | own)

    def figure_page(self, answer: Answer) -> str:
        """The figure's own page: these filters, and of the parameters those that the filters do not give."""
        given = parameters_for(answer.definition, self.filters)
        own = {name: value for name, value in answer.given.items() if given.get(name) != value}
        return address(f"{FIGURES}/{answer.definition.id}", query_for(self.filters) | own)


def view_of(path: str | None, search: str | None, screen: Mapping[str, Any] | None) -> View:
    """PlainError when nothing has been loaded; wrong values of the address become notices."""
    known = options()
    query = query_of(search)
    reading = read_filters(query, known)
    screen = screen or {}
    return View(
        path=path or "/",
        query=query,
        filters=reading.filters,
        options=known,
        notices=reading.notices,
        palette=PALETTES.get(str(screen.get("theme")), PALETTES["light"]),
        narrow=bool(screen.get("narrow")),
    )
