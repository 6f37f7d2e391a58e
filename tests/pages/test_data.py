"""The page Data from facts made by hand: age, shares, deliveries, and the choice of rejected rows."""

import csv
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cockpit.components.deliveries import deliveries, values
from cockpit.components.freshness import (
    age_status,
    carried_over,
    extracts_tile,
    never_delivered,
    rejected_tile,
    rows_change,
)
from cockpit.components.plain_table import PlainTable
from cockpit.components.rejected import asked_of, in_range, pages_of, rule_name
from cockpit.components.view import view_of
from cockpit.intake import Refused
from cockpit.intake.loaded import Choice, count_rejected, rejected_kinds, rejected_rows
from cockpit.intake.rules import RULES
from cockpit.pages import data
from cockpit.warehouse import Version, Warehouse

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
AS_OF = date(2026, 10, 31)
KINDS = [{"extract": "rates", "rule": "number", "counts": True, "found": 120}]


def version(number: int, rows: int = 100, rejected: int | None = 2) -> Version:
    return Version(
        id=f"v{number:06d}", path=Path("x"), sha256="", as_of=AS_OF, created=NOW + timedelta(hours=number),
        municipality="330", delivery=f"udtræk-{number}", key_fingerprint="",
        rows={"services": rows, "citizens": 10}, rows_rejected=rejected,
    )  # fmt: skip


def quality(extract: str, read: int, rejected: int, *, as_of: date = AS_OF, delivered: datetime = NOW) -> Any:
    return {
        "extract": extract, "rows_read": read, "rows_rejected": rejected,
        "as_of": as_of, "delivered": delivered,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("days", "level", "words"),
    [
        (0, "ok", "0 dage gammelt"),
        (1, "ok", "1 dag gammelt"),
        (45, "ok", "45 dage gammelt"),
        (46, "watch", "46 dage gammelt, hent et nyt udtræk"),
        (90, "watch", "90 dage gammelt, hent et nyt udtræk"),
        (91, "breach", "91 dage gammelt, hent et nyt udtræk"),
        (-1, "watch", "En dag, der ikke er nået endnu"),
    ],
)
def test_age_is_judged_by_a_fixed_rule(days: int, level: str, words: str) -> None:
    found = age_status(AS_OF, AS_OF + timedelta(days=days), 45)
    assert (found.level, found.words) == (level, words)


def test_rows_in_use_against_the_version_before() -> None:
    assert rows_change(version(2, rows=101), version(1, rows=90)) == "+11,0 pct. siden sidst"
    assert rows_change(version(2), version(1)) == "Uændret siden sidst"
    assert rows_change(version(1), None) == "Første indlæsning"


def test_rejected_rows_are_judged_where_the_share_is_largest() -> None:
    tile = rejected_tile([quality("rates", 10000, 4), quality("caseworkers", 50, 1)], 0.05, "/x")
    assert (tile.value, tile.change) == ("5", "0,05 pct. af alle læste rækker")
    assert tile.status
    assert tile.status.words == "Højst 2,0 pct. (rådgivere), grænse 5 pct."
    none = rejected_tile([quality("rates", 10, 0)], 0.05, "/x")
    assert none.status
    assert none.status.level == "ok"


def test_an_extract_carried_over_is_told_with_its_own_date() -> None:
    old = quality("rates", 10, 0, as_of=date(2026, 8, 31), delivered=NOW - timedelta(days=60))
    rows = [quality("services", 10, 0), old]
    assert carried_over(rows) == [old]
    tile = extracts_tile(rows, "/x")
    assert (tile.value, tile.change) == ("2", "1 videreført, ældste opgjort pr. 31-08-2026")
    assert "Takster" not in never_delivered(rows)
    assert "Borgere" in never_delivered(rows)


def test_deliveries_stand_newest_first_with_refusals_between() -> None:
    refused = Refused(NOW + timedelta(hours=1, minutes=30), "udtræk-x", AS_OF, ("Kolonnen a mangler.",))
    lines = deliveries([version(2), version(1, rejected=None)], [refused], "v000002", "v000002")
    assert [(line.name, line.status) for line in lines] == [
        ("udtræk-2", "I brug"), ("udtræk-x", "Afvist"), ("udtræk-1", "Gemt"),
    ]  # fmt: skip
    assert values(lines[1])[2:] == ("Afvist: Kolonnen a mangler.", date(2026, 11, 21), None, None, None)
    assert values(lines[2])[4:] == (110, 100, None)


def test_a_newer_version_than_the_one_served_cannot_be_read() -> None:
    lines = deliveries([version(2), version(1)], [], "v000001", "v000002")
    assert [(line.status, line.level) for line in lines] == [("Kan ikke læses", "breach"), ("I brug", "ok")]


def test_a_version_that_was_rolled_back_is_told() -> None:
    lines = deliveries([version(3), version(2), version(1)], [], "v000002", "v000002")
    assert [line.status for line in lines] == ["Rullet tilbage", "I brug", "Gemt"]


@pytest.mark.parametrize(
    ("query", "choice", "page", "told"),
    [
        ({}, Choice(), 1, 0),
        (
            {"udtraek": "rates", "regel": "number", "soeg": " 18 ", "side": "2"},
            Choice("rates", "number", "18"),
            2,
            0,
        ),
        ({"udtraek": "loen", "regel": "'; drop"}, Choice(), 1, 2),
        ({"side": "0"}, Choice(), 1, 1),
        ({"side": "-1"}, Choice(), 1, 1),
        ({"side": "x"}, Choice(), 1, 1),
        ({"side": "²"}, Choice(), 1, 1),
        ({"side": "9" * 30}, Choice(), 1, 1),
        ({"soeg": "x" * 500}, Choice(text="x" * 60), 1, 0),
    ],
)
def test_what_the_address_asks_for(query: dict[str, str], choice: Choice, page: int, told: int) -> None:
    asked = asked_of(query, KINDS)
    assert (asked.choice, asked.page, len(asked.notices)) == (choice, page, told)


def test_a_page_after_the_last_falls_back_with_a_notice() -> None:
    asked = asked_of({"side": "4"}, KINDS)
    assert pages_of(120) == 3
    assert in_range(asked, 120).page == 1
    assert in_range(asked, 120).notices == ("Side 4 findes ikke. Side 1 vises i stedet.",)
    assert in_range(asked, 160) == asked
    assert pages_of(0) == 1


def test_every_rule_has_a_short_danish_name() -> None:
    assert all(0 < len(rule_name(code)) <= 55 and rule_name(code) != code for code in RULES)


def test_rejected_rows_can_be_chosen(warehouse: Warehouse) -> None:
    reader = warehouse.reader()
    everything = rejected_rows(reader, Choice())
    assert len(everything) == sum(kind["found"] for kind in rejected_kinds(reader))
    rates = rejected_rows(reader, Choice(extract="rates"))
    assert rates == [row for row in everything if row["extract"] == "rates"]
    assert {row["rule"] for row in rejected_rows(reader, Choice(rule="overlapping_rates"))} == {
        "overlapping_rates"
    }
    found = Choice(text="SEL 117B")
    assert [row["column_name"] for row in rejected_rows(reader, found)] == ["section"]
    assert count_rejected(reader, found) == 1
    assert count_rejected(reader, Choice(text="%")) == 0  # a sign is only a sign
    assert rejected_rows(reader, Choice(), most=2, skipped=1) == everything[1:3]


def test_a_file_can_start_no_formula() -> None:
    chosen = [("Søgning", "=1+1")]
    table = PlainTable("Titel", "Filer.", chosen, ("Fil", "Antal"), [("@sum.csv", -3), (None, 1)])
    text = table.csv()
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    head = [["Titel"], ["Rækker", "Filer."], ["Søgning", "'=1+1"], []]
    assert rows == [*head, ["Fil", "Antal"], ["'@sum.csv", "-3"], ["", "1"]]
    sheet = load_workbook(BytesIO(table.workbook()))["Tal"]
    cells = [[(cell.data_type, cell.value) for cell in row] for row in sheet.iter_rows()]
    assert cells[1] == [("s", "@sum.csv"), ("n", -3)]
    assert cells[2] == [("n", None), ("n", 1)]


def test_the_deliveries_as_excel_have_dates_and_say_what_they_are(
    demo: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "served", lambda: demo)
    view = view_of("/data", "", None)
    table = data.part(view, "leverancer")
    assert table is not None
    book = load_workbook(BytesIO(table.workbook()))
    first = [(cell.value, cell.number_format) for cell in book["Tal"][2]]
    assert isinstance(first[0][0], datetime)
    assert (first[0][0].date(), first[0][1]) == (AS_OF, "dd-mm-yyyy")
    assert isinstance(first[3][0], datetime)
    assert first[4][1] == "#,##0"
    about = {row[0].value: row[1].value for row in book["Om tallene"].iter_rows()}
    assert about["Opgjort pr."] == "31-10-2026"
    assert str(about["Rækker"]).startswith("Hver leverance, der er indlæst eller afvist")
    assert about["Leverance i brug"] == demo.version.delivery
    assert "31-10-2026" in table.csv()


def test_the_rejected_rows_as_excel_say_what_they_are(demo: Warehouse) -> None:
    table = data.part(view_of("/data", "?udtraek=rates", None), "afviste")
    assert table is not None
    about = {
        row[0].value: row[1].value
        for row in load_workbook(BytesIO(table.workbook()))["Om tallene"].iter_rows()
    }
    assert str(about["Rækker"]).startswith("Det, der ikke kunne bruges")
    assert (about["Opgjort pr."], about["Udtræk"]) == ("31-10-2026", "Takster")
