"""What the demo municipality steers by agrees with its services: deadlines, reviews, ledger, comparison."""

from collections import defaultdict
from datetime import date
from typing import Any

import pytest

from cockpit.demo.recipe import REFERENCE, csv_rows
from cockpit.keyfigures import run
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse

Rows = list[dict[str, Any]]
AS_OF = date(2026, 10, 31)
BOUGHT = "other_municipality,region,private"


@pytest.fixture(scope="module")
def demo(demo_settings: Settings) -> Warehouse:
    return Warehouse(demo_settings)


def extract(demo: Warehouse, name: str) -> Rows:
    return demo.reader().rows(f"from {name}")


def late(row: dict[str, Any]) -> bool:
    return row["completed_at"] is None or row["completed_at"] > row["due_at"]


def due(demo: Warehouse, first: date, **wanted: str) -> Rows:
    """Deadlines that fell due from `first` up to the as-of date."""
    return [
        row
        for row in extract(demo, "deadlines")
        if first <= row["due_on"] <= AS_OF and all(row[name] == value for name, value in wanted.items())
    ]


@pytest.mark.parametrize(
    ("kind", "least"),
    [("notification_24h", 0.95), ("child_assessment", 0.75), ("first_follow_up", 0.75), ("follow_up", 0.85)],
)
def test_most_deadlines_are_kept_in_each_year(demo: Warehouse, kind: str, least: float) -> None:
    found = due(demo, date(2024, 1, 1), kind=kind)
    by_year = {year: [row for row in found if row["due_on"].year == year] for year in (2024, 2025, 2026)}
    for rows in by_year.values():
        assert len(rows) >= 25
        assert least <= 1 - sum(map(late, rows)) / len(rows) < 1


def test_some_deadlines_are_open(demo: Warehouse) -> None:
    """Overdue ones, and others that fall due within 30 days."""
    still = [row for row in extract(demo, "deadlines") if row["completed_at"] is None]
    assert {row["kind"] for row in still} >= {"child_assessment", "first_follow_up", "follow_up"}
    assert 10 <= sum(1 for row in still if row["due_on"] <= AS_OF) <= 40
    assert 20 <= sum(1 for row in still if AS_OF < row["due_on"] <= date(2026, 11, 30)) <= 120


def test_one_team_lags_since_its_vacancy(demo: Warehouse) -> None:
    teams = sorted({row["team"] for row in due(demo, date(2026, 7, 1), kind="follow_up")})
    assert len(teams) == 6
    shares = {}
    for team in teams:
        rows = due(demo, date(2026, 7, 1), kind="follow_up", team=team)
        shares[team] = sum(map(late, rows)) / len(rows)
    assert min(shares, key=lambda team: -shares[team]) == "Voksen B"
    assert shares.pop("Voksen B") > 0.3
    assert max(shares.values()) < 0.2


def test_a_deadline_is_of_a_case_of_its_team(demo: Warehouse) -> None:
    workers = {row["caseworker_id"]: row["team"] for row in extract(demo, "caseworkers")}
    cases = {
        (row["case_id"], row["citizen_id"], workers[row["caseworker_id"]])
        for row in extract(demo, "case_assignments")
    }
    rows = extract(demo, "deadlines")
    assert all((row["case_id"], row["citizen_id"], row["team"]) in cases for row in rows)
    assert all(row["started_on"] <= AS_OF for row in rows)
    assert all(row["completed_on"] is None or row["completed_on"] <= AS_OF for row in rows)


def test_reviews_of_both_kinds_save(demo: Warehouse) -> None:
    effect: dict[tuple[str, int], float] = defaultdict(float)
    for row in extract(demo, "reviews"):
        effect[row["kind"], row["reviewed_on"].year] += 365 * float(
            row["daily_rate_after"] - row["daily_rate_before"]
        )
    assert set(effect) == {
        (kind, year) for kind in ("reassessment", "rate_negotiation") for year in range(2023, 2027)
    }
    assert all(-4_000_000 < saving < 0 for saving in effect.values())


def test_the_ledger_agrees_with_the_services_that_were_bought(demo: Warehouse) -> None:
    """Per year, accounts that share a section taken together: within 4 per cent."""
    together: dict[str, set[str]] = {}
    for row in csv_rows(REFERENCE / "accounts.csv"):
        sections = row["sections"].replace("|", ",")
        together.setdefault(sections, set()).add(row["account"])
    booked = [row for row in extract(demo, "ledger") if row["kind"] == "actual" and row["art"][:2] == "4."]
    for sections, accounts in together.items():
        given = {"from_year": "2024", "to_year": "2026", "section": sections, "owner": BOUGHT}
        for cost in run("cost", given, warehouse=demo).rows:
            posted = sum(
                float(row["amount"])
                for row in booked
                if row["account"] in accounts and row["year"] == cost["year"]
            )
            assert posted == pytest.approx(cost["total_cost"], rel=0.04, abs=60_000), (sections, cost["year"])


def test_one_account_heads_over_its_budget(demo: Warehouse) -> None:
    sums: dict[tuple[str, int, str], float] = defaultdict(float)
    for row in extract(demo, "ledger"):
        sums[row["kind"], row["year"], row["account"]] += float(row["amount"])
    accounts = {row["account"] for row in csv_rows(REFERENCE / "accounts.csv")}
    assert {account for _, _, account in sums} == accounts
    over = {
        account: sums["forecast", 2026, account] / sums["revised_budget", 2026, account] - 1
        for account in accounts
    }
    assert over.pop("5.38.52") == pytest.approx(0.06, abs=0.003)
    assert all(-0.03 < share <= 0.001 for share in over.values())
    for year in (2024, 2025, 2026):
        for account in accounts:
            budget = sums["original_budget", year, account]
            assert budget == pytest.approx(sums["forecast", year, account], rel=0.08), (account, year)


def test_our_own_row_of_a_comparison_is_what_the_key_figures_say(demo: Warehouse) -> None:
    rows = {
        (row["municipality"], row["year"], row["figure"]): row["value"] for row in extract(demo, "benchmarks")
    }
    assert len({municipality for municipality, _, _ in rows}) == 10
    assert all(("330", year, figure) in rows for _, year, figure in rows)
    for year in range(2022, 2026):
        given = {"from_year": str(year), "to_year": str(year)}
        (cost,) = run("cost", given, warehouse=demo).rows
        assert float(rows["330", year, "cost.unit_cost"]) == pytest.approx(cost["unit_cost"], abs=1)
        counts = run("residential_count", {"on": f"{year}-12-31", "year": str(year)}, warehouse=demo).rows
        value = {row["definition"]: row["value"] for row in counts}["per_1000_adults_now"]
        assert float(rows["330", year, "residential_count.per_1000_adults_now"]) == pytest.approx(
            value, abs=0.006
        )


def test_initiatives_of_every_status_and_three_with_a_figure(demo: Warehouse) -> None:
    rows = [row for row in extract(demo, "initiatives") if row["initiative_id"] != "P091"]
    assert len({row["initiative_id"] for row in rows}) == 14
    assert {row["status"] for row in rows} == {
        "idé", "kommissorium", "under opstart", "i gang", "evalueres", "gennemført", "stoppet",
    }  # fmt: skip
    assert {row["figure"] for row in rows} == {None, "stock_flow", "length_of_stay", "cost"}
    assert all(row["starts_on"] for row in rows if row["figure"])


def test_the_price_index_reaches_a_year_ahead(demo: Warehouse) -> None:
    index = {row["year"]: row["index"] for row in extract(demo, "price_index")}
    assert sorted(index) == list(range(2016, 2028))
    assert index[2026] == 100
