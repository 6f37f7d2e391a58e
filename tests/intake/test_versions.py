"""From delivery to version: refusals, what is carried over, and that the same data give the same figures."""

import csv
import random
from datetime import date
from pathlib import Path

import pytest

from cockpit.intake import check, contracts, load
from cockpit.settings import PROJECT, Settings
from cockpit.warehouse import Warehouse
from tests.intake.conftest import AS_OF, Loader, Rows
from tests.intake.deliveries import GOOD, settings_in, with_lines, write

GOLDEN = PROJECT / "tests" / "golden" / "messy"


def test_the_golden_delivery_loads_whole(settings: Settings, rows: Rows) -> None:
    report = load(GOLDEN, AS_OF, settings, progress=print)
    assert not report.rejected
    assert report.version is not None
    assert all(extract.rows_read == extract.rows_loaded for extract in report.extracts)
    assert rows("select count(*) as n from extract_services") == [{"n": 928}]


def test_every_extract_is_there_and_the_report_is_kept(loaded: Loader, rows: Rows) -> None:
    loaded(with_lines("rates", "S1;01-01-2030;;18500.00;day;supplement"))
    assert rows("select count(*) as n from extract_population") == [{"n": 0}]
    columns = "extract, source, file_count, rows_read, rows_loaded, rows_rejected, as_of"
    kept = rows(f"select {columns} from load_report")
    assert len(kept) == len(GOOD)
    assert {"extract": "rates", "source": "canonical", "file_count": 1, "rows_read": 4, "rows_loaded": 3,
            "rows_rejected": 1, "as_of": AS_OF} in kept  # fmt: skip
    assert rows("select file, line, rule, counts from rejected_row") == [
        {"file": "rates.csv", "line": 5, "rule": "number", "counts": True}
    ]


def test_an_extract_never_delivered_is_an_empty_view_of_the_right_types(loaded: Loader, rows: Rows) -> None:
    loaded({"caseworkers": GOOD["caseworkers"]})
    types = {
        (row["table_name"], row["column_name"]): row["data_type"]
        for row in rows("select table_name, column_name, data_type from information_schema.columns")
    }
    for contract in contracts().values():
        assert rows(f"select count(*) as n from {contract.name}")[0]["n"] == (contract.name == "caseworkers")
        for column in contract.columns:
            assert types[contract.name, column.name].lower() == column.sql_type, (contract.name, column.name)
    assert [types["deadlines", name] for name in ("started_on", "due_on", "completed_on")] == ["DATE"] * 3


def test_a_ledger_row_knows_its_year_and_month(loaded: Loader, rows: Rows) -> None:
    text = "month;year;account;kind;amount\n2026;1999;5.38.50;revised_budget;1\n2026-03;;5.38.50;actual;-1\n"
    report = loaded({"ledger": text})
    assert report.ignored == ("kolonnen year i ledger.csv",)
    assert rows("select month, year, month_start, amount from ledger order by amount") == [
        {"month": "2026-03", "year": 2026, "month_start": date(2026, 3, 1), "amount": -1},
        {"month": "2026", "year": 2026, "month_start": None, "amount": 1},
    ]


def test_reviews_carried_over_that_lose_their_service_are_warned_of(loaded: Loader, rows: Rows) -> None:
    loaded(GOOD)
    left = "".join(line for line in GOOD["services"].splitlines(keepends=True) if not line.startswith("S1"))
    report = loaded(
        {"services": left, "rates": "".join(GOOD["rates"].splitlines(keepends=True)[i] for i in (0, 2))}
    )
    assert [(row.extract, row.column, row.rule) for row in report.warnings] == [
        ("reviews", "service_id", "orphans")
    ]
    assert rows("select count(*) as n from reviews") == [{"n": 2}]


def test_rejected_rows_are_a_file_for_excel(loaded: Loader, settings: Settings) -> None:
    report = loaded(with_lines("rates", "S1;01-01-2030;;18500.00;day;supplement"))
    assert report.rejects_file == settings.data_dir / "rejects" / "v000001.csv"
    with report.rejects_file.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file, delimiter=";")) == [
            ["file", "line", "column", "rule", "message"],
            ["rates.csv", "5", "amount", "number", "»18500.00« kan ikke læses som beløb. Skriv 18.500,00."],
        ]


def test_a_refused_delivery_changes_nothing_but_keeps_its_rejects(loaded: Loader, rows: Rows) -> None:
    loaded(GOOD)
    report = loaded(with_lines("rates", "S1;01-01-2030;;18500.00;day;supplement") | {"providers": "x;y\n"})
    assert report.version is None
    assert report.refusals
    assert report.rejects_file is not None
    assert report.rejects_file.name.startswith("afvist-")
    assert rows("select version_id from version") == [{"version_id": "v000001"}]


def test_too_many_rejected_rows(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, COCKPIT_MAX_REJECTED_SHARE="0.05")
    head, row = "provider_id;name;owner\n", "T{};Navn;{}\n"
    rows = [row.format(i, "stat" if i < 1 else "own") for i in range(20)]
    assert not check(write(tmp_path / "a", {"providers": head + "".join(rows)}), settings).refusals
    rows[1] = row.format(1, "stat")
    assert check(write(tmp_path / "b", {"providers": head + "".join(rows)}), settings).refusals == (
        "2 af 20 rækker i providers er afvist, altså 10,0 pct. mod højst 5,0 pct. "
        "Ret rækkerne i fagsystemet, og lav udtrækket igen.",
    )


def test_fallen_rows_do_not_count_towards_the_limit(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, COCKPIT_MAX_REJECTED_SHARE="0.05")
    born = ["01-01-198" if number == 5 else "01-01-1980" for number in range(20)]
    citizens = "citizen_id;birth_date\n" + "".join(f"B{i};{day}\n" for i, day in enumerate(born))
    services = "service_id;citizen_id;law;section;start_date\n" + "".join(
        f"S{i};B5;SEL;107;01-01-2024\n" for i in range(9)
    )
    services += "S9;B1;SEL;107;01-01-2024\n"
    folder = write(tmp_path / "a", {"citizens": citizens, "services": services})
    assert not check(folder, settings).refusals


def test_missing_parents_refuse_and_everything_is_told_at_once(tmp_path: Path, settings: Settings) -> None:
    texts = {name: GOOD[name] for name in ("services", "rates")} | {"caseworkers": "team\n", "capacity": ""}
    assert check(write(tmp_path / "a", texts), settings).refusals == (
        "Kolonnerne caseworker_id, from_date og fte mangler i caseworkers.csv. "
        "Tag dem med i udtrækket, og prøv igen.",
        "capacity.csv er tom. Lav udtrækket igen.",
        "services henviser til citizens, som hverken er i leverancen eller indlæst før. "
        "Læg citizens.csv i mappen, og prøv igen.",
        "services henviser til providers, som hverken er i leverancen eller indlæst før. "
        "Læg providers.csv i mappen, og prøv igen.",
    )  # fmt: skip


def test_providers_are_needed_only_where_a_service_names_one(tmp_path: Path, settings: Settings) -> None:
    services = "\n".join(line.replace("T1", "").replace("T2", "") for line in GOOD["services"].split("\n"))
    folder = write(tmp_path / "a", {"citizens": GOOD["citizens"], "services": services})
    assert not check(folder, settings).refusals


def test_fewer_than_half_of_the_rows_in_use(loaded: Loader) -> None:
    loaded(with_lines("providers", *(f"X{i};Navn;own;;" for i in range(3))))
    fewer = {"providers": GOOD["providers"]}
    assert loaded(fewer).refusals == (
        "providers har 2 rækker mod 5 i brug, altså under halvdelen. "
        "Er det rigtigt, så indlæs med --accept-fewer-rows.",
    )
    assert loaded(fewer, accept_fewer_rows=True).version is not None


def test_an_extract_without_rows(loaded: Loader) -> None:
    empty = {"caseworkers": GOOD["caseworkers"].split("\n")[0] + "\n"}
    assert loaded(empty).refusals == (
        "caseworkers har ingen rækker, der kan indlæses. Er det rigtigt, så indlæs med --accept-fewer-rows.",
    )
    assert loaded(empty, accept_fewer_rows=True).version is not None


def test_what_is_not_delivered_is_carried_over(loaded: Loader, rows: Rows) -> None:
    loaded(GOOD)
    before = rows("select * from extract_services order by service_id")
    report = loaded({"capacity": GOOD["capacity"], "rates": GOOD["rates"]})
    assert not report.refusals
    assert not report.warnings
    assert rows("select * from extract_services order by service_id") == before
    assert len(rows("select * from load_report")) == len(GOOD)


def test_services_may_refer_to_citizens_and_providers_in_use(loaded: Loader) -> None:
    loaded(GOOD)
    report = loaded({"services": GOOD["services"] + "S4;B8;SEL;107;T8;01-01-2024;\n"})
    assert [(row.line, row.rule) for row in report.rejected] == [(5, "unknown_parent"), (5, "unknown_parent")]
    assert report.version is not None


def test_carried_over_rows_that_lose_their_parent_are_warned_of(loaded: Loader) -> None:
    loaded(GOOD)
    report = loaded(
        {"citizens": "citizen_id;birth_date\nB1;01-02-1980\nB2;03-04-1990\n", "providers": GOOD["providers"]}
    )
    assert [(row.extract, row.line, row.column, row.rule, row.message) for row in report.warnings] == [
        ("services", None, "citizen_id", "orphans",
         "1 rækker fra den forrige indlæsning peger på citizens, som ikke er med længere."),
    ]  # fmt: skip
    assert report.version is not None


def _content(settings: Settings) -> dict[str, list[dict[str, object]]]:
    reader = Warehouse(settings).reader()
    return {name: reader.rows(f"from extract_{name} order by all") for name in (*GOOD, "population")}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_the_same_delivery_in_other_clothes_gives_the_same_version(
    tmp_path: Path, settings: Settings, encoding: str
) -> None:
    load(write(tmp_path / "first", GOOD), AS_OF, settings, progress=print)
    before = _content(settings)
    shuffled = {}
    for name, text in GOOD.items():
        head, *lines = text.splitlines()
        random.Random(1).shuffle(lines)
        shuffled[f"{name.upper()}_2.csv"] = "\r\n".join([head, *lines[:1]])
        if lines[1:]:
            shuffled[f"{name}-1.csv"] = "\r\n".join([head, *lines[1:]]) + "\r\n"
    load(write(tmp_path / "second", shuffled, encoding), date(2026, 10, 31), settings, progress=print)
    assert _content(settings) == before
