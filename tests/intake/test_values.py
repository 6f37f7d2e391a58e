"""How fields are read: dates, numbers, codes, blanks; what loads is what was meant."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

import duckdb
import pytest

from cockpit.intake.checks import may_hold_cpr
from cockpit.intake.contract import Column
from cockpit.intake.values import define_macros, literal, value_of


@lru_cache(maxsize=1)
def _workbench() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    define_macros(connection)
    return connection


def _value(expression: str) -> object:
    return _workbench().execute(f"select {expression}").fetchall()[0][0]


def _read(kind: str, text: str, **facts: object) -> object:
    column = Column("value", "værdien", kind, **facts)  # type: ignore[arg-type]
    return _value(value_of(column, f"cleaned({literal(text)})"))


@pytest.mark.parametrize(
    "text",
    ["31-10-2026", "31.10.2026", "31/10/2026", "2026-10-31", " 31-10-2026 ", "31-10-2026 23:59",
     "2026-10-31T08:15:30", "2026-10-31 00:00:00.000", "31.10.2026 08.15"],
)  # fmt: skip
def test_dates_that_are_read(text: str) -> None:
    assert _read("date", text) == date(2026, 10, 31)


@pytest.mark.parametrize(
    "text",
    ["31-10-26", "1-10-2026", "10-31-2026", "31-02-2026", "29-02-2025", "2026/10/31", "31-10/2026",
     "20261031", "46326", "31. oktober 2026", "31-10-2026 kl. 8", "31-10-20266"],
)  # fmt: skip
def test_dates_that_are_refused(text: str) -> None:
    assert _read("date", text) is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [("1.234,50", "1234.50"), ("1234,5", "1234.50"), ("18.500", "18500"), ("0,10", "0.10"),
     ("-250,00", "-250"), ("−250", "-250"), ("1.234.567,89", "1234567.89"), ("7", "7")],
)  # fmt: skip
def test_amounts_that_are_read(text: str, amount: str) -> None:
    assert _read("money", text) == Decimal(amount)


MIRRORED = str.maketrans(",.", ".,")


@pytest.mark.parametrize("text", ["1.234,50", "1234,5", "18.500", "-250,00", "−250", "1.234.567,89", "7"])
def test_a_profile_with_decimal_points_reads_the_same_amounts(text: str) -> None:
    mirrored = text.translate(MIRRORED)
    for kind in ("money", "decimal", "integer"):
        assert _read(kind, mirrored, decimal=".") == _read(kind, text)


@pytest.mark.parametrize("text", ["1234,50", "1.234,50", "1.234.50", "12,34", "1,23.5", ".5", "1."])
def test_a_profile_with_decimal_points_refuses_the_rest(text: str) -> None:
    for kind in ("money", "decimal", "integer"):
        assert _read(kind, text, decimal=".") is None


@pytest.mark.parametrize(
    "text",
    ["18500.00", "1.5", "1,234.50", "1.23.456", "12.34,5", "1 234", "kr. 5", "5-", ",5", "1e3", "1,", "--1",
     "99999999999999999999"],
)  # fmt: skip
def test_amounts_that_are_refused(text: str) -> None:
    assert _read("money", text) is None


def test_months_and_years() -> None:
    assert [_read("month", text) for text in ("2026-03", " 2026-12 ", "2026")] == [
        "2026-03",
        "2026-12",
        "2026",
    ]
    assert [_read("month", text) for text in ("2026-3", "03-2026", "2026-00", "26-03", "202603", "1826")] == [
        None, None, None, None, None, None,
    ]  # fmt: skip
    assert [_read("year", text) for text in ("2026", "1999", "26", "2.026", "0226", "-")] == [
        2026, 1999, None, None, None, None,
    ]  # fmt: skip


def test_other_numbers() -> None:
    assert _read("decimal", "7,1234") == Decimal("7.1234")
    assert _read("decimal", "", default=1) == Decimal(1)
    assert _read("decimal", "x", default=1) is None
    assert _read("integer", "1.200") == 1200
    assert _read("integer", "12,0") is None


@pytest.mark.parametrize("text", ["", " ", "-", "NULL", "null", "\t", "\u00a0", " - ", " NULL "])
def test_blanks_are_nothing(text: str) -> None:
    assert _read("text", text) is None


@pytest.mark.parametrize(
    "text", ["Åhuset", " Åhuset", "Åhuset ", "\tÅhuset\t", "\u00a0Åhuset\u00a0", "\nÅhuset\r\n"]
)
def test_blanks_around_a_text_are_cut(text: str) -> None:
    assert _read("text", text) == "Åhuset"


@pytest.mark.parametrize("text", ["-x", "NULLER", "Null island", "a - b", ".5", "*"])
def test_texts_that_only_look_empty_stay(text: str) -> None:
    assert _read("text", text) == text


def test_words() -> None:
    assert [_read("boolean", text) for text in ("Ja", "1", "TRUE", "nej", "0", "false", "j")] == [
        True, True, True, False, False, False, None,
    ]  # fmt: skip
    codes = {"other_municipality": ["anden kommune"]}
    assert _read("code", "Anden Kommune", codes=codes) == "other_municipality"
    assert _read("code", "OTHER_MUNICIPALITY", codes=codes) == "other_municipality"
    assert _read("municipality", "055") == "055"
    assert _read("text", "sel", letters="upper") == "SEL"


@pytest.mark.parametrize(
    ("cpr", "born"),
    [("0102031234", "1903-02-01"), ("010203-1234", "1903-02-01"), ("0102034234", "2003-02-01"),
     ("0102374234", "1937-02-01"), ("0102035234", "2003-02-01"), ("0102575234", "2057-02-01"),
     ("0102585234", "1858-02-01"), ("0102369234", "2036-02-01"), ("0102379234", "1937-02-01"),
     ("6102031234", "1903-02-01"), ("9112031234", "1903-12-31"), ("2902004234", "2000-02-29"),
     ("2902001234", None), ("3113031234", None), ("0013031234", None), ("6002031234", None), ("B1", None)],
)  # fmt: skip
def test_birth_date_of_a_cpr_number(cpr: str, born: str | None) -> None:
    found = _value(f"cpr_birth_date(as_citizen({literal(cpr)}))")
    assert found == (datetime.fromisoformat(born).date() if born else None)


@pytest.mark.parametrize(
    ("text", "holds"),
    [("0102031234", True), ("Ring 010203-1234.", True), ("sag_0102031234_a", True), ("610203-1234", True),
     ("3113031234 og 010203-1234", True), ("3113031234", False), ("A0102031234", False),
     ("00102031234", False), ("01020312345", False), ("010203 1234", True), ("010203-123", False),
     ("Bo 010180 - 1234", True), ("010180 -1234", True), ("F250101-1234", False),
     ("010180\u20111234", True), ("010180\u00ad1234", True), ("Bo 010180\u20131234", True),
     ("010180_1234", True), ("010180\u00a0-\u00a01234", True), ("0101\u200b80-1234", True),
     ("０１０１８０-１２３４", True), ("Ring ０１０１８０１２３４", True), ("27.12.04-1234-24", False),
     ("U03-02-02-2023-SEL52", False), ("01.01.80-1234", False),
     ("311380-1234 010180 - 1234", True),
     # cases, phones, amounts, dates, and numbers of firms, places, invoices and accounts
     ("S2024-123456", False), ("2024-01-01-1234", False), ("24-01-01 1234", False), ("A0102031234-1", False),
     ("+45 12 34 56 78", False), ("01 02 03 04", False), ("12-10-20-30", False), ("1.010.180,12", False),
     ("101010 kr. - 1234 kr.", False), ("01-01-1980 - 1234", False), ("01.01.24-01.01.25", False),
     ("01-01-24 - 31-12-24", False), ("2024-01-01 - 2024-12-31", False), ("CVR 29189994", False),
     ("5790001234567", False), ("1999999999", False), ("01.01.24 - 2000 kr.", False),
     ("990180 - 1234", False), ("01.13.80-1234", False), ("5.38.50.001-1234", False),
     ("01.01.24 1430", False)],
)  # fmt: skip
def test_cpr_numbers_in_texts(text: str, holds: bool) -> None:
    """Where there is one, the cheaper question is answered by yes, too."""
    assert _value(f"{may_hold_cpr(literal(text))} and holds_cpr({literal(text)})") is holds
