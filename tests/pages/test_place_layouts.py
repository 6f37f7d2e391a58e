"""Layouts of places and dealings."""

from datetime import date

from cockpit.components.arranged import FREEST, laid_out
from cockpit.components.place_layouts import BY_GROUP, TOGETHER
from tests.pages.made_answers import OPTIONS, made

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)


def test_all_providers_of_a_month_together() -> None:
    rows = ((SEPTEMBER, "T1", 10, 30, 1 / 3), (SEPTEMBER, "T2", 20, 30, 2 / 3), (OCTOBER, "T1", 0, 0, None))
    columns = "month provider used_days available_days occupancy_rate"
    found = laid_out(made("occupancy", columns, *rows), TOGETHER, OPTIONS)
    assert [tuple(row.values()) for row in found.rows] == [(SEPTEMBER, 30, 60, 0.5), (OCTOBER, 0, 0, None)]


def test_amounts_of_a_group_whoever_it_is_bought_from() -> None:
    rows = (
        ("bought", "private", "botilbud", 5, 100.25, None),
        ("bought", "region", "botilbud", 5, 50.25, None),
        ("bought", "private", "BPA", 1, 200.0, None),
        ("sold", "own", "botilbud", 3, 40.0, 0.3),
        ("own", "own", "botilbud", 7, 70.0, 0.5),
    )
    columns = "direction owner group citizens annual_amount share"
    found = laid_out(made("market", columns, *rows), BY_GROUP, OPTIONS)
    assert [tuple(row.values()) for row in found.rows] == [
        ("BPA", 200.0, 0.0, 0.0, None),
        ("botilbud", 150.5, 40.0, 70.0, 0.5),
    ]


def test_the_provider_with_most_free_places_on_top() -> None:
    found = laid_out(made("places", "provider free", ("T1", -1), ("T2", 2), ("T3", 0)), FREEST, OPTIONS)
    assert [row["provider"] for row in found.rows] == ["T2", "T3", "T1"]
