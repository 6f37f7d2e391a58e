"""What each tile of Overblik has changed by since the version before."""

from collections.abc import Mapping, Sequence
from typing import Any

from cockpit.components.panel_series import Series, scoped, series
from cockpit.components.panel_tiles import difference
from cockpit.components.since_last import filter_values
from cockpit.components.view import View, view_of
from cockpit.keyfigures.panel_entry import Entry
from cockpit.warehouse import served
from cockpit.wording import PlainError

SINCE = "sidst"  # as the card beside them is called


def has_version_before() -> bool:
    return served().before(served().reader()) is not None


def since_versions(
    entries: Sequence[Entry], path: str, search: str | None, screen: Mapping[str, Any] | None
) -> list[str]:
    """For each entry `+2 siden sidst`; empty where the two versions cannot be compared."""
    warehouse = served()
    before = warehouse.before(warehouse.reader())
    if before is None:
        return [""] * len(entries)
    view = view_of(path, search, screen)
    now = [_series(entry, view) for entry in entries]
    with warehouse.held(before):
        earlier_view = view_of(path, search, screen)
        earlier = [_series(entry, earlier_view) for entry in entries]
    if filter_values(view.filters) != filter_values(earlier_view.filters):
        # Something chosen is not in the earlier version: it would be counted without that choice.
        return [""] * len(entries)
    return [_words(*each) for each in zip(entries, now, earlier, strict=True)]


def _series(entry: Entry, view: View) -> Series | None:
    """None where the version has no figure to show."""
    try:
        return series(entry, scoped(entry, view))
    except PlainError:
        return None


def _words(entry: Entry, now: Series | None, before: Series | None) -> str:
    if now is None or before is None or now.now is None or before.now is None:
        return ""
    of_a_period = "{periode}" in entry.name or now.now_name.isdigit()
    if of_a_period and now.now_name != before.now_name:
        return ""
    return difference(entry, now.now, before.now, SINCE)
