"""Every figure's columns, in the order in which the definitions state them."""

import pytest

from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader
from tests.keyfigures.random_deliveries import DELIVERIES

SEED = 1  # as-of 30 June 2024
DAY, DATES, YEARS = "on=2024-06-30", "from=2024-01-01 to=2024-06-30", "from_year=2024 to_year=2024"


@pytest.fixture(scope="module")
def loaded(loader: Loader) -> Loaded:
    tables = by_hand(
        services="A; SEL 107; 01-01-2024; ; own;;; 01-12-2023; 01-01-2024\n"
        "B; SEL 107; 01-01-2024; 31-01-2024\n"
        "C; SEL 104; 01-01-2024; 31-07-2024",
        rates="S1; 01-01-2024; ; 100; day; base",
        assignments="C1; A; R1; voksne; 01-01-2024; ; 1",
        caseworkers="R1; Rikke; Team A; 01-01-2024; ; 1",
        ledger="2024-01; 5.38.52; actual; 100,00; 4.7",
        benchmarks="330; 2023; cost.unit_cost; 1; Nettet;",
        initiatives="P1; Ungehus; ; ; ; idé; ; 2024; ; ;",
        capacity="own; 01-01-2024; ; 1",
        deadlines="F1; A; follow_up; 01-01-2024; 01-06-2024; ; Team A",
        reviews="S3; 01-02-2024; reassessment; 100; 90",
    )
    return loader(tables, DELIVERIES[SEED])


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        (
            f"stock_flow period=year {DATES}",
            "period_start period_end by_value opening inflow outflow closing complete",
        ),
        (f"length_of_stay {DATES}", "by_value spells ended p25_days median_days p75_days"),
        (f"pathways_in {DATES} group=botilbud", "previous_group spells"),
        (f"pathways_out {DATES} group=botilbud", "next_group spells"),
        (
            f"rapid_response {DATES}",
            "period_start spells closed_in_time closed_without_return share too_recent",
        ),
        (
            f"waiting_time {DATES}",
            "by_value services median_days_to_decision p90_days_to_decision median_days_to_start",
        ),
        (
            f"deadlines_kept period=year {DATES}",
            "period_start kind due kept breached share_kept median_days",
        ),
        ("deadline_risk days=30", "kind team overdue due_within"),
        (f"reviews {DATES}", "kind services annual_effect"),
        ("review_due months=1", "section owner services annual_cost"),
        ("review_due_list months=1", "service_id section provider last_seen annual_cost"),
        (f"places {DAY}", "provider owner places own_citizens sold free occupancy_rate"),
        (f"occupancy {DATES}", "month provider used_days available_days occupancy_rate"),
        (f"market {DAY}", "direction owner group citizens annual_amount share"),
        (f"residential_count {DAY} year=2024", "definition value"),
        (f"age_intervals {DAY}", "age_band by_value citizens"),
        (f"full_year_persons {YEARS}", "year by_value citizens service_days full_year_persons"),
        (
            f"cost {YEARS}",
            "year by_value base_cost supplement_cost total_cost citizens full_year_persons unit_cost "
            "services_without_rate",
        ),
        (f"cost_intervals {YEARS}", "year by_value interval citizens"),
        (
            f"supplements {YEARS}",
            "year by_value citizens citizens_with_supplement supplement_cost share_of_cost",
        ),
        ("cost_bridge year_a=2023 year_b=2024", "effect amount"),
        ("state_refund year=2024", "citizens refund thresholds_from"),
        ("turning_18 months=12", "month citizens annual_cost"),
        ("expiring days=90", "section citizens annual_cost"),
        ("expiring_list days=90", "service_id section provider ends_on annual_cost"),
        (
            f"caseload {DAY} by=team",
            "by_value team cases citizens weighted_cases fte citizens_per_fte guideline_low guideline_high "
            "status",
        ),
        (f"caseload_trend {DATES} by=team", "month by_value cases citizens fte citizens_per_fte"),
        (
            "budget year=2024 month=1",
            "account original_budget revised_budget actual forecast variance share_used",
        ),
        (
            "reconciliation year=2024 month=1",
            "account cost_from_services ledger_actual difference share species",
        ),
        (
            "benchmark figure=cost.unit_cost year=2023",
            "municipality value rank position median distance in_group source published_on",
        ),
        (
            "initiatives",
            "initiative theme committee status year investment expected_gain realised_gain net figure "
            "starts_on",
        ),
        ("load_quality", "extract source rows_read rows_loaded rows_rejected warnings delivered as_of"),
    ],
)
def test_columns(loaded: Loaded, line: str, columns: str) -> None:
    result = loaded.result(line)
    assert " ".join(result.columns) == columns
    assert all(list(row) == columns.split() for row in result.rows)
    assert result.rows


def test_an_answer_changed_by_its_reader_is_whole_for_the_next(loaded: Loaded) -> None:
    line = f"age_intervals {DAY}"
    first = loaded.run(line)
    expected = [dict(row) for row in first]
    first[0]["citizens"] = -1
    first.clear()
    assert loaded.run(line) == expected
