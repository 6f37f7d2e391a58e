"""A file that is called tidy holds no field that cleaning would change."""

from random import Random

import duckdb
import pytest

from cockpit.intake import tidiness
from cockpit.intake.tidiness import is_tidy
from cockpit.intake.values import define_macros

PLAIN = ["", "Ny bolig", "-5", "5-", "a - b", "nul", "ÅÆØ", "01-02-2026", "N", "nu", "Null1", "(x)", "næst"]
UNTIDY = ["-", "NULL", "null", " ", " x", "x ", "x\t", "\tx", "\u00a0x", "x\u00a0", '"x"', '" x"', '"-"']


def _file(rows: list[list[str]], delimiter: str, line_end: str) -> bytes:
    return "".join(delimiter.join(row) + line_end for row in rows).encode()


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("untidy", UNTIDY)
def test_one_untidy_field_is_seen_wherever_it_stands(
    monkeypatch: pytest.MonkeyPatch, untidy: str, delimiter: str, line_end: str
) -> None:
    """Also across the border between two parts of a file, which are small here."""
    monkeypatch.setattr(tidiness, "CHUNK", 16)
    rows = [["id", "navn", "ejer"], *([str(row), "Ny bolig", "egen"] for row in range(12))]
    assert is_tidy(_file(rows, delimiter, line_end), delimiter)
    if untidy.strip("x") == delimiter:
        return
    for row in range(1, len(rows)):
        for place in range(3):
            fields = [list(fields) for fields in rows]
            fields[row][place] = untidy
            assert not is_tidy(_file(fields, delimiter, line_end), delimiter), (row, place)


def test_a_last_line_without_line_break_is_not_trusted() -> None:
    assert not is_tidy(b"id;navn\n1;NULL", ";")


def test_in_a_tidy_file_cleaning_changes_nothing() -> None:
    letters = list(' -.NUnul\u00a0\txÅ,\x0b\x1f!"#')
    dice = Random(7)
    files = [
        ["".join(dice.choices(pick, k=dice.choice([1, 1, 2, 4]))) for _ in range(dice.choice([1, 3]))]
        for pick in (PLAIN, letters, PLAIN + letters)
        for _ in range(1000)
    ]
    tidy = [field for fields in files if is_tidy(_file([["a"], fields], ";", "\n"), ";") for field in fields]
    assert len(tidy) > 500
    connection = duckdb.connect()
    define_macros(connection)
    changed = "cleaned(field) is distinct from nullif(field, '')"
    query = f"select field from (select unnest(?) as field) where {changed}"
    assert connection.execute(query, [tidy]).fetchall() == []
