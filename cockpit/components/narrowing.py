"""Filters that are set and change less than the whole page: said, so that no figure is read as narrowed."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.components.filters import Filters
from cockpit.wording import listed

EVERY = ("Område", "Paragraf", "Ejer", "Kommune")


def narrowing_note(filters: Filters, changes: str, among: Sequence[str] = EVERY) -> list[Component]:
    """`Ejer og Kommune`, followed by what they change; nothing where none of them is set."""
    chosen = {
        "Område": filters.areas,
        "Paragraf": filters.groups or filters.sections,
        "Ejer": filters.owners,
        "Kommune": filters.role != "paying",
    }
    names = [name for name in among if chosen[name]]
    return [html.P(f"{listed(names)} {changes}", className="card-note")] if names else []
