"""A delivery of CSV files in the other forms that it may come in, typed as another program would."""

import csv
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import duckdb
import pandas as pd

from cockpit.intake.contract import Column, contracts
from tests.intake.test_xlsx import workbook

Cell = str | int | float | bool | date | datetime | None
Rows = list[list[Cell]]


def typed(column: Column | None, text: str) -> Cell:
    """What a spreadsheet makes of the text; where it does not fit the column it stays text."""
    if not text or column is None:
        return text or None
    if re.fullmatch(r"\d\d-\d\d-\d{4}", text) and column.type in ("date", "moment", "due"):
        return _or_text(lambda: date(int(text[6:]), int(text[3:5]), int(text[:2])), text)
    if re.fullmatch(r"\d\d-\d\d-\d{4} \d\d:\d\d", text) and column.type in ("moment", "due"):
        return _or_text(lambda: datetime.strptime(text, "%d-%m-%Y %H:%M"), text)  # noqa: DTZ007 (local)
    if re.fullmatch(r"\d{4}-\d\d", text) and column.type == "month":
        return date(int(text[:4]), int(text[5:]), 1)
    if column.type in ("money", "decimal", "integer", "year") and re.fullmatch(
        r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?", text
    ):
        return float(text.replace(".", "").replace(",", "."))
    if column.type == "boolean":
        return {"ja": True, "nej": False}.get(text, text)
    if column.type in ("text", "municipality") and re.fullmatch(r"[1-9]\d{0,8}", text):
        return int(text)
    return text


def _or_text(read: Callable[[], Cell], text: str) -> Cell:
    try:
        return read()
    except ValueError:
        return text


def read(path: Path) -> tuple[list[str], Rows]:
    """The headings, and the rows as a spreadsheet holds them."""
    contract = contracts()[path.stem]
    with path.open(encoding="utf-8", newline="") as file:
        headings, *records = csv.reader(file, delimiter=";")
    columns = [contract.column(name) if name in contract.delivered else None for name in headings]
    return headings, [[typed(*pair) for pair in zip(columns, record, strict=True)] for record in records]


def as_workbook(path: Path, to: Path) -> None:
    headings, rows = read(path)
    workbook(to / f"{path.stem}.xlsx", {path.stem: [headings, *rows]})


def as_parquet(path: Path, to: Path) -> None:
    """A column is typed where every value fits; else it is text, as it was."""
    headings, rows = read(path)
    with path.open(encoding="utf-8", newline="") as file:
        _, *texts = csv.reader(file, delimiter=";")
    columns = {}
    for place, name in enumerate(headings):
        values = [row[place] for row in rows]
        kinds = {type(value) for value in values if value is not None}
        as_written = [text[place] or None for text in texts]
        columns[name] = pd.Series(values if len(kinds) == 1 else as_written, dtype=object)
    frame = pd.DataFrame(columns)
    to.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        connection.register("frame", frame)
        connection.execute("set pandas_analyze_sample = 0" if frame.empty else "set threads = 1")
        connection.execute(f"copy (from frame) to '{to / path.stem}.parquet' (format parquet)")


def as_zip(folder: Path, to: Path) -> Path:
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, f"leverance/{path.name}")
    return to


def mixed(folder: Path, to: Path) -> Path:
    """Every third file as a workbook, every third as Parquet, the others as they are."""
    for number, path in enumerate(sorted(folder.iterdir())):
        if number % 3 == 0:
            as_workbook(path, to)
        elif number % 3 == 1:
            as_parquet(path, to)
        else:
            (to / path.name).write_bytes(path.read_bytes())
    return to
