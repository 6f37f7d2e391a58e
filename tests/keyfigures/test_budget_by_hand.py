"""budget: cases that a reader can count."""

from datetime import date

import pytest

from cockpit.wording import PlainError
from tests.keyfigures.comparing import differences, table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader

AS_OF = date(2024, 6, 15)

# A has its budgets for the whole year; B the revised one by month; C has not been revised; D has no
# budget and no forecast; E is budgeted and not used; F takes money in.
LEDGER = """
    2024   ; A; original_budget; 1000,00
    2024   ; A; revised_budget ; 1200,00
    2024-01; A; actual         ;  100,00; 4.7
    2024-03; A; actual         ;  200,50; 1
    2024-03; A; actual         ;  -50,00; 7
    2024-04; A; actual         ;  400,00
    2023-12; A; actual         ; 9000,00
    2024-01; A; forecast       ;  300,00
    2024-12; A; forecast       ; 1000,00
    2023-12; A; forecast       ; 7000,00
    2023   ; A; revised_budget ; 8000,00
    2024   ; B; original_budget;  600,00
    2024-01; B; revised_budget ;  100,00
    2024-12; B; revised_budget ;  400,00
    2024-03; B; actual         ;  250,00
    2024-06; B; forecast       ;  450,00
    2024-02; C; original_budget;  100,00
    2024-11; C; original_budget;  100,00
    2024-01; C; forecast       ;  200,00
    2024-02; D; actual         ;   10,00
    2024-04; E; original_budget;   80,00
    2024-08; E; actual         ;   80,00
    2024   ; F; revised_budget ; -500,00
    2024-01; F; actual         ; -125,00
    2024-01; F; forecast       ; -450,00
    """


@pytest.fixture(scope="module")
def loaded(loader: Loader) -> Loaded:
    return loader(by_hand(ledger=LEDGER), AS_OF)


def test_whole_years_and_months(loaded: Loaded) -> None:
    expected = table(
        """
        account | original_budget | revised_budget | actual | forecast | variance | share_used
        A       | 1000            | 1200           | 250.5  | 1300     | 100      | 0.208750
        B       | 600             | 500            | 250    | 450      | -50      | 0.5
        C       | 200             | 200            | 0      | 200      | 0        | 0
        D       | 0               | 0              | 10     |          |          |
        E       | 80              | 80             | 0      |          |          | 0
        F       | 0               | -500           | -125   | -450     | 50       | 0.25
        """
    )
    rows = loaded.run("budget year=2024 month=3")
    assert differences(expected, rows) == []
    assert [row["account"] for row in rows] == list("ABCDEF")


@pytest.mark.parametrize(("month", "actual"), [("1", 100), ("02", 100), ("2024-03", 250.5), ("4", 650.5)])
def test_what_is_used_up_to_and_including_the_month(loaded: Loaded, month: str, actual: float) -> None:
    row = loaded.run(f"budget year=2024 month={month}")[0]
    assert (row["account"], row["actual"], row["forecast"]) == ("A", actual, 1300)


def test_the_year_before(loaded: Loaded) -> None:
    expected = table(
        """
        account | original_budget | revised_budget | actual | forecast | variance | share_used
        A       | 0               | 8000           | 9000   | 7000     | -1000    | 1.125
        """
    )
    assert differences(expected, loaded.run("budget year=2023 month=12")) == []
    assert loaded.run("budget year=2022 month=12") == []


def test_a_year_without_any_budget_has_none(loader: Loader) -> None:
    ledger = """
        2024-01; A; actual  ; 100,00
        2024-01; A; forecast; 500,00
        2023   ; A; original_budget; 1,00
        """
    expected = table(
        """
        account | original_budget | revised_budget | actual | forecast | variance | share_used
        A       |                 |                | 100    | 500      |          |
        """
    )
    assert differences(expected, loader(by_hand(ledger=ledger), AS_OF).run("budget year=2024 month=6")) == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("year=2024 month=7", "month kan højst være 6 i 2024, for data er opgjort pr. 15-06-2024"),
        ("year=2025 month=1", "year kan højst være 2024"),
        ("year=2024 month=2023-03", "month er en måned i 2023, men year er 2024"),
        ("year=2024 month=13", "month skal være et tal fra 1 til 12"),
        ("year=2024 month=0", "month skal være et tal fra 1 til 12"),
        ("year=2024 month=marts", "month skal være et tal fra 1 til 12"),
        ("year=2024", "mangler parameteren month"),
        ("month=3", "mangler parameteren year"),
    ],
)
def test_a_wrong_month_is_told(loaded: Loaded, given: str, told: str) -> None:
    with pytest.raises(PlainError, match=told):
        loaded.run(f"budget {given}")
