"""A table that is no key figure, for a spreadsheet: title, what was chosen, headings, rows."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

from xlsxwriter import Workbook

from cockpit.components.export import BYTE_ORDER_MARK
from cockpit.components.formulas import no_formula
from cockpit.components.workbook import SAFE, WIDEST


@dataclass(frozen=True)
class PlainTable:
    """`rows` in the order of `headings`; counts are numbers, and anything else is text."""

    title: str
    told: Sequence[tuple[str, str]]
    headings: Sequence[str]
    rows: Sequence[Sequence[Any]]

    def csv(self) -> str:
        """As a Danish spreadsheet opens it; no text can start a formula."""
        out = StringIO()
        writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
        writer.writerow([self.title])
        writer.writerows([name, _safe(value)] for name, value in self.told)
        writer.writerow([])
        writer.writerow(self.headings)
        writer.writerows([_safe(value) for value in row] for row in self.rows)
        return BYTE_ORDER_MARK + out.getvalue()

    def workbook(self) -> bytes:
        """Two sheets: the rows, and what was chosen."""
        out = BytesIO()
        with Workbook(out, SAFE) as book:
            bold = book.add_format({"bold": True})
            rows, meaning = book.add_worksheet("Tal"), book.add_worksheet("Om tallene")
            rows.write_row(0, 0, self.headings, bold)
            for line, row in enumerate(self.rows, start=1):
                rows.write_row(line, 0, row)
            rows.freeze_panes(1, 0)
            rows.autofit(WIDEST * 7)
            for line, pair in enumerate([("Tabel", self.title), *self.told]):
                meaning.write_row(line, 0, pair)
        return out.getvalue()


def _safe(value: Any) -> Any:
    return no_formula(value) if isinstance(value, str) else value
