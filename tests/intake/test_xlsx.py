"""Workbooks: what Excel makes of dates, numbers and ids, which sheet is read, and on which row a fault is."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from cockpit.confined.sheet import number
from cockpit.intake import LoadReport, check, load
from cockpit.settings import Settings
from tests.intake.conftest import AS_OF, Rows
from tests.intake.deliveries import counts, only, write

HEAD = ("provider_id", "name", "owner", "municipality", "provider_type")
HALF_PAST_TWO = datetime(2024, 5, 1, 14, 30)  # noqa: DTZ001 (a cell has no zone)
Cells = Sequence[Sequence[object]]


class Formula(str):
    """A formula, and the error that Excel shows."""


def workbook(path: Path, sheets: Mapping[str, Cells], hidden: Sequence[str] = ()) -> Path:
    """A workbook with these cells, each from A1."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        forms = {date: book.add_format({"num_format": "dd-mm-yyyy"}),
                 datetime: book.add_format({"num_format": "dd-mm-yyyy hh:mm"}),
                 time: book.add_format({"num_format": "hh:mm"})}  # fmt: skip
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for line, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, Formula):
                        sheet.write_formula(line, column, "=1/0", None, str(cell))
                    elif isinstance(cell, date | time):
                        sheet.write_datetime(line, column, cell, forms[type(cell)])
                    elif cell is not None:
                        sheet.write(line, column, cell)
    return path


def loaded_from(folder: Path, settings: Settings) -> LoadReport:
    return load(folder, AS_OF, settings, progress=print)


def test_dates_numbers_and_booleans(tmp_path: Path, settings: Settings, rows: Rows) -> None:
    folder = tmp_path / "delivery"
    workbook(folder / "citizens.xlsx", {"citizens": [
        ("citizen_id", "birth_date", "psychiatric_diagnosis", "died_on"),
        ("B1", date(1980, 2, 1), True, HALF_PAST_TWO),
        (2, "03-04-1990", False, None),
    ]})  # fmt: skip
    workbook(folder / "services.xlsx", {"Ark1": [
        ("service_id", "citizen_id", "law", "section", "start_date", "paying_municipality", "hours_per_week"),
        (1001, "B1", "SEL", 107, date(2024, 1, 1), 330, 7.5),
        ("S2", 2, "SEL", "108", "01-03-2024", "316", "1.037,25"),
        ("S3", "2", "SEL", 108, date(2024, 3, 1), None, 0.1 + 0.2),
    ]})  # fmt: skip
    report = loaded_from(folder, settings)
    assert not report.rejected
    assert not report.refusals
    citizens = "select birth_date, psychiatric_diagnosis, died_on from extract_citizens order by birth_date"
    assert [tuple(row.values()) for row in rows(citizens)] == [
        (date(1980, 2, 1), True, date(2024, 5, 1)), (date(1990, 4, 3), False, None),
    ]  # fmt: skip
    services = (
        "select service_id, section, start_date, paying_municipality, "
        "cast(hours_per_week as varchar) as hours from extract_services order by service_id"
    )
    assert [tuple(row.values()) for row in rows(services)] == [
        ("1001", "107", date(2024, 1, 1), "330", "7.5000"),
        ("S2", "108", date(2024, 3, 1), "316", "1037.2500"),
        ("S3", "108", date(2024, 3, 1), None, "0.3000"),
    ]


NUMBERS = [(0.1 + 0.2, "0,3"), (1234.5, "1234,5"), (-7.0, "-7"), (1e-7, "0,0000001"), (1e20, "1" + "0" * 20),
           (102801234.0, "102801234"), (1e15, "1" + "0" * 15)]  # fmt: skip


@pytest.mark.parametrize(("value", "text"), NUMBERS)
def test_a_number_without_noise(value: float, text: str) -> None:
    assert number(value, ",") == text
    assert number(value, ".") == text.replace(",", ".")


def test_a_month_that_excel_took_for_a_date(tmp_path: Path, settings: Settings, rows: Rows) -> None:
    workbook(tmp_path / "delivery" / "ledger.xlsx", {"ledger": [
        ("month", "account", "kind", "amount"),
        (date(2024, 3, 1), "5.38.50", "actual", -2000.5), (2024, "5.38.50", "original_budget", 1.2e6),
        (date(2024, 3, 2), "5.38.50", "actual", 1),
    ]})  # fmt: skip
    report = loaded_from(tmp_path / "delivery", settings)
    assert only(report.rejected, "month") == [(4, "month")]
    found = rows("select month, cast(amount as varchar) as amount from extract_ledger order by month")
    assert [tuple(row.values()) for row in found] == [("2024", "1200000.00"), ("2024-03", "-2000.50")]


def test_a_code_that_excel_took_for_a_number(tmp_path: Path, settings: Settings, rows: Rows) -> None:
    workbook(tmp_path / "delivery" / "ledger.xlsx", {"ledger": [
        ("month", "account", "kind", "amount", "art"),
        ("2024-03", "5.38.50", "actual", 4.7, 4.7), ("2024-04", "5.38.50", "actual", 4.7, "4.7"),
    ]})  # fmt: skip
    loaded_from(tmp_path / "delivery", settings)
    assert rows("select distinct art, cast(amount as varchar) as amount from extract_ledger") == [
        {"art": "4.7", "amount": "4.70"}
    ]


def test_a_cpr_number_that_lost_its_zero_is_the_same_citizen(
    tmp_path: Path, settings: Settings, rows: Rows
) -> None:
    lost, whole = 102801234, "010280" + "1234"
    folder = write(tmp_path / "delivery", {"citizens": f"citizen_id;sex\n{whole[:6]}-{whole[6:]};k\n"})
    workbook(folder / "services.xlsx", {"services": [
        ("service_id", "citizen_id", "law", "section", "start_date"),
        ("S1", lost, "SEL", 107, date(2024, 1, 1)),
        ("S2", str(lost), "SEL", 107, date(2024, 1, 1)),
    ]})  # fmt: skip
    assert not loaded_from(folder, settings).rejected
    joined = "select birth_date from extract_services join extract_citizens using (citizen_id)"
    assert [row["birth_date"] for row in rows(joined)] == [date(1980, 2, 1)] * 2


def test_nine_digits_without_a_date_are_the_systems_own(tmp_path: Path, settings: Settings) -> None:
    workbook(tmp_path / "delivery" / "citizens.xlsx", {"citizens": [("citizen_id",), (982801234,)]})
    assert check(tmp_path / "delivery", settings).refusals[0].startswith("Kolonnen birth_date mangler")


@pytest.mark.parametrize("shown", ["#N/A", "#DIV/0!", "#REF!"])
def test_an_error_in_a_cell_rejects_its_row(tmp_path: Path, settings: Settings, shown: str) -> None:
    """The library reads it as empty; so would an end date be."""
    error = Formula(shown)
    workbook(tmp_path / "delivery" / "services.xlsx", {"services": [
        (), ("service_id", "citizen_id", "law", "section", "start_date", "end_date", "end_reason"),
        ("S1", "B1", "SEL", 107, date(2024, 1, 1), error, None), (), ("S2", "B1", "SEL", 107, "", "", error),
        ("S3", error, "SEL", 107, date(2024, 1, 1), None, None),
    ]})  # fmt: skip
    report = check(tmp_path / "delivery", settings)
    assert only(report.rejected, "date") == [(3, "end_date")]
    assert only(report.rejected, "sheet_error") == [(5, "end_reason"), (6, "citizen_id")]
    told = next(str(row) for row in report.rejected if row.rule == "sheet_error")
    assert told.endswith(" er en fejl i regnearket. Ret cellen eller dens formel, og gem igen.")


def test_a_formula_that_nobody_computed_rejects_its_row(tmp_path: Path, settings: Settings) -> None:
    """As programs write it that do not compute: the library reads it as empty."""
    book = openpyxl.Workbook()
    for row in (
        ("service_id", "citizen_id", "law", "section", "start_date", "end_date", "end_reason"),
        ("S1", "B1", "SEL", 107, date(2024, 1, 1), "=DATE(2024,6,30)"),
        ("S2", "=A2", "SEL", 107, date(2024, 1, 1), None, '="x"'), ("S3", "B1", "SEL", 107, date(2024, 1, 1)),
        ("=A2", "=B2"),
    ):  # fmt: skip
        book.worksheets[0].append(row)
    (tmp_path / "delivery").mkdir()
    book.save(tmp_path / "delivery" / "services.xlsx")
    report = check(tmp_path / "delivery", settings)
    found = only(report.rejected, "not_computed")
    assert found == [
        (2, "end_date"),
        (3, "citizen_id"),
        (3, "end_reason"),
        (5, "citizen_id"),
        (5, "service_id"),
    ]
    assert not only(report.rejected, "date")
    told = next(str(row) for row in report.rejected if row.column == "end_date")
    assert told.endswith(" er en formel, som ikke er regnet ud. Åbn regnearket i Excel, og gem det.")


def test_rows_are_told_as_the_sheet_counts_them(tmp_path: Path, settings: Settings) -> None:
    workbook(tmp_path / "delivery" / "providers.xlsx", {"Ark1": [
        (), (None, *HEAD), (None, "T1", "Den\nlange; \"vej\"", "own"), (), (None, "T2", "To", "stat"),
        (None, "T3", " ", "own"), (" ",), (None, "T4", "Fire", "own"),
    ]})  # fmt: skip
    report = check(tmp_path / "delivery", settings)
    assert counts(report, "providers") == (4, 2, 2, 0, 0)
    assert only(report.rejected, "code") == [(5, "owner")]
    assert only(report.rejected, "required") == [(6, "name")]


def test_cells_keep_their_line_breaks(tmp_path: Path, settings: Settings, rows: Rows) -> None:
    sheet = [("provider_id", "name\n", "owner"), ("T1", 'Den\nlange; "vej"', "own")]
    workbook(tmp_path / "delivery" / "providers.xlsx", {"Ark1": sheet})
    loaded_from(tmp_path / "delivery", settings)
    assert rows("select name from extract_providers") == [{"name": 'Den\nlange; "vej"'}]


def test_which_sheet_is_read(tmp_path: Path, settings: Settings) -> None:
    good: Cells = [HEAD, ("T1", "Et", "own")]
    lists: Cells = [("own", "private")]
    folder = tmp_path / "delivery"
    workbook(folder / "providers_1.xlsx", {"tom": [], "lister": lists, "Ark1": good}, hidden=["lister"])
    workbook(folder / "providers_2.xlsx", {"Noter": lists, "Providers": good, "010203" + "1234": lists})
    report = check(folder, settings)
    assert not report.refusals
    assert counts(report, "providers") == (2, 1, 0, 0, 1)
    assert report.ignored == (
        "arket lister i providers_1.xlsx", "arket Noter i providers_2.xlsx", "arket nr. 3 i providers_2.xlsx",
    )  # fmt: skip


def test_a_second_sheet_with_the_same_headings_is_told_plainly(tmp_path: Path, settings: Settings) -> None:
    years: dict[str, Cells] = {
        "2025": [HEAD, ("T1", "Et", "own")], "2026": [(), HEAD, ("T2", "To", "own")], "Noter": [("own", "a")],
    }  # fmt: skip
    workbook(tmp_path / "delivery" / "providers.xlsx", years)
    report = check(tmp_path / "delivery", settings)
    assert counts(report, "providers") == (1, 1, 0, 0, 0)
    assert report.ignored == ("arket Noter i providers.xlsx",)
    assert report.notes == (
        "arket 2026 i providers.xlsx har de samme overskrifter som det ark, der er læst, men er ikke læst: "
        "af hver fil læses ét ark. Saml rækkerne i ét ark, eller gem arket som en fil for sig, "
        "og indlæs igen.",
    )


@pytest.mark.parametrize("rows_of_it", [[], [("", " ")]])
def test_a_sheet_without_content_is_empty(tmp_path: Path, settings: Settings, rows_of_it: Cells) -> None:
    workbook(tmp_path / "delivery" / "providers.xlsx", {"Ark1": rows_of_it})
    assert check(tmp_path / "delivery", settings).refusals == ("providers.xlsx er tom. Lav udtrækket igen.",)


def test_files_of_both_types_feed_one_extract(tmp_path: Path, settings: Settings) -> None:
    folder = write(tmp_path / "delivery", {"providers_1": ";".join(HEAD) + "\nT1;Et;own;;\n"})
    workbook(folder / "providers_2.xlsx", {"Ark1": [HEAD, ("T2", "To", "own"), ("T3", "Tre", "stat")]})
    report = check(folder, settings)
    assert counts(report, "providers") == (3, 2, 1, 0, 0)
    assert [(row.file, row.line) for row in report.rejected] == [("providers_2.xlsx", 3)]
