"""cost and cost_intervals: cases that a reader can count."""

from datetime import date

import pytest

from tests.keyfigures.comparing import differences, table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loader

AS_OF = date(2024, 6, 30)


def test_500_kroner_a_day_from_1_december_to_1_january(loader: Loader) -> None:
    loaded = loader(
        by_hand(services="A; SEL 107; 01-12-2022; 01-01-2023", rates="S1; 01-01-2020; ; 500; day; base"),
        AS_OF,
    )
    # 32 days, both ends inclusive: 16.000 kr., of which 31 days and 15.500 kr. in the old year.
    expected = table(
        f"""
        year | by_value | base_cost | supplement_cost | total_cost | citizens | full_year_persons | unit_cost
        2022 |          | 15500     | 0               | 15500      | 1        | {31 / 365}        | 182500
        2023 |          | 500       | 0               | 500        | 1        | {1 / 365}         | 182500
        """
    )
    assert differences(expected, loaded.run("cost from_year=2021 to_year=2024")) == []


@pytest.mark.parametrize(
    ("rate", "base", "supplement"),
    [
        # The service runs from 22 January to 10 February 2023: 10 days in each month.
        ("01-01-2023; ; 100; day; base", 2_000, 0),
        ("01-02-2023; 05-02-2023; 100; day; base", 500, 0),
        ("01-01-2023; ; 31.000; month; base", 31_000 * 10 / 31 + 31_000 * 10 / 28, 0),
        ("01-01-2023; ; 365.000; year; supplement", 0, 20_000),
        # Once: the date lies in the service, on its first and last day too, or not.
        ("22-01-2023; ; 7.000,50; once; supplement", 0, 7_000.5),
        ("10-02-2023; ; 7.000,50; once; supplement", 0, 7_000.5),
        ("21-01-2023; ; 7.000,50; once; supplement", 0, 0),
        ("11-02-2023; ; 7.000,50; once; supplement", 0, 0),
    ],
)
def test_one_rate_of_each_unit(loader: Loader, rate: str, base: float, supplement: float) -> None:
    loaded = loader(by_hand(services="A; SEL 107; 22-01-2023; 10-02-2023", rates=f"S1; {rate}"), AS_OF)
    (row,) = loaded.run("cost from_year=2023 to_year=2023")
    assert row["base_cost"] == pytest.approx(base, abs=0.005)
    assert row["supplement_cost"] == pytest.approx(supplement, abs=0.005)
    assert row["total_cost"] == pytest.approx(base + supplement, abs=0.005)


def test_supplements_overlap_and_base_rates_have_gaps(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="A; SEL 107; 01-03-2023; 31-03-2023",
            rates="""
            S1; 01-03-2023; 10-03-2023; 1.000; day; base
            S1; 21-03-2023;           ; 2.000; day; base
            S1; 01-03-2023; 02-03-2023;    10; day; supplement
            S1; 02-03-2023; 03-03-2023;   100; day; supplement
            """,
        ),
        AS_OF,
    )
    # Base: 10 days at 1.000 and 11 at 2.000, nothing from 11 to 20 March. Supplements: 2 × 10 and 2 × 100.
    (row,) = loaded.run("cost from_year=2023 to_year=2023")
    assert (row["base_cost"], row["supplement_cost"], row["services_without_rate"]) == (32_000, 220, 0)


def test_committed_runs_on_past_as_of(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 01-06-2024;
            B; SEL 107; 01-06-2024; 31-07-2024
            C; SEL 107; 01-12-2024; 31-01-2025
            """,
            rates="""
            S1; 01-01-2020; ; 100; day; base
            S2; 01-01-2020; ; 100; day; base
            S3; 01-01-2020; ; 100; day; base
            """,
        ),
        AS_OF,
    )
    # To 30 June: A and B 30 days each; C is planned. Committed 2024: A from June to December 214 days, B 61,
    # C 31; 2025: A the whole year, C 31 days.
    to_date = table(
        f"""
        year | by_value | total_cost | citizens | full_year_persons
        2024 |          | 6000       | 2        | {60 / 366}
        """
    )
    committed = table(
        f"""
        year | by_value | total_cost | citizens | full_year_persons
        2024 |          | 30600      | 3        | {306 / 366}
        2025 |          | 39600      | 2        | {396 / 365}
        """
    )
    assert differences(to_date, loaded.run("cost from_year=2024 to_year=2024")) == []
    assert differences(committed, loaded.run("cost from_year=2024 to_year=2025 basis=committed")) == []


def test_services_that_no_base_rate_overlaps(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2023; 31-01-2023
            A; SEL 107; 01-01-2023; 31-12-2023
            B; SEL 107; 01-01-2023; 31-01-2023
            C; SEL 107; 01-01-2023; 31-01-2024
            D; SEL 107; 01-01-2022; 31-12-2022
            """,
            rates="""
            S2; 31-12-2023; ; 100; day; base
            S3; 01-01-2023; ; 100; day; supplement
            S4; 01-01-2024; ; 100; day; base
            """,
        ),
        AS_OF,
    )
    # 2023: S1 has no rate, S3 only a supplement, S4's begins in 2024. S2's overlaps by a day.
    rows = {row["year"]: row for row in loaded.run("cost from_year=2023 to_year=2024")}
    assert (rows[2023]["services_without_rate"], rows[2023]["total_cost"]) == (3, 100 + 31 * 100)
    assert (rows[2024]["services_without_rate"], rows[2024]["total_cost"]) == (0, 31 * 100)


def test_a_november_arrival_counts_at_its_price(loader: Loader) -> None:
    loaded = loader(
        by_hand(services="A; SEL 107; 01-11-2023; 31-12-2023", rates="S1; 01-01-2020; ; 2.000; day; base"),
        AS_OF,
    )
    # 61 days × 2.000 = 122.000 kr. in the year; 2.000 × 365 = 730.000 at a year's price.
    expected = table(
        """
        year | by_value | interval        | citizens
        2023 |          | 0-500000        | 0
        2023 |          | 500000-1000000  | 1
        2023 |          | 1000000-2000000 | 0
        2023 |          | 2000000-4000000 | 0
        2023 |          | 4000000+        | 0
        """
    )
    line = "cost_intervals from_year=2023 to_year=2023"
    rows = loaded.run(line)
    assert differences(expected, rows) == []
    assert [row["interval"] for row in rows] == [row["interval"] for row in expected]
    in_year = {
        row["interval"]: row["citizens"] for row in loaded.run(f"{line} measure=in_year") if row["citizens"]
    }
    assert in_year == {"0-500000": 1}


@pytest.mark.parametrize(
    ("yearly", "interval"),
    [
        ("499.999,99", "0-500000"),
        ("500.000", "500000-1000000"),
        ("4.000.000", "4000000+"),
        ("3.999.999,99", "2000000-4000000"),
    ],
)
def test_the_lower_limit_belongs_to_the_interval(loader: Loader, yearly: str, interval: str) -> None:
    loaded = loader(
        by_hand(
            services="A; SEL 107; 01-01-2023; 31-12-2023", rates=f"S1; 01-01-2023; ; {yearly}; year; base"
        ),
        AS_OF,
    )
    for measure in ("annualised", "in_year"):
        rows = loaded.run(f"cost_intervals from_year=2023 to_year=2023 measure={measure}")
        assert {row["interval"]: row["citizens"] for row in rows if row["citizens"]} == {interval: 1}


def test_a_yearly_price_spread_over_a_leap_year_stays_on_its_side_of_the_limit(loader: Loader) -> None:
    # 250 of 366 days at 500.000 kr. a year is 341.530,05… kr.; at a year's price exactly 500.000 again.
    loaded = loader(
        by_hand(services="A; SEL 107; 01-01-2020; 06-09-2020", rates="S1; 01-01-2020; ; 500.000; year; base"),
        AS_OF,
    )
    rows = loaded.run("cost_intervals from_year=2020 to_year=2020")
    assert {row["interval"]: row["citizens"] for row in rows if row["citizens"]} == {"500000-1000000": 1}


def test_amounts_are_rounded_to_the_ore_before_they_are_compared(loader: Loader) -> None:
    # 14 of February's 28 days at 999.999,99 kr. a month: 499.999,995 kr., which is 500.000,00.
    loaded = loader(
        by_hand(
            services="A; SEL 107; 01-02-2023; 14-02-2023", rates="S1; 01-02-2023; ; 999.999,99; month; base"
        ),
        AS_OF,
    )
    rows = loaded.run("cost_intervals from_year=2023 to_year=2023 measure=in_year")
    assert {row["interval"]: row["citizens"] for row in rows if row["citizens"]} == {"500000-1000000": 1}


def test_own_limits_and_a_citizen_without_cost(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2023; 31-12-2023
            B; SEL 108; 01-01-2023; 31-12-2023
            """,
            rates="S1; 01-01-2023; ; 100; day; base",
        ),
        AS_OF,
    )
    # A: 36.500 kr. B has no rate and counts at nothing.
    expected = table(
        """
        year | by_value | interval    | citizens
        2023 |          | 0-10000     | 1
        2023 |          | 10000-50000 | 1
        2023 |          | 50000+      | 0
        """
    )
    rows = loaded.run("cost_intervals from_year=2023 to_year=2023 limits=10000,50000")
    assert differences(expected, rows) == []
