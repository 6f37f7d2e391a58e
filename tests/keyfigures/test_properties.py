"""What must hold between the figures, whatever the delivery."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice
from random import Random

import pytest

from tests.keyfigures.comparing import differences
from tests.keyfigures.deliveries import Row, Tables, danish
from tests.keyfigures.loading import Loaded, Loader, Rows
from tests.keyfigures.plain_presence import days_in_year
from tests.keyfigures.questions import QUESTIONS
from tests.keyfigures.random_deliveries import DELIVERIES, random_tables
from tests.keyfigures.services_asked import BY

AtRandom = Callable[[int], Loaded]
SEEDS = (1, 4)
SOME_BY = ("none", "section", "owner", "target_group")


def _add_up(rows: Rows, over: str, column: str) -> Counter[object]:
    """The column's sum for each value of `over`."""
    sums: Counter[object] = Counter()
    for row in rows:
        sums[row[over]] += row[column]
    return sums


@pytest.mark.parametrize("seed", DELIVERIES)
@pytest.mark.parametrize("period", ["month", "quarter", "year"])
def test_closing_is_opening_plus_inflow_minus_outflow(at_random: AtRandom, seed: int, period: str) -> None:
    as_of = DELIVERIES[seed]
    rows = at_random(seed).run(f"stock_flow period={period} from=2021-05-05 to={as_of} by=section role=all")
    left: dict[object, object] = {}
    for row in rows:
        assert row["closing"] == row["opening"] + row["inflow"] - row["outflow"], row
        # What one period closes with, the next one opens with.
        assert row["opening"] == left.get(row["by_value"], row["opening"]), row
        left[row["by_value"]] = row["closing"]


def test_the_mean_daily_stock_of_a_complete_year_is_its_full_year_persons(at_random: AtRandom) -> None:
    loaded, chosen = at_random(1), "role=all group=botilbud"
    days = [date(2023, 1, 1) + timedelta(days=number) for number in range(365)]
    stocks = [
        sum(row["citizens"] for row in loaded.run(f"age_intervals on={day} bands=1 {chosen}")) for day in days
    ]
    (year,) = loaded.run(f"full_year_persons from_year=2023 to_year=2023 {chosen}")
    assert year["full_year_persons"] == pytest.approx(sum(stocks) / 365, abs=1e-6)


def _split(service: Row) -> list[Row]:
    """The service in two that follow one another, where it has more than a day."""
    parts = [
        date(*map(int, service[name].split("-")[::-1]))
        for name in ("start_date", "end_date")
        if service[name]
    ]
    start, end = parts[0], parts[-1] if len(parts) == 2 else parts[0] + timedelta(days=80)
    if start == end and service["end_date"]:
        return [service]
    middle = start + (end - start) // 2
    return [
        {**service, "end_date": danish(middle)},
        {
            **service,
            "service_id": service["service_id"] + "b",
            "start_date": danish(middle + timedelta(days=1)),
        },
    ]


def _with_every_service_split(tables: Tables) -> Tables:
    """The rates of a service are attached to both its parts."""
    services = [part for service in tables["services"] for part in _split(service)]
    parts = {part["service_id"] for part in services}
    copies = [
        {**rate, "service_id": rate["service_id"] + "b"}
        for rate in tables["rates"]
        if rate["service_id"] + "b" in parts
    ]
    return {**tables, "services": services, "rates": tables["rates"] + copies}


@pytest.mark.parametrize("seed", SEEDS)
def test_splitting_a_service_in_two_changes_nothing(loader: Loader, at_random: AtRandom, seed: int) -> None:
    as_of = DELIVERIES[seed]
    whole = at_random(seed)
    split = loader(_with_every_service_split(random_tables(seed, as_of)), as_of)
    for by in SOME_BY:
        for line in (
            f"stock_flow period=month from=2023-01-01 to={as_of} by={by}",
            f"length_of_stay from=2022-01-01 to={as_of} by={by}",
            f"full_year_persons from_year=2022 to_year={as_of.year} by={by}",
            f"age_intervals on={as_of} by={by}",
            f"cost from_year=2022 to_year={as_of.year} by={by}",
            f"cost from_year={as_of.year} to_year={as_of.year + 1} basis=committed by={by}",
            f"cost_intervals from_year=2022 to_year={as_of.year} by={by}",
        ):
            expected = [
                # Two services without a rate where one was: the only thing that counts services.
                {name: value for name, value in row.items() if name != "services_without_rate"}
                for row in whole.run(line)
            ]
            assert differences(expected, split.run(line)) == [], line


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("by", BY[1:])
def test_the_sum_over_by_is_never_below_the_total(at_random: AtRandom, seed: int, by: str) -> None:
    loaded, as_of = at_random(seed), DELIVERIES[seed]
    for line, over, columns in (
        (
            f"stock_flow period=month from=2022-01-01 to={as_of}",
            "period_start",
            ("opening", "inflow", "closing"),
        ),
        (f"stock_flow period=year from=2022-01-01 to={as_of}", "period_start", ("outflow",)),
        (f"full_year_persons from_year=2022 to_year={as_of.year}", "year", ("citizens", "service_days")),
        (f"cost from_year=2022 to_year={as_of.year}", "year", ("citizens", "full_year_persons")),
        (f"age_intervals on={as_of}", "age_band", ("citizens",)),
    ):
        parts, total = loaded.run(f"{line} by={by}"), loaded.run(line)
        for column in columns:
            sums = _add_up(parts, over, column)
            # Shares of a year come to six decimals, so that ten rounded parts may lack a little.
            assert all(sums[row[over]] >= row[column] - 0.00001 for row in total), (line, column)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("by", BY[1:])
def test_every_krone_lies_in_one_value_of_by(at_random: AtRandom, seed: int, by: str) -> None:
    line = f"cost from_year=2022 to_year={DELIVERIES[seed].year}"
    for column in ("base_cost", "supplement_cost", "total_cost", "services_without_rate"):
        parts = at_random(seed).run(f"{line} by={by}")
        sums = _add_up(parts, "year", column)
        for row in at_random(seed).run(line):
            # Each amount is rounded to the øre.
            assert float(sums[row["year"]]) == pytest.approx(float(row[column]), abs=0.005 * (len(parts) + 1))


@pytest.mark.parametrize("seed", DELIVERIES)
def test_residential_now_is_the_closing_stock(at_random: AtRandom, seed: int) -> None:
    loaded, as_of = at_random(seed), DELIVERIES[seed]
    counts = {
        row["definition"]: row["value"]
        for row in loaded.run(f"residential_count on={as_of} year={as_of.year}")
    }
    line = f"stock_flow period=year from={as_of} to={as_of} group=botilbud"
    ((paying,), (acting,)) = (loaded.run(line), loaded.run(f"{line} role=acting"))
    assert counts["now"] == counts["paying_now"] == paying["closing"]
    assert counts["acting_now"] == acting["closing"]
    assert (counts["spells_started_in_year"], counts["spells_ended_in_year"]) == (
        paying["inflow"],
        paying["outflow"],
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_the_figures_of_a_year_agree(at_random: AtRandom, seed: int) -> None:
    """cost, full_year_persons and cost_intervals count the same citizens and the same days."""
    loaded, years = at_random(seed), f"from_year=2022 to_year={DELIVERIES[seed].year}"
    people = {row["year"]: row for row in loaded.run(f"full_year_persons {years}")}
    in_intervals = _add_up(loaded.run(f"cost_intervals {years}"), "year", "citizens")
    for row in loaded.run(f"cost {years}"):
        there = people[row["year"]]
        assert row["citizens"] == there["citizens"] == in_intervals[row["year"]]
        assert row["full_year_persons"] == there["full_year_persons"]
        unit_cost = float(row["total_cost"]) / (there["service_days"] / days_in_year(row["year"]))
        assert float(row["unit_cost"]) == pytest.approx(unit_cost, rel=1e-6)


@pytest.mark.parametrize("seed", DELIVERIES)
def test_the_last_month_of_the_trend_is_the_caseload(at_random: AtRandom, seed: int) -> None:
    loaded, as_of = at_random(seed), DELIVERIES[seed]
    for by in ("team", "area"):
        now = loaded.run(f"caseload on={as_of} by={by}")
        trend = loaded.run(f"caseload_trend from={as_of} to={as_of} by={by}")
        shown = [{**row, "month": as_of} for row in now]
        expected = [{name: row[name] for name in trend[0]} for row in shown]
        assert differences(expected, [{**row, "month": as_of} for row in trend]) == []


def test_the_order_of_rows_and_files_changes_nothing(loader: Loader, at_random: AtRandom) -> None:
    as_of = DELIVERIES[SEEDS[0]]
    tables = random_tables(SEEDS[0], as_of)
    shuffled = {name: Random(7).sample(rows, len(rows)) for name, rows in tables.items()}
    other_way_round = loader(shuffled, as_of)
    for questions in QUESTIONS.values():
        for line in islice(questions(as_of), 0, None, 7):
            assert other_way_round.run(line) == at_random(SEEDS[0]).run(line), line
