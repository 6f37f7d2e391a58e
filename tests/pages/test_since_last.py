"""Siden sidst: what it says without an earlier version, of one that agrees, and of numbers that differ."""

from dataclasses import replace
from datetime import date

import pytest

from cockpit.components.change_words import changed, share_changed
from cockpit.components.since_last import NO_EARLIER, change_sentence, filter_values, since_words
from cockpit.components.view import view_of
from cockpit.keyfigures.changes import Change, SinceLast
from cockpit.warehouse import Warehouse
from cockpit.wording import MINUS

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
    assert since_words(SinceLast(before, ())).startswith("Ingen nøgletal kan sammenlignes med versionen")
    told = since_words(SinceLast(before, (), ("cost", "budget")))
    assert told.startswith("Ingen af de 2 nøgletal, der sammenlignes, er ændret siden versionen")
    assert "opgjort pr. 30-09-2026" in since_words(SinceLast(before, (CHANGE,)))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (CHANGE, "Til- og afgang, aug. 2025: bestand ved slut 203 er nu 204 (+1)"),
        (
            Change("cost", {"figure": "cost"}, "total_cost", {"year": 2025}, 118_204_100.0, 121_304_000.0, 1),
            "Udgift og pris pr. helårsperson, 2025: "
            "udgift i alt 118,2 mio. kr. er nu 121,3 mio. kr. (+3,10 mio. kr.)",
        ),
        (
            Change("age_intervals", {"on": "2026-09-30"}, "citizens", {"age_band": "18-24"}, 9, 7, 2),
            f"Borgere efter alder, pr. 30-09-2026: borgere 9 er nu 7 ({MINUS}2)",
        ),
        (
            Change("budget", {"year": "2026", "month": "9"}, "actual", {"account": "x"}, 900.0, 800.0, 1),
            f"Budgetopfølgning, til og med september 2026: forbrug 900 kr. er nu 800 kr. ({MINUS}100 kr.)",
        ),
        (
            Change("state_refund", {"year": "2025"}, "refund", {}, 0.0, 12_000.0, 1),
            "Statsrefusion i særligt dyre sager, 2025: refusion 0 kr. er nu 12 t.kr. (+12 t.kr.)",
        ),
    ],
)
def test_a_change_in_words(demo: Warehouse, change: Change, words: str) -> None:
    assert change_sentence(change, view_of("/", "", None)) == words


@pytest.mark.parametrize(
    ("column", "before", "now", "words"),
    [
        # As many figures as tell the two apart.
        ("actual", 118_204_100.0, 118_204_900.0, "forbrug 118.204.100 kr. er nu 118.204.900 kr. (+800 kr.)"),
        ("total_cost", 5_000.25, 5_000.0, f"udgift i alt 5.000,25 kr. er nu 5.000,00 kr. ({MINUS}0,25 kr.)"),
        ("full_year_persons", 190.42, 190.44, "helårspersoner 190,42 er nu 190,44 (+0,02)"),
        ("share_kept", 0.917, 0.846, f"andel overholdt 91,7 pct. er nu 84,6 pct. ({MINUS}7,1 procentpoint)"),
        ("occupancy_rate", 0.9, 0.9004, "belægning 90,00 pct. er nu 90,04 pct. (+0,04 procentpoint)"),
    ],
)  # fmt: skip
def test_in_its_own_unit(column: str, before: float, now: float, words: str) -> None:
    assert changed(column, before, now) == words


def test_the_share_of_what_there_was() -> None:
    assert share_changed("total_cost", 200.0, 150.0) == f"{MINUS}25,0 pct."
    assert share_changed("closing", 0, 4) == share_changed("share_kept", 0.5, 0.6) == ""


def test_filters_without_the_period(demo: Warehouse) -> None:
    filters = view_of("/", "?ejer=own&fra=2025-01", None).filters
    assert filter_values(filters) == {"role": "paying", "owner": "own"}
