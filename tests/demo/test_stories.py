"""The five stories, told by the key figures: demo written, loaded and run as users run them."""

from datetime import date
from typing import Any

import pytest

from cockpit.keyfigures import run
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse

Rows = list[dict[str, Any]]
GUIDELINE = {"Børn Øst": (20, 30), "Børn Vest": (20, 30)}
ADULTS = (45, 65)


@pytest.fixture(scope="module")
def demo(demo_settings: Settings) -> Warehouse:
    return Warehouse(demo_settings)


def rows(demo: Warehouse, figure: str, **given: str) -> Rows:
    """The figure's rows; `from_` stands for `from`."""
    return run(figure, {name.rstrip("_"): value for name, value in given.items()}, warehouse=demo).rows


def test_citizens_in_residential_care_grow_to_214(demo: Warehouse) -> None:
    years = rows(demo, "stock_flow", period="year", from_="2016-01-01", to="2026-10-31", group="botilbud")
    assert (years[0]["opening"], years[-1]["closing"]) == (150, 214)
    months = rows(demo, "stock_flow", period="month", from_="2024-11-01", to="2026-10-31", group="botilbud")
    assert all(2 <= month["inflow"] <= 8 and 1 <= month["outflow"] <= 6 for month in months)


@pytest.mark.parametrize(("group", "before", "now"), [({}, 27, 54), ({"group": "botilbud"}, 14, 28)])
def test_young_with_a_psychiatric_diagnosis_double(
    demo: Warehouse, group: dict[str, str], before: int, now: int
) -> None:
    """age_intervals, diagnosis=ja, on 31 October: 18-24 double in four years, in all and in botilbud."""

    def young(on: str) -> int:
        bands = rows(demo, "age_intervals", on=on, diagnosis="ja", **group)
        return sum(row["citizens"] for row in bands if row["age_band"] == "18-24")

    assert (young("2022-10-31"), young("2026-10-31")) == (before, now)


def test_a_private_provider_rises_by_18_percent(demo: Warehouse) -> None:
    """cost by=provider, 2024 to 2025: T041, Fonden Månebakken; no other private home rises as much."""
    cost = rows(
        demo, "cost", from_year="2024", to_year="2025", by="provider", owner="private", group="botilbud"
    )
    unit = {(row["by_value"], row["year"]): row for row in cost if row["full_year_persons"] >= 5}
    rises = {
        provider: unit[provider, 2025]["unit_cost"] / unit[provider, 2024]["unit_cost"] - 1
        for provider, year in unit
        if year == 2024 and (provider, 2025) in unit
    }
    assert 0.175 <= rises["T041"] <= 0.185
    assert max(rises, key=lambda provider: rises[provider]) == "T041"


def test_one_team_is_over_the_guideline_since_a_vacancy(demo: Warehouse) -> None:
    """caseload_trend by=team: Voksen B is over 65 citizens per full-time post from May 2026."""
    months = rows(demo, "caseload_trend", from_="2022-01-01", to="2026-10-31", by="team")
    assert len(months) == 58 * 6
    over = {(row["by_value"], row["month"]) for row in months if _over(row)}
    assert over == {("Voksen B", row["month"]) for row in months if row["month"] >= date(2026, 5, 31)}
    assert all(row["citizens_per_fte"] >= GUIDELINE.get(row["by_value"], ADULTS)[0] for row in months)


def _over(row: dict[str, Any]) -> bool:
    return bool(row["citizens_per_fte"] > GUIDELINE.get(row["by_value"], ADULTS)[1])


def test_teams_on_the_as_of_date(demo: Warehouse) -> None:
    status = {row["by_value"]: row["status"] for row in rows(demo, "caseload", on="2026-10-31", by="team")}
    assert [team for team, state in status.items() if state != "within"] == ["Voksen B"]
    assert status["Voksen B"] == "over"


def test_stays_under_107_lengthen(demo: Warehouse) -> None:
    """length_of_stay section=SEL 107: median about 14 months of stays begun 2020-21, about 19 of 2023-24."""

    def months(first: str, last: str) -> float:
        (row,) = rows(demo, "length_of_stay", from_=first, to=last, section="SEL 107")
        return float(row["median_days"]) / 30.44

    assert 13.3 <= months("2020-01-01", "2021-12-31") <= 14.9
    assert 18.5 <= months("2023-01-01", "2024-12-31") <= 20


def test_citizens_above_2_million_double(demo: Warehouse) -> None:
    """cost_intervals group=botilbud, annualised: 14 citizens at 2 mio. kr. and above in 2022, 28 in 2026."""
    intervals = rows(demo, "cost_intervals", from_year="2022", to_year="2026", group="botilbud")
    dear = dict.fromkeys(range(2022, 2027), 0)
    for row in intervals:
        if row["interval"] in ("2000000-4000000", "4000000+"):
            dear[row["year"]] += row["citizens"]
    assert list(dear.values()) == [14, 17, 20, 24, 28]
    assert all(row["citizens"] <= 5 for row in intervals if row["interval"] == "4000000+")


@pytest.mark.parametrize(
    ("group", "low", "high"),
    [
        ("botilbud", 950_000, 1_220_000),
        ("anbringelse", 800_000, 2_500_000),
        ("BPA", 1_300_000, 2_000_000),
        ("støtte i eget hjem", 60_000, 250_000),
        ("dagtilbud", 100_000, 250_000),
    ],
)
def test_prices_are_plausible(demo: Warehouse, group: str, low: int, high: int) -> None:
    cost = rows(demo, "cost", from_year="2022", to_year="2026", group=group)
    assert all(low <= row["unit_cost"] <= high for row in cost)
