"""Figures laid out by year: rows, totals, changes, and which years may be compared."""

from datetime import date

import pytest

from cockpit.components.cost_tables import cost_lines, interval_table, stock_table, without_rate
from cockpit.components.year_table import (
    as_rows,
    first_and_last,
    is_whole,
    tick_year,
    whole_years,
    year_heading,
    year_table,
    years_told,
)
from tests.pages.made_answers import AS_OF, OPTIONS, intervals, made


def test_intervals_stand_down_and_years_across() -> None:
    table = interval_table(intervals((2024, 1, 2, 3, 4, 5), (2025, 2, 2, 2, 6, 5), (2026, 9, 0, 0, 0, 0)))
    assert [line.name for line in table.lines] == [
        "Under 0,5 mio. kr.", "0,5–1 mio. kr.", "1–2 mio. kr.", "2–4 mio. kr.", "4 mio. kr. og derover",
    ]  # fmt: skip
    assert table.years == (2024, 2025, 2026)
    assert table.lines[3].values == (4, 6, 0)
    assert table.total is not None
    assert table.total.values == (15, 17, 9)


def test_change_is_between_years_that_are_over() -> None:
    table = interval_table(intervals((2024, 1, 2, 3, 4, 5), (2025, 2, 2, 2, 6, 5), (2026, 9, 0, 0, 0, 0)))
    assert table.compared == (2024, 2025)
    assert [line.change for line in table.lines] == [1, 0, -1, 2, 0]
    assert table.total is not None
    assert table.total.change == 2


def test_one_whole_year_has_no_change() -> None:
    table = interval_table(intervals((2025, 2, 2, 2, 6, 5), (2026, 9, 0, 0, 0, 0)))
    assert table.compared is None
    assert [line.change for line in table.lines] == [None] * 5
    assert table.changes() == []


def test_a_year_that_ends_on_the_as_of_date_is_whole() -> None:
    assert is_whole(2026, date(2026, 12, 31))
    assert not is_whole(2026, date(2026, 12, 30))
    assert whole_years((2024, 2025, 2026), date(2026, 12, 31)) == (2024, 2026)
    assert whole_years((2025, 2026), AS_OF) is None
    assert first_and_last((2025, 2026)) == (2025, 2026)
    assert first_and_last((2026,)) is None


def test_the_total_of_stocks_is_the_wholes_own() -> None:
    columns = "period_start by_value closing"
    one, two = date(2025, 1, 1), date(2026, 1, 1)
    divided = made(
        "stock_flow", columns, (one, "own", 3), (one, "private", 1), (two, "own", 4), (two, "private", 5),
        (one, "uoplyst", 0), (two, "uoplyst", 0), by="owner",
    )  # fmt: skip
    # One citizen lives at two: the parts come to nine, the citizens are eight.
    whole = made("stock_flow", columns, (one, None, 4), (two, None, 8))
    table = stock_table(divided, whole, OPTIONS)
    assert [(line.name, line.values, line.change) for line in table.lines] == [
        ("Private", (1, 5), 4), ("Egne tilbud", (3, 4), 1),
    ]  # fmt: skip
    assert table.head == "Ejer"
    assert table.total is not None
    assert (table.total.values, table.total.change) == ((4, 8), 4)


def test_a_spreadsheet_gets_the_table_as_it_stands() -> None:
    names, cells = {"a": "Aa", "b": "Bb"}, {("a", 2025): 1, ("a", 2026): 3, ("b", 2026): 2}
    table = year_table("Navn", names, cells, (2025, 2026), total={2025: 1, 2026: 5}, compared=(2025, 2026))
    columns, rows = as_rows(table, ["2025", "2026 til 31-10-2026"])
    assert columns == ("Navn", "2025", "2026 til 31-10-2026", "Ændring 2025–2026")
    assert [tuple(row.values()) for row in rows] == [("Aa", 1, 3, 2), ("Bb", 0, 2, 2), ("I alt", 1, 5, 4)]
    columns, rows = as_rows(year_table("Navn", names, cells, (2026,)), ["2026"])
    assert columns == ("Navn", "2026")
    assert [tuple(row.values()) for row in rows] == [("Aa", 3), ("Bb", 2)]


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((2022, 2026), "2022–2026, opgjort pr. 31-10-2026"),
        ((2022, 2025), "2022–2025"),
        ((2026,), "2026, opgjort pr. 31-10-2026"),
        ((), "opgjort pr. 31-10-2026"),
    ],
)
def test_years_told(years: tuple[int, ...], words: str) -> None:
    assert years_told(years, AS_OF) == words


def test_a_year_that_is_not_over_says_so() -> None:
    assert (tick_year(2025, AS_OF), tick_year(2026, AS_OF)) == ("2025", "2026\ntil 31-10")
    assert year_heading(2026, AS_OF) == "2026 til 31-10-2026"


COST = "year by_value total_cost supplement_cost citizens full_year_persons unit_cost services_without_rate"


def test_cost_lines_are_as_long_as_their_cost() -> None:
    answer = made(
        "cost", COST, (2026, "SEL 108", 400.0, 50.0, 3, 2.0, 200.0, 0),
        (2026, None, 100.0, 0.0, 1, 0, None, 1), by="section",
    )  # fmt: skip
    first, second = cost_lines(answer, OPTIONS)
    assert (first.name, first.sentence, first.share) == ("§ 108", "Længerevarende botilbud", 1)
    assert (second.key, second.name, second.share, second.unit_cost) == ("uoplyst", "Uoplyst", 0.25, None)


def test_cost_lines_without_cost_have_no_length() -> None:
    answer = made("cost", COST, (2026, "T1", 0.0, 0.0, 3, 2.0, 0.0, 3), by="provider")
    assert [(line.name, line.share) for line in cost_lines(answer, OPTIONS)] == [("Birken", 0)]
    assert cost_lines(made("cost", COST), OPTIONS) == []


def test_only_years_that_lack_rates_are_told() -> None:
    answer = made("cost", "year services_without_rate", (2024, 3), (2025, 0), (2026, 1))
    assert without_rate(answer) == {2024: 3, 2026: 1}
