"""What is said beside a figure: where its thresholds are old, unknown or not verified."""

from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from cockpit.components import figure_notes
from cockpit.components.answers import Answer
from cockpit.warehouse import Reader
from tests.pages.made_answers import OPTIONS, made

COLUMNS = "citizens refund thresholds_from"
SINCE = date(2024, 7, 1)


def refund(year: str, since: date | None = SINCE) -> Answer:
    known = since is not None
    return made("state_refund", COLUMNS, (3 if known else None, 1e6 if known else None, since), year=year)


def notes(answer: Answer) -> str:
    return " ".join(figure_notes.figure_notes(answer, OPTIONS))


def test_thresholds_of_the_year_need_no_words() -> None:
    assert notes(refund("2024")) == ""


def test_older_thresholds_are_told_with_what_to_do() -> None:
    assert "01-07-2024" in notes(refund("2026"))
    assert "state_refund_176.csv" in notes(refund("2026"))


def test_no_thresholds_are_not_no_refund() -> None:
    assert "ingen beløbsgrænser for 2019" in notes(refund("2019", None))


def test_thresholds_that_are_not_verified_are_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figure_notes, "is_verified", lambda _reader, since: since != SINCE)
    options = replace(OPTIONS, reader=cast(Reader, object()))
    (note,) = figure_notes.figure_notes(refund("2024"), options)
    assert "ikke efterprøvet" in note
    assert "to be verified" in note
    assert figure_notes.figure_notes(refund("2022", date(2022, 1, 1)), options) == []


def test_other_figures_have_no_notes() -> None:
    answer = made("turning_18", "month citizens annual_cost", (date(2026, 11, 30), 1, 2.0), months="1")
    assert notes(answer) == ""
