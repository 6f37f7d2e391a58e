"""What the Overblik counts, said once for all its tiles, and which of them follow it only in part."""

from collections.abc import Sequence

from cockpit.components.filters import Filters
from cockpit.components.panel_tiles import tile_name
from cockpit.components.scope import counted
from cockpit.components.view import View
from cockpit.keyfigures import Definition, defined
from cockpit.keyfigures.panel_entry import Entry
from cockpit.wording import date_text, listed

ACROSS = "; sagstal, frister, belægning og unge med diagnose på tværs af alle indsatser"


def panel_scope(entries: Sequence[Entry], view: View) -> str:
    what = counted(view.with_default_group().filters, view.options)
    across = ACROSS if view.filters.unscoped else ""
    day = f"Opgjort pr. {date_text(view.filters.end)}{_years(entries, view)}."
    return f"{what}{across}. {day}{_not_followed(entries, view)}"


def _years(entries: Sequence[Entry], view: View) -> str:
    """A figure by year takes the whole year that the day lies in, as far as the extracts reach."""
    end, as_of = view.filters.end, view.options.as_of
    if end == as_of or (end.month, end.day) == (12, 31):
        return ""
    if not any(defined(entry.figure).parameter("from_year") for entry in entries):
        return ""
    if end.year == as_of.year:
        return f"; årets tal dækker {end.year} til og med {date_text(as_of)}"
    return f"; årets tal dækker hele {end.year}"


def _not_followed(entries: Sequence[Entry], view: View) -> str:
    chosen = _chosen(view.filters)
    names = [
        f"»{tile_name(entry, view)}«"
        for entry in entries
        if any(not _follows(entry, defined(entry.figure), name, view.filters) for name in chosen)
    ]
    return f" {listed(names)} følger ikke alle filtre." if names else ""


def _chosen(filters: Filters) -> list[str]:
    chosen = {
        "area": filters.areas,
        "group": filters.groups,
        "section": filters.sections,
        "owner": filters.owners,
    }
    return [name for name, values in chosen.items() if values]


def _follows(entry: Entry, definition: Definition, name: str, filters: Filters) -> bool:
    """Its query takes the filter, or the row of the area chosen is the one shown."""
    by_area = name == "area" and entry.parameters.get("by") == "area" and len(filters.areas) == 1
    return by_area or definition.parameter(name) is not None
