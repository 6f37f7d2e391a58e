"""Months, quarters and years, at their edges."""

from datetime import date

from cockpit import periods


def test_a_month_ends_on_its_last_day() -> None:
    assert periods.month_end(date(2024, 2, 5)) == date(2024, 2, 29)
    assert periods.month_end(date(2026, 12, 31)) == date(2026, 12, 31)


def test_starts() -> None:
    assert periods.month_start(date(2026, 10, 31)) == date(2026, 10, 1)
    assert periods.quarter_start(date(2026, 12, 31)) == date(2026, 10, 1)
    assert periods.year_start(date(2026, 12, 31)) == date(2026, 1, 1)


def test_months_are_added_over_new_year_both_ways() -> None:
    assert periods.add_months(date(2026, 11, 15), 3) == date(2027, 2, 1)
    assert periods.add_months(date(2026, 1, 31), -1) == date(2025, 12, 1)


def test_a_year_before_a_leap_day_is_28_february() -> None:
    assert periods.one_year_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert periods.one_year_before(date(2026, 10, 31)) == date(2025, 10, 31)
