"""What a sheet has no room for is told to the editor, word for word what does not stand there."""

from dataclasses import replace
from datetime import date

import pytest

from cockpit.components.ready import as_html
from cockpit.components.sheet_room import out_of_room, too_long, whole_text
from cockpit.sheets.model import FilledSheet, Number

STOCK = Number("flow/closing", 214.0, "count", "214", "borgere i botilbud, 11 flere end året før", "borgere")
ROOMY = FilledSheet(
    id="1", title="Flere i botilbud", suggested="Flere i botilbud", numbers=(STOCK,), chart=None, subtitle="",
    challenges=("Har vi boliger til dem?",), tendencies=("Flere bliver boende",), source="",
    as_of=date(2026, 10, 31), figure="stock_flow", given={},
)  # fmt: skip
LONG = "En udfordring, der er lang nok til at fylde tre linjer i den smalle spalte på planchen"


@pytest.mark.parametrize(
    "sheet",
    [
        ROOMY,
        replace(ROOMY, title="Ord af almindelig længde " * 16),
        replace(ROOMY, challenges=(), tendencies=()),
        # What is only broken, or holds signs that nobody sees, is all there.
        replace(ROOMY, title="x" * 300, challenges=("Kommunalbestyrelsesmedlemmernes", "a\u200bb\tc")),
    ],
    ids=["ordinary", "400 signs", "no lists", "broken words"],
)
def test_what_fits_is_not_spoken_of(sheet: FilledSheet) -> None:
    assert out_of_room(sheet) == []
    assert too_long(sheet) == []
    assert whole_text(sheet) == []


def test_what_does_not_fit_is_named() -> None:
    wide = replace(ROOMY, title="W" * 399 + "!")
    (told,) = out_of_room(wide)
    assert told.startswith("Budskabet slutter ved »…WWW")
    long = replace(ROOMY, challenges=("Den første", *(f"{number}. {LONG}" for number in range(1, 9))))
    told_of = out_of_room(long)
    assert told_of
    assert all(one.startswith("Udfordringer: »") for one in told_of)
    assert "8. En udfordring, der er lang nok til a…«" in told_of[-1]
    assert not any("Den første" in one for one in told_of)
    wordy = replace(ROOMY, numbers=(replace(STOCK, words="ord " * 200),) * 5)
    assert out_of_room(wordy) == ["Ordene ved tallet 214 er forkortet."] * 5


def test_the_editor_is_told_and_the_reader_is_given_the_rest() -> None:
    full = replace(ROOMY, challenges=tuple(f"{number}. {LONG}" for number in range(1, 9)))
    assert "kan læses fra bagerste række" in as_html(too_long(full))
    shown = as_html(whole_text(full))
    assert f"8. {LONG}" in shown
    assert "Flere bliver boende" in shown
