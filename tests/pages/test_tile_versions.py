"""What tiles say of the version before: only where the two can be compared."""

import pytest

from cockpit.components import tile_versions
from cockpit.components.panel_series import Series
from cockpit.components.view import View, view_of
from cockpit.keyfigures.panel import panel
from cockpit.keyfigures.panel_entry import Entry
from cockpit.warehouse import Warehouse
from tests.pages.made_answers import made

MONTH = Entry("Borgere {sted}", "stock_flow", "closing", "count")
QUARTER = Entry("Frister, {periode}", "deadlines_kept", "kept", "count")


def found(value: float | None, name: str) -> Series:
    return Series(made("stock_flow", "closing"), (), value, None, "", now_name=name)


@pytest.mark.parametrize(
    ("entry", "now", "before", "words"),
    [
        (MONTH, found(5, "oktober 2026"), found(3, "september 2026"), "+2 siden sidst (+66,7 pct.)"),
        (QUARTER, found(5, "4. kvt. 2026"), found(3, "3. kvt. 2026"), ""),
        (MONTH, found(5, "2026"), found(3, "2025"), ""),
        (MONTH, found(None, "2026"), found(3, "2026"), ""),
        (MONTH, found(5, "2026"), None, ""),
    ],
)
def test_periods_that_differ_are_not_compared(
    entry: Entry, now: Series | None, before: Series | None, words: str
) -> None:
    assert tile_versions._words(entry, now, before) == words


def test_nothing_is_said_where_a_choice_is_unknown_to_the_version_before(
    demo: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The version before stands in for one in which the area was not known yet."""
    entries = panel(demo.settings)[:1]
    monkeypatch.setattr(Warehouse, "before", lambda _self, reader: reader)
    assert tile_versions.since_versions(entries, "/", "?omraade=voksne", None) == ["Uændret siden sidst"]
    views = iter([view_of("/", "?omraade=voksne", None), view_of("/", "", None)])

    def next_view(*_given: object) -> View:
        return next(views)

    monkeypatch.setattr(tile_versions, "view_of", next_view)
    assert tile_versions.since_versions(entries, "/", "?omraade=voksne", None) == [""]
