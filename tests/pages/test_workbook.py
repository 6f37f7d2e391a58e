"""The XLSX, opened again: real numbers and dates, the CSV's rows, what they mean, and no formula."""

import csv
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from cockpit.components.answers import Answer, answer
from cockpit.components.export import csv_text
from cockpit.components.options import options
from cockpit.components.workbook import workbook
from cockpit.warehouse import Warehouse
from cockpit.wording import NOTHING
from tests.pages.asking import every_figure


def opened(found: Answer) -> Workbook:
    return load_workbook(BytesIO(workbook(found, options())))


def rows(found: Answer) -> list[list[Any]]:
    return [list(row) for row in opened(found)["Tal"].iter_rows(values_only=True)]


def in_csv(value: Any) -> str:
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
        sheet = rows(found)
        assert sheet[0] == expected[0], figure
        assert len(sheet) == len(expected), figure
        for row, line in zip(sheet[1:], expected[1:], strict=True):
            for value, text in zip(row, line, strict=True):
                if isinstance(value, int | float) and text.replace(",", "").lstrip("-").isdigit():
                    assert float(text.replace(",", ".")) == pytest.approx(value), figure
                else:
                    assert in_csv(value) == text.removeprefix("'"), figure


def test_numbers_are_numbers_and_dates_dates(demo: Warehouse) -> None:
    cost = opened(answer("cost", {"from_year": "2025", "to_year": "2026", "group": "botilbud"}))["Tal"]
    heads = {cell.value: cell.column for cell in cost[1]}
    unit_cost = cost.cell(2, heads["Pris pr. helårsperson (kr.)"])
    assert isinstance(unit_cost.value, float)
    assert unit_cost.number_format == "#,##0.00"
    assert cost.cell(2, heads["År"]).value == "2025"
    quality = rows(answer("load_quality", {}))
    assert any(isinstance(value, date) for row in quality for value in row)


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
