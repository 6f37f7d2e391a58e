"""cost_bridge and prices=fixed: cases that a reader can count."""

from collections.abc import Callable
from datetime import date

import pytest

from cockpit.wording import PlainError
from tests.keyfigures.comparing import table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader
from tests.keyfigures.random_deliveries import DELIVERIES

AS_OF = date(2024, 6, 30)
EFFECTS = ["volume", "mix", "index", "price"]
INDEX = """
2021; 100
2022; 102
2023; 105
2024; 110
"""


def effects(loaded: Loaded, line: str) -> list[float]:
    rows = loaded.run(f"cost_bridge {line}")
    assert [row["effect"] for row in rows] == EFFECTS
    return [row["amount"] for row in rows]


def whole_years(loader: Loader, price_index: str = "") -> Loaded:
    """2021: A at 1.000 kr. a day in § 107, D at 3.000 in § 108.

    2022: A as before, C at 1.200 in § 107, B at 4.000 in § 108.
    """
    return loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2021; 31-12-2022
            D; SEL 108; 01-01-2021; 31-12-2021
            B; SEL 108; 01-01-2022; 31-12-2022
            C; SEL 107; 01-01-2022; 31-12-2022
            """,
            rates="""
            S1; 01-01-2021; ; 1.000; day; base
            S2; 01-01-2021; ; 3.000; day; base
            S3; 01-01-2022; ; 4.000; day; base
            S4; 01-01-2022; ; 1.200; day; base
            """,
            price_index=price_index,
        ),
        AS_OF,
    )


def test_volume_mix_and_price(loader: Loader) -> None:
    # A day in 2021: 1 at 1.000 in § 107 and 1 at 3.000 in § 108, on average 2.000. In 2022: 2 in § 107, at
    # 1.100 on average, and 1 in § 108 at 4.000.
    # Volume: one more at 2.000. Mix: 2 × 1.000 + 3.000 = 5.000 is 1.000 less than 3 × 2.000.
    # Price: 2 × 100 + 1.000. All times 365.
    loaded = whole_years(loader)
    assert effects(loaded, "year_a=2021 year_b=2022 by=section") == [730_000, -365_000, 0, 438_000]
    # Undivided there is no mix: the average of 2022 is 6.200 / 3, which is 200 / 3 more than 2.000.
    assert effects(loaded, "year_a=2021 year_b=2022") == [730_000, 0, 0, 73_000]


def test_the_index_is_taken_out_of_the_price(loader: Loader) -> None:
    # 2 pct. of 5.000 kr. a day is index: 100, so that 1.100 of the 1.200 are price.
    loaded = whole_years(loader, INDEX)
    assert effects(loaded, "year_a=2021 year_b=2022 by=section") == [730_000, -365_000, 36_500, 401_500]


def test_what_is_new_and_what_is_gone(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2021; 31-12-2021
            B; SEL 108; 01-01-2022; 31-12-2022
            """,
            rates="""
            S1; 01-01-2021; ; 1.000; day; base
            S2; 01-01-2022; ; 2.040; day; base
            """,
            price_index=INDEX,
        ),
        AS_OF,
    )
    # § 108 is new at 2.040, which is 2.000 in 2021's level: mix 1.000, index 40, and no price.
    assert effects(loaded, "year_a=2021 year_b=2022 by=section") == [0, 365_000, 14_600, 0]
    # Nobody before 2021, so all of it is volume, in 2021's own level.
    assert effects(loaded, "year_a=2022 year_b=2023") == [-744_600, 0, 0, 0]
    with pytest.raises(PlainError, match="price_index mangler 2020"):
        loaded.run("cost_bridge year_a=2020 year_b=2021")


def test_nobody_in_the_first_year_is_all_volume(loader: Loader) -> None:
    loaded = whole_years(loader)
    assert effects(loaded, "year_a=2020 year_b=2021 by=section") == [1_460_000, 0, 0, 0]
    assert effects(loaded, "year_a=2018 year_b=2019 by=section") == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("as_of", "year_a", "days_a", "days_b"),
    [
        (date(2024, 6, 30), 2023, 181, 182),
        # As-of 29 February runs to 28 February in a year without one, and the other way round.
        (date(2024, 2, 29), 2023, 59, 60),
        (date(2023, 2, 28), 2020, 59, 59),
        (date(2024, 3, 1), 2023, 60, 61),
        (date(2023, 12, 31), 2020, 366, 365),
        (date(2023, 1, 1), 2022, 1, 1),
    ],
)
def test_both_years_run_to_the_same_day(
    loader: Loader, as_of: date, year_a: int, days_a: int, days_b: int
) -> None:
    loaded = loader(
        by_hand(services="A; SEL 107; 01-01-2019;", rates="S1; 01-01-2019; ; 366; day; base"), as_of
    )
    found = effects(loaded, f"year_a={year_a} year_b={as_of.year}")
    assert sum(found) == pytest.approx((days_b - days_a) * 366, abs=0.001)
    # Every day costs the same, but is less of a leap year: the volume tells how many days there were.
    length_a, length_b = (366 if year % 4 == 0 else 365 for year in (year_a, as_of.year))
    mean = 366 * length_a
    assert found[0] == pytest.approx((days_b / length_b - days_a / length_a) * mean, abs=0.01)


def test_committed_compares_whole_years(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2023;
            B; SEL 107; 01-12-2024;
            """,
            rates="""
            S1; 01-01-2023; ; 100; day; base
            S2; 01-01-2023; ; 100; day; base
            """,
        ),
        AS_OF,
    )
    # 2023: 365 days of A; 2024: 366 of A and 31 of B.
    found = effects(loaded, "year_a=2023 year_b=2024 basis=committed")
    assert sum(found) == pytest.approx(397 * 100 - 36_500, abs=0.001)
    assert found[0] == pytest.approx((397 / 366 - 1) * 36_500, abs=0.01)
    # To 30 June: 181 days against 182; B has not begun.
    assert sum(effects(loaded, "year_a=2023 year_b=2024")) == pytest.approx(100, abs=0.001)


@pytest.mark.parametrize("seed", DELIVERIES)
@pytest.mark.parametrize("by", ["none", "section", "provider", "target_group"])
def test_the_effects_are_the_whole_difference(at_random: Callable[[int], Loaded], seed: int, by: str) -> None:
    """Exactly: to the øre, of two whole years and of what is committed."""
    loaded, year = at_random(seed), DELIVERIES[seed].year
    for line, basis in (
        (f"year_a={year - 2} year_b={year - 1}", ""),
        (f"year_a={year - 1} year_b={year}", " basis=committed"),
    ):
        first, second = (int(part.split("=")[1]) for part in line.split())
        costs = {
            one: sum(
                row["total_cost"] for row in loaded.run(f"cost from_year={one} to_year={one} role=all{basis}")
            )
            for one in (first, second)
        }
        change = sum(effects(loaded, f"{line} by={by} role=all{basis}"))
        # Each year's cost may be half an øre to either side, for binary sums follow the order of the rows.
        assert change == pytest.approx(costs[second] - costs[first], abs=0.0201)


def test_fixed_prices_are_those_of_the_last_year_asked_for(loader: Loader) -> None:
    loaded = whole_years(loader, INDEX)
    line = "cost from_year=2021 to_year=2022"
    current, fixed = loaded.run(line), loaded.run(f"{line} prices=fixed")
    assert [row["total_cost"] for row in current] == [1_460_000, 2_263_000]
    # 2021's kroner times 102 / 100.
    assert [row["total_cost"] for row in fixed] == [1_489_200, 2_263_000]
    assert [row["unit_cost"] for row in fixed] == [744_600, pytest.approx(754_333.33)]
    assert [row["citizens"] for row in fixed] == [2, 3]


def test_intervals_at_fixed_prices(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="A; SEL 107; 01-01-2021; 31-12-2021",
            rates="S1; 01-01-2021; ; 490.196,08; year; base",
            price_index=INDEX,
        ),
        AS_OF,
    )
    # 490.196,08 × 1,02 is 500.000,0016, which is 500.000,00 to the øre.
    line = "cost_intervals from_year=2021 to_year=2022"
    expected = table(
        """
        year | by_value | interval       | citizens
        2021 |          | 0-500000       | 0
        2021 |          | 500000-1000000 | 1
        """
    )
    assert loaded.run(f"{line} prices=fixed")[:2] == expected
    assert loaded.run(line)[0]["citizens"] == 1


def test_a_year_without_index_is_named(loader: Loader) -> None:
    loaded = whole_years(loader, INDEX)
    with pytest.raises(PlainError) as problem:
        loaded.run("cost from_year=2019 to_year=2022 prices=fixed")
    assert "price_index mangler 2019 og 2020" in str(problem.value)
    assert problem.value.exit_status == 2
    # Without fixed prices nobody asks for the index.
    assert loaded.run("cost from_year=2019 to_year=2022")
