"""Danish numbers, dates and quotes."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from cockpit.wording import (
    PlainError,
    date_text,
    in_sentence,
    kroner,
    listed,
    month_name,
    month_text,
    number,
    parse_date,
    percent,
    rounded,
    safe_quote,
    signed,
    signed_percent,
)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234567.84, 1, "1.234.567,8"),
        (0, 0, "0"),
        (-4, 0, "−4"),
        (-0.4, 0, "0"),
        (999.5, 0, "1.000"),
        (None, 0, "–"),
        (205.6, 1, "205,6"),
    ],
)
def test_numbers_are_danish(value: float | None, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (94.5, 0, "95"),
        (-94.5, 0, "−95"),
        (0.5, 0, "1"),
        (71.25, 1, "71,3"),
        (2.675, 2, "2,68"),
        (1.005, 2, "1,01"),
        (2.6749, 2, "2,67"),
        (2.67499999999, 2, "2,67"),
        (94.4999999999, 0, "94"),
        (123_456_789.125, 2, "123.456.789,13"),
        (1_000_000_000_000, 2, "1.000.000.000.000,00"),
        (Decimal("94.5"), 0, "95"),
    ],
)
def test_a_half_is_rounded_as_in_a_spreadsheet(value: float, decimals: int, text: str) -> None:
    assert number(value, decimals) == text
    assert number(rounded(value, decimals), decimals) == text


@pytest.mark.parametrize("decimals", [0, 1, 2])
def test_every_number_is_rounded_as_it_is_written(decimals: int) -> None:
    step = Decimal(1).scaleb(-decimals)
    for thousandths in range(0, 200_000, 5):
        value = thousandths / 1000
        expected = Decimal(str(value)).quantize(step, ROUND_HALF_UP)
        assert number(value, decimals) == str(expected).replace(".", ",")
        assert percent(value / 100, decimals) == f"{number(value, decimals)} pct."


@pytest.mark.parametrize(("value", "text"), [(11, "+11"), (-4, "−4"), (0, "0"), (0.2, "0"), (None, "–")])
def test_a_change_has_its_sign(value: float | None, text: str) -> None:
    assert signed(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1_180_000, "1,18 mio. kr."),
        (242_700_000, "242,7 mio. kr."),
        (999_499, "999 t.kr."),
        (999_500, "1,00 mio. kr."),
        (1_125_000, "1,13 mio. kr."),
        (10_500, "11 t.kr."),
        (850_000, "850 t.kr."),
        (4_500, "4.500 kr."),
        (-2_500_000, "−2,50 mio. kr."),
        (None, "–"),
    ],
)
def test_amounts_come_in_the_unit_a_reader_takes_in(value: float | None, text: str) -> None:
    assert kroner(value) == text


def test_shares_and_dates() -> None:
    assert percent(0.054) == "5,4 pct."
    assert percent(None) == "–"
    assert date_text(date(2026, 10, 31)) == "31-10-2026"
    assert month_text(date(2026, 10, 1)) == "okt. 2026"
    assert month_text(date(2026, 5, 1)) == "maj 2026"
    assert month_name(date(2026, 10, 1)) == "oktober 2026"


def test_both_ways_of_writing_a_date_are_read() -> None:
    assert parse_date("2026-10-31") == parse_date("31-10-2026") == date(2026, 10, 31)
    with pytest.raises(PlainError, match="er ikke en dato"):
        parse_date("31-02-2026")


@pytest.mark.parametrize(
    "text",
    [
        "0101901234",
        "010190-1234",
        "id 010190 1234",
        "01-01-90-1234",
        "01.01.901234",
        "01\u201101\u201190\u20111234",
    ],
)
def test_what_may_be_a_cpr_number_is_never_quoted(text: str) -> None:
    assert safe_quote(text) == "(værdien vises ikke)"


def test_other_values_are_quoted_short() -> None:
    assert safe_quote("18500.00") == "»18500.00«"
    assert safe_quote("31-02-2026 10:30") == "»31-02-2026 10:30«"
    assert safe_quote("x" * 80) == f"»{'x' * 39}…«"


def test_lists_read_as_a_sentence() -> None:
    assert listed(["a", "b", "c"]) == "a, b og c"
    assert listed(["a"]) == "a"
    assert listed([]) == ""


def test_a_name_within_a_sentence_keeps_its_abbreviation() -> None:
    names = ("Botilbud", "BPA", "§ 107", "")
    assert [in_sentence(name) for name in names] == ["botilbud", "BPA", "§ 107", ""]


def test_signed_percent() -> None:
    assert [signed_percent(share) for share in (0.031, -0.031, 0.0001, None)] == [
        "+3,1 pct.",
        "−3,1 pct.",
        "0,0 pct.",
        "–",
    ]
