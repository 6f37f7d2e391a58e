"""One sheet of a workbook (.xlsx) as CSV: what Excel made of dates and numbers, in Danish writing.

Run as a script, on a file that nobody vouches for.
"""

import csv
import os
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, TextIO

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from cockpit.confined.child import Problem, serve
from cockpit.confined.workbook import Errors, Workbook

WHOLE_UP_TO = 1e15  # Excel keeps fifteen digits
Cell = str | int | float | bool | date | datetime | time | timedelta


def convert(files: list[int], wanted: str, decimal: str) -> dict[str, Any]:
    """Write the sheet named `wanted`, else the first that holds anything, from one open file to another.

    A row of the sheet is a record, an empty one an empty line; an error stands as Excel writes it. Answers
    with the other sheets that hold something: position, name, and whether their headings are the same.
    """
    source, into = files
    with os.fdopen(source, "rb") as file:
        parts = Workbook(file)
        file.seek(0)
        try:
            book = CalamineWorkbook.from_filelike(file)
        except PasswordError:
            raise Problem("locked") from None
        filled = [sheet for sheet in book.sheets_metadata if _is_table(sheet) and parts.is_filled(sheet.name)]
        if not filled:
            raise Problem("empty")
        chosen = _chosen(filled, wanted)
        with os.fdopen(into, "w", encoding="utf-8", newline="") as csv_file:
            _write(book.get_sheet_by_name(chosen.name), parts.errors(chosen.name), decimal, csv_file)
        names = [sheet.name for sheet in book.sheets_metadata]
        headings = parts.headings(chosen.name)
        others = [
            (names.index(other.name) + 1, other.name, parts.headings(other.name) == headings)
            for other in filled
            if other is not chosen
        ]
    return {"ignored": others}


def _is_table(sheet: SheetMetadata) -> bool:
    return sheet.typ == SheetTypeEnum.WorkSheet


def _chosen(filled: list[SheetMetadata], wanted: str) -> SheetMetadata:
    """A hidden sheet holds lists to choose from more often than an extract."""
    named = [sheet for sheet in filled if sheet.name.strip().lower() == wanted]
    visible = [sheet for sheet in filled if sheet.visible == SheetVisibleEnum.Visible]
    return (named or visible or filled)[0]


def _write(sheet: CalamineSheet, errors: Errors, decimal: str, file: TextIO) -> None:
    first_column = sheet.start[1] if sheet.start else 0
    writer = csv.writer(file, delimiter=";", lineterminator="\n")
    headings = True
    for row, texts in enumerate(_with_last(_rows(sheet, decimal), errors, sheet.width)):
        for column, text in errors.get(row, {}).items():
            if 0 <= column - first_column < len(texts):
                texts[column - first_column] = text
        if not "".join(texts).strip():
            file.write("\n")
        elif headings:
            writer.writerow(" ".join(text.split()) for text in texts)
            headings = False
        else:
            writer.writerow(texts)


def _with_last(rows: Iterator[list[str]], errors: Errors, width: int) -> Iterator[list[str]]:
    """To the library the sheet ends above rows that hold only formulas which nobody computed."""
    count = 0
    for row in rows:
        yield row
        count += 1
    for _ in range(count, max(errors, default=0) + 1):
        yield [""] * width


def _rows(sheet: CalamineSheet, decimal: str) -> Iterator[list[str]]:
    """From the first row of the sheet and its first column that holds anything."""
    texts: dict[type, Callable[[Any], str]] = {
        str: lambda text: text if "\r" not in text else text.replace("\r\n", "\n").replace("\r", "\n"),
        float: lambda value: number(value, decimal),
        int: str,
        bool: lambda value: "ja" if value else "nej",
        date: date.isoformat,
        datetime: lambda moment: moment.isoformat(" ", "seconds"),
        time: lambda clock: clock.isoformat("seconds"),
        timedelta: _hours,
    }
    for row in sheet.iter_rows():
        yield [texts[type(cell)](cell) for cell in row]


def number(value: float, decimal: str) -> str:
    """Without the noise of binary fractions, thousand dots and powers of ten: `1234,5`."""
    if abs(value) < WHOLE_UP_TO and value.is_integer():
        return str(int(value))
    text = f"{value:.15g}"
    return (format(Decimal(text), "f") if "e" in text else text).replace(".", decimal)


def _hours(duration: timedelta) -> str:
    minutes = int(duration.total_seconds() // 60)
    return f"{minutes // 60}:{minutes % 60:02}"


if __name__ == "__main__":
    serve(convert)
