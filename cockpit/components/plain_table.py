"""A table that is no key figure, for a spreadsheet: title, what it holds, what was chosen, rows."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cockpit.components.export import BYTE_ORDER_MARK
from cockpit.components.formulas import no_formula
from cockpit.components.workbook import DAY, SAFE, WHOLE, WIDEST
from cockpit.wording import date_text


@dataclass(frozen=True)
class PlainTable:
    """`rows` in the order of `headings`: counts are numbers, days are dates, anything else is text.

    `meaning` says in a sentence what a row is, and `told` what was chosen.
    """

    title: str
    meaning: str
    told: Sequence[tuple[str, str]]
    headings: Sequence[str]
    rows: Sequence[Sequence[Any]]

    def csv(self) -> str:
        """As a Danish spreadsheet opens it; no text can start a formula."""
        out = StringIO()
        writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
        writer.writerow([self.title])
        writer.writerow(["Rækker", self.meaning])
        writer.writerows([name, _safe(value)] for name, value in self.told)
        writer.writerow([])
        writer.writerow(self.headings)
        writer.writerows([_safe(value) for value in row] for row in self.rows)
        return BYTE_ORDER_MARK + out.getvalue()

    def workbook(self) -> bytes:
        """Two sheets: the rows, and what was chosen."""
        out = BytesIO()
        with Workbook(out, SAFE) as book:
            bold, day = book.add_format({"bold": True}), book.add_format({"num_format": DAY})
            whole = book.add_format({"num_format": WHOLE})
            rows, meaning = book.add_worksheet("Tal"), book.add_worksheet("Om tallene")
            rows.write_row(0, 0, self.headings, bold)
            for line, row in enumerate(self.rows, start=1):
                for place, value in enumerate(row):
                    _write(rows, line, place, value, day, whole)
            rows.freeze_panes(1, 0)
            rows.autofit(WIDEST * 7)
            about = [("Tabel", self.title), ("Rækker", self.meaning), *self.told]
            for line, (name, text) in enumerate(about):
                meaning.write_string(line, 0, name, bold)
                meaning.write_string(line, 1, text)
            meaning.autofit(WIDEST * 7)
        return out.getvalue()


def _write(sheet: Worksheet, line: int, place: int, value: Any, day: Format, whole: Format) -> None:
    if isinstance(value, date):
        sheet.write_datetime(line, place, value, day)
    elif isinstance(value, int):
        sheet.write_number(line, place, value, whole)
    elif value is not None:
        sheet.write_string(line, place, value)


def _safe(value: Any) -> Any:
    if isinstance(value, date):
        return date_text(value)
    return no_formula(value) if isinstance(value, str) else value
