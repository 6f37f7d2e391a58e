"""Parquet: each type says what a file of text would, whatever program wrote it."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from cockpit.intake import check, load
from cockpit.settings import Settings
from tests.intake.conftest import AS_OF, Rows
from tests.intake.deliveries import counts, only, write

PROVIDER = "select 'T1' as provider_id, 'Et' as name, 'own' as owner"


def parquet(path: Path, query: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    duckdb.execute(f"copy ({query}) to '{path}' (format parquet)")
    return path


DATES = [
    ("date '2024-03-01'", date(2024, 3, 1)), ("timestamp '2024-03-01 00:00'", date(2024, 3, 1)),
    ("timestamp_ns '2024-03-01 00:00'", date(2024, 3, 1)),
    ("timestamp '2024-03-01 23:59:59.5'", date(2024, 3, 1)),
    ("timestamptz '2024-02-29 23:30:00+00'", date(2024, 3, 1)), ("' 01-03-2024 '", date(2024, 3, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("value", "meant"), DATES)
def test_dates(tmp_path: Path, settings: Settings, rows: Rows, value: str, meant: date) -> None:
    folder = tmp_path / "delivery"
    parquet(folder / "citizens.parquet", f"select 7 as citizen_id, {value} as birth_date")
    assert not load(folder, AS_OF, settings, progress=print).rejected
    assert rows("select birth_date from extract_citizens") == [{"birth_date": meant}]


AMOUNTS = [
    ("1234.5::double", "1234.50"), ("0.1::double + 0.2::double", "0.30"), ("0.1::float", "0.10"),
    ("45000", "45000.00"),
    ("45000::double", "45000.00"), ("1e15::double", "1000000000000000.00"), ("-7.25::decimal(18,4)", "-7.25"),
    ("'1.234,50'", "1234.50"), ("'1234,5'", "1234.50"), ("12345678.9::double", "12345678.90"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "meant"), AMOUNTS)
def test_amounts(tmp_path: Path, settings: Settings, rows: Rows, value: str, meant: str) -> None:
    row = f"select 2024 as month, '5.38.50' as account, 'original_budget' as kind, {value} as amount"
    parquet(tmp_path / "delivery" / "ledger.parquet", row)
    assert not load(tmp_path / "delivery", AS_OF, settings, progress=print).rejected
    assert rows("select cast(amount as varchar) as amount from extract_ledger") == [{"amount": meant}]


@pytest.mark.parametrize(
    "value", ["'18500.00'", "1.005::double", "1e-7::double", "'nan'", "'infinity'::double"]
)
def test_amounts_that_break_a_rule(tmp_path: Path, settings: Settings, value: str) -> None:
    row = f"select 2024 as month, '5.38.50' as account, 'original_budget' as kind, {value} as amount"
    parquet(
        tmp_path / "delivery" / "ledger.parquet",
        f"select * replace (5 as amount) from ({row}) union all {row}",
    )
    report = check(tmp_path / "delivery", settings)
    assert {(row.line, row.column) for row in report.rejected} == {(3, "amount")}


def test_what_is_no_number_is_empty_and_other_types_are_read(
    tmp_path: Path, settings: Settings, rows: Rows
) -> None:
    """Some programs keep whole numbers as fractions where one is missing, and that one as NaN."""
    folder = tmp_path / "delivery"
    parquet(folder / "citizens.parquet", "select 'B1'::blob as citizen_id, date '1980-02-01' as birth_date, "
            "true as psychiatric_diagnosis, '-' as sex, ' Autisme' as target_group")  # fmt: skip
    parquet(folder / "services.parquet", "select 'S' || range as service_id, 'B1' as citizen_id, "
            "'SEL' as law, 107.0::double as section, date '2024-01-01' as start_date, "
            "330.0::double as paying_municipality, "
            "'nan'::double as hours_per_week, 5 as \"Noter\" from range(2)")  # fmt: skip
    report = load(folder, AS_OF, settings, progress=print)
    assert not report.rejected
    assert report.ignored == ("kolonnen Noter i services.parquet",)
    citizens = "select psychiatric_diagnosis, sex, target_group from extract_citizens"
    assert [tuple(row.values()) for row in rows(citizens)] == [(True, None, "Autisme")]
    services = "select section, paying_municipality, hours_per_week from extract_services"
    assert {tuple(row.values()) for row in rows(services)} == {("107", "330", None)}


@pytest.mark.parametrize("kind", ["double", "float", "decimal(3,1)", "varchar"])
def test_a_code_kept_as_a_number(tmp_path: Path, settings: Settings, rows: Rows, kind: str) -> None:
    row = "select 2024 as month, '5.38.50' as account, 'original_budget' as kind, 4.7 as amount"
    parquet(tmp_path / "delivery" / "ledger.parquet", f"{row}, 4.7::{kind} as art")
    load(tmp_path / "delivery", AS_OF, settings, progress=print)
    assert rows("select art from extract_ledger") == [{"art": "4.7"}]


@pytest.mark.parametrize(
    ("value", "meant"), [("107::decimal(4,1)", "107"), ("110::decimal(4,0)", "110"), ("52::double", "52")]
)
def test_a_section_kept_as_a_number(
    tmp_path: Path, settings: Settings, rows: Rows, value: str, meant: str
) -> None:
    folder = tmp_path / "delivery"
    parquet(folder / "citizens.parquet", "select 'B1' as citizen_id, '01-02-1980' as birth_date")
    parquet(
        folder / "services.parquet",
        "select 'S1' as service_id, 'B1' as citizen_id, 'SEL' as law, date '2024-01-01' as start_date, "
        f"{value} as section",
    )
    assert not load(folder, AS_OF, settings, progress=print).rejected
    assert rows("select section from extract_services") == [{"section": meant}]


def test_a_cpr_number_kept_as_a_number_is_the_same_citizen(
    tmp_path: Path, settings: Settings, rows: Rows
) -> None:
    folder = write(tmp_path / "delivery", {"citizens": "citizen_id\n010280-" + "1234\n"})
    parquet(folder / "deadlines.parquet", "select 'F1' as deadline_id, 102801234::bigint as citizen_id, "
            "'follow_up' as kind, timestamp '2024-05-01 14:30' as started_at, "
            "date '2024-06-01' as due_at")  # fmt: skip
    assert not load(folder, AS_OF, settings, progress=print).rejected
    joined = "select started_at from extract_deadlines join extract_citizens using (citizen_id)"
    assert [str(row["started_at"]) for row in rows(joined)] == ["2024-05-01 14:30:00"]


@pytest.mark.parametrize("name", ["providers.parquet", "providers [a]=1 'x'.parquet"])
def test_rows_are_told_from_line_2_on(tmp_path: Path, settings: Settings, name: str) -> None:
    parquet(tmp_path / "own.parquet", f"{PROVIDER} union all select 'T2', 'To', 'stat'")
    (tmp_path / "delivery").mkdir()
    (tmp_path / "own.parquet").rename(tmp_path / "delivery" / name.replace("providers ", "providers_"))
    report = check(tmp_path / "delivery", settings)
    assert counts(report, "providers") == (2, 1, 1, 0, 0)
    assert only(report.rejected, "code") == [(3, "owner")]


def test_a_folder_is_no_column(tmp_path: Path, settings: Settings) -> None:
    """Some programs put a column's value into the name of the folder: here it is only a name."""
    query = "select 'T1' as provider_id, 'Et' as name"
    parquet(tmp_path / "owner=own" / "providers.parquet", query)
    assert "Kolonnen owner mangler" in check(tmp_path / "owner=own", settings).refusals[0]


UNUSABLE = [
    (f"{PROVIDER}, ['a'] as municipality", "har lister eller strukturer i felterne."),
    (f"{PROVIDER}, {{'a': 1}} as other", "har lister eller strukturer i felterne."),
    (f"from ({PROVIDER}) where false", "er tom."),
    (f"select * replace ('a' || chr(0) as name) from ({PROVIDER})", "har tegn, der ikke er tekst."),
    (f"select * exclude (owner) from ({PROVIDER})", "Kolonnen owner mangler i "),
]


@pytest.mark.parametrize(("query", "reason"), UNUSABLE)
def test_a_file_that_cannot_be_used(tmp_path: Path, settings: Settings, query: str, reason: str) -> None:
    parquet(tmp_path / "delivery" / "providers.parquet", query)
    [refusal] = check(tmp_path / "delivery", settings).refusals
    assert reason in refusal
    assert "providers.parquet" in refusal
