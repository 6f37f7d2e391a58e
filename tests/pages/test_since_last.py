"""Siden sidst: what it says without an earlier version, of one that agrees, and of numbers that differ."""

from dataclasses import replace
from datetime import date

from cockpit.components.since_last import NO_EARLIER, change_sentence, filter_values, since_words
from cockpit.components.view import view_of
from cockpit.keyfigures.changes import Change, SinceLast
from cockpit.warehouse import Warehouse

CHANGE = Change(
    "stock_flow",
    {"figure": "stock_flow", "period": "month"},
    "closing",
    {"period_start": date(2025, 8, 1)},
    203,
    204,
    3,
)


def test_in_words(demo: Warehouse) -> None:
    before = replace(demo.version, as_of=date(2026, 9, 30))
    assert since_words(SinceLast(None, ())) == NO_EARLIER
    assert since_words(SinceLast(before, ())).startswith("Ingen tal")
    assert since_words(SinceLast(before, (CHANGE,))).endswith("30-09-2026")
    told = change_sentence(CHANGE, view_of("/", "", None))
    assert told.endswith("aug. 2025: bestand ved slut 203 er nu 204")


def test_filters_without_the_period(demo: Warehouse) -> None:
    filters = view_of("/", "?ejer=own&fra=2025-01", None).filters
    assert filter_values(filters) == {"role": "paying", "owner": "own"}
