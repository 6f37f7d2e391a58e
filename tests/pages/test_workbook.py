"""The XLSX, opened again: real numbers and dates, the CSV's rows, what they mean, and no formula."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from cockpit.components.answers import Answer, answer
from cockpit.components.export import csv_text
from cockpit.components.options import options
from cockpit.components.workbook import workbook
from cockpit.warehouse import Warehouse
from cockpit.wording import NOTHING, month_text
from tests.pages.asking import every_figure

NOON = datetime(2026, 9, 15, 12, 20, 59, tzinfo=UTC)


def opened(found: Answer) -> Workbook:
    return load_workbook(BytesIO(workbook(found, options())))


def rows(found: Answer) -> list[list[Any]]:
    return [list(row) for row in opened(found)["Tal"].iter_rows(values_only=True)]


def in_csv(cell: Cell) -> str:
    """A cell as a spreadsheet shows it, in the CSV's own way of writing."""
    value = cell.value
    if isinstance(value, date) and cell.number_format.startswith("mmm yyyy"):
        so_far = f", pr. {value:%d-%m-%Y}" if cell.number_format.endswith("dd-mm-yyyy") else ""
        return month_text(value) + so_far
    if isinstance(value, datetime) and cell.number_format.endswith("hh:mm"):
        return f"{value:%d-%m-%Y kl. %H.%M}"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, int | float):
        return str(value).replace(".", ",")
    return "" if value in (None, NOTHING) else str(value)


def test_every_figure_has_the_rows_of_its_csv(demo: Warehouse) -> None:
    for figure, given in every_figure().items():
        found = answer(figure, given)
        lines = list(csv.reader(StringIO(csv_text(found, options()).removeprefix("\ufeff")), delimiter=";"))
        expected = lines[lines.index([]) + 1 :]
        sheet = list(opened(found)["Tal"].iter_rows())
        assert [cell.value for cell in sheet[0]] == expected[0], figure
        assert len(sheet) == len(expected), figure
        for row, line in zip(sheet[1:], expected[1:], strict=True):
            for cell, text in zip(row, line, strict=True):
                value = cell.value
                if isinstance(value, int | float) and text.replace(",", "").lstrip("-").isdigit():
                    assert float(text.replace(",", ".")) == pytest.approx(value), figure
                else:
                    assert in_csv(cell) == text.removeprefix("'"), figure


def test_numbers_are_numbers_and_dates_dates(demo: Warehouse) -> None:
    cost = opened(answer("cost", {"from_year": "2025", "to_year": "2026", "group": "botilbud"}))["Tal"]
    heads = {cell.value: cell.column for cell in cost[1]}
    unit_cost = cost.cell(2, heads["Pris pr. helårsperson (kr.)"])
    assert isinstance(unit_cost.value, float)
    assert unit_cost.number_format == "#,##0.00"
    assert (cost.cell(2, heads["År"]).value, cost.cell(2, heads["År"]).number_format) == (2025, "0")


@pytest.mark.parametrize(
    ("period", "column", "value", "kind", "written", "form"),
    [
        ("month", "period_start", date(2026, 10, 1), "d", "2026-10-01 00:00:00", "mmm yyyy"),
        ("quarter", "period_start", date(2026, 7, 1), "s", "3. kvt. 2026", "General"),
        ("year", "period_start", date(2026, 1, 1), "n", "2026", "0"),
        ("month", "month", date(2026, 9, 30), "d", "2026-09-30 00:00:00", "mmm yyyy"),
        ("month", "month", date(2026, 9, 15), "d", "2026-09-15 00:00:00", 'mmm yyyy", pr. "dd-mm-yyyy'),
        ("month", "due_on", date(2026, 9, 15), "d", "2026-09-15 00:00:00", "dd-mm-yyyy"),
        ("month", "loaded", NOON, "d", "2026-09-15 12:20:00", "dd-mm-yyyy hh:mm"),
    ],
)
def test_times_are_times(
    demo: Warehouse, period: str, column: str, value: date, kind: str, written: str, form: str
) -> None:
    found = answer("stock_flow", {"from": "2026-01-01", "to": "2026-10-31", "period": period})
    cell = opened(replace(found, columns=(column,), rows=[{column: value}]))["Tal"].cell(2, 1)
    assert (cell.data_type, str(cell.value), cell.number_format) == (kind, written, form)


def test_the_second_sheet_says_what_the_numbers_are(demo: Warehouse) -> None:
    book = opened(answer("cost", {"from_year": "2025", "to_year": "2026", "group": "botilbud"}))
    told = dict(book["Om tallene"].iter_rows(values_only=True))
    assert told["Nøgletal"] == "Udgift og pris pr. helårsperson"
    assert told["Opgjort pr."] == "31-10-2026"
    assert told["Gruppe"] == "Botilbud"
    assert told["Forbehold"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_can_start_a_formula(demo: Warehouse, start: str) -> None:
    found = answer("caseload", {"on": "2026-10-31", "by": "team"})
    text = f"{start}HYPERLINK(1)"
    hostile = replace(found, rows=[{**found.rows[0], "by_value": text}])
    cell = opened(hostile)["Tal"].cell(2, 1)
    assert (cell.data_type, cell.value) == ("s", text)
