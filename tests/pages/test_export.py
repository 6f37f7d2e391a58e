"""The CSV holds what the screen holds: rows, order, headings, filters, as-of date; and no formula."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from cockpit.components.answers import answer
from cockpit.components.cells import cell, full_cell, interval_name
from cockpit.components.export import csv_text
from cockpit.components.labels import BY, COLUMNS, FOLDERS, value_name
from cockpit.components.options import Options, options
from cockpit.keyfigures import catalogue
from cockpit.warehouse import Warehouse
from tests.pages.asking import every_figure
from tests.pages.test_filters import OPTIONS


def lines(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_filters_and_as_of_date_stand_on_the_file(demo: Warehouse) -> None:
    given = {"from_year": "2025", "to_year": "2026", "group": "botilbud", "by": "owner"}
    text = csv_text(answer("cost", given), options())
    assert text.startswith("\ufeffUdgift og pris pr. helårsperson\r\n")
    told = dict(line for line in lines(text) if len(line) == 2)
    assert told["Gruppe"] == "Botilbud"
    assert told["Fordel på"] == "Ejer"
    assert told["Kommune"] == "Betaler"
    assert told["Opgjort pr."] == "31-10-2026"


def test_numbers_are_whole_and_rows_in_order(demo: Warehouse) -> None:
    found = answer("cost", {"from_year": "2025", "to_year": "2026", "group": "botilbud"})
    body = lines(csv_text(found, options()))
    head = body.index([])
    assert body[head + 1][0] == "År"
    cells = body[head + 2 :]
    assert [line[0] for line in cells] == ["2025", "2026"]
    place = body[head + 1].index("Pris pr. helårsperson (kr.)")
    assert [line[place] for line in cells] == [str(row["unit_cost"]).replace(".", ",") for row in found.rows]


def test_several_windows_are_one_table(demo: Warehouse) -> None:
    given = {"section": "SEL 107"}
    found = answer("length_of_stay", given | {"windows": "2021-01-01/2022-12-31,2023-01-01/2024-12-31"})
    assert [row["starts_from"].year for row in found.rows] == [2021, 2023]
    alone = answer("length_of_stay", given | {"from": "2023-01-01", "to": "2024-12-31"})
    assert found.rows[1]["median_days"] == alone.rows[0]["median_days"]
    assert "Begyndt fra" in csv_text(found, options())


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_can_start_a_formula(start: str) -> None:
    assert full_cell("team", f"{start}1+1", {}, OPTIONS).startswith("'")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_line_of_the_filters_can_start_a_formula(demo: Warehouse, start: str) -> None:
    found = answer("stock_flow", {"from": "2026-01-01", "to": "2026-10-31", "period": "month"})
    hostile = replace(found, parameters=found.parameters | {"target_group": f"{start}1+1 hjerneskade"})
    assert ["Målgruppe", f"'{start}1+1 hjerneskade"] in lines(csv_text(hostile, options()))


def test_a_negative_number_is_still_a_number() -> None:
    assert full_cell("total_cost", -250.5, {}, OPTIONS) == "-250,5"


@pytest.mark.parametrize(
    ("interval", "name"),
    [
        ("0-500000", "Under 0,5 mio. kr."),
        ("500000-1000000", "0,5–1 mio. kr."),
        ("1250000-2000000", "1,25–2 mio. kr."),
        ("4000000+", "4 mio. kr. og derover"),
        ("20000000+", "20 mio. kr. og derover"),
    ],
)
def test_interval_names(interval: str, name: str) -> None:
    assert interval_name(interval) == name


def test_cells_are_danish() -> None:
    def shown(column: str, value: object, **parameters: str) -> str:
        return cell(column, value, dict(parameters), OPTIONS)

    assert shown("total_cost", 1234567.8) == "1.234.568"
    assert shown("full_year_persons", 205.6) == "205,6"
    assert shown("citizens", -3) == "−3"
    assert shown("unit_cost", None) == "–"
    assert shown("complete", True) == "Ja"
    assert shown("by_value", "own", by="owner") == "Egne tilbud"
    assert shown("by_value", None, by="owner") == "Uoplyst"
    assert shown("by_value", None, by="none") == "I alt"
    assert shown("age_band", "under 18") == "Under 18"
    assert shown("year", 2026) == "2026"


def test_every_column_and_choice_has_a_danish_name(demo: Warehouse) -> None:
    known: Options = options()
    for figure, given in every_figure().items():
        found = answer(figure, given)
        assert not [column for column in found.columns if column != "by_value" and column not in COLUMNS], (
            figure
        )
    for definition in catalogue().values():
        assert definition.folder in FOLDERS
        for parameter in definition.parameters:
            for choice in parameter.choices or ():
                assert choice in BY or value_name(parameter.name, choice, known) != choice, (
                    parameter.name,
                    choice,
                )
