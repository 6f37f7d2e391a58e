"""What a workbook's parts tell before the library reads them: that they are harmless, and its errors."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree

from cockpit.confined.child import Problem
from cockpit.confined.parts import chunks, opened

LARGEST = 300_000_000  # bytes unpacked: six times a sheet of 100.000 rows
MOST_PARTS = 1000
OTHER_WORKBOOK = b"\xd0\xcf\x11\xe0"  # the container of .xls, and of an .xlsx with a password
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OVERLAP = 64  # bytes: no pattern below is longer
FILLED = re.compile(rb"<(\w+:)?(v|is)[ >]")
AN_ERROR = re.compile(rb"""\bt=["']e["']""")
CELL = re.compile(rb"<(\w+:)?c\s")
PLACE = re.compile(rb"""\sr=["']([A-Z]+)([0-9]+)["']""")
# The end of a formula, and of its cell: nothing but an empty value between them.
NO_VALUE = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^<>]*/>)\s*(?:<(?:\w+:)?v\b[^<>]*(?:/>|>\s*</(?:\w+:)?v>)\s*)?</(?:\w+:)?c>"
)
NOT_COMPUTED = "#FORMEL"  # as the rule `not_computed` of the intake knows it
A_TEXT = re.compile(rb"""\bt=["']str["']""")  # empty is what the formula gave
VALUE = re.compile(rb"v>([^<]*)<")
ROW_END = re.compile(rb"</(?:\w+:)?row>")
CELL_VALUE = re.compile(rb"<(?:\w+:)?[vt](?:\s[^<>]*)?>([^<]*)<")
HEADINGS_WITHIN = 1_000_000  # bytes
Errors = dict[int, dict[int, str]]  # row, column (both from 0), what Excel shows


class Workbook:
    """The parts of an .xlsx file; Problem when it is none, or holds what no workbook needs."""

    def __init__(self, file: BinaryIO) -> None:
        _refuse_another_kind(file)
        self._archive = opened(file, LARGEST, MOST_PARTS)
        self._filled: set[str] = set()
        self._with_errors: set[str] = set()
        self._with_formulas: set[str] = set()
        for part in self._archive.infolist():
            self._look_through(part)
        self._paths = self._paths_of_sheets()

    def is_filled(self, sheet: str) -> bool:
        return self._paths.get(sheet) in self._filled

    def headings(self, sheet: str) -> list[bytes]:
        """The values of the first row that holds any, as the workbook keeps them: a text is its number."""
        start = b""
        for chunk in chunks(self._archive, self._archive.getinfo(self._paths[sheet])):
            start += chunk
            if len(start) > HEADINGS_WITHIN:
                break
        rows = map(CELL_VALUE.findall, ROW_END.split(start))
        return next((values for values in rows if values), [])

    def errors(self, sheet: str) -> Errors:
        """The cells that hold an error, or a formula not computed: the library reads them as empty."""
        path = self._paths[sheet]
        found: Errors = {}
        if path in self._with_errors:
            for column, row, text in _error_cells(self._content(path)):
                found.setdefault(row, {})[column] = text
        if path in self._with_formulas:
            for column, row in _cells_without_value(self._content(path)):
                found.setdefault(row, {})[column] = NOT_COMPUTED
        return found

    def _look_through(self, part: zipfile.ZipInfo) -> None:
        end = b""
        for chunk in chunks(self._archive, part):
            seen = end + chunk
            if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen:
                raise Problem("entities")
            if not end and part.filename.endswith((".xml", ".rels")) and b"\0" in seen[:4]:
                raise Problem("damaged")  # UTF-16, where none of this would be found
            if part.filename not in self._filled and FILLED.search(seen):
                self._filled.add(part.filename)
            if b't="e"' in seen or b"t='e'" in seen:
                self._with_errors.add(part.filename)
            if b"<f" in seen or b":f" in seen:
                self._with_formulas.add(part.filename)
            end = seen[-OVERLAP:]

    def _content(self, path: str) -> bytes:
        return b"".join(chunks(self._archive, self._archive.getinfo(path)))

    def _paths_of_sheets(self) -> dict[str, str]:
        """Name of a sheet to its part."""
        try:
            book = ElementTree.fromstring(self._content("xl/workbook.xml"))  # noqa: S314 (no entities: see above)
            links = ElementTree.fromstring(self._content("xl/_rels/workbook.xml.rels"))  # noqa: S314
        except (KeyError, ElementTree.ParseError):
            raise Problem("no_workbook") from None
        targets = {link.get("Id"): posixpath.join("xl", link.get("Target", "")) for link in links}
        return {
            sheet.get("name", ""): posixpath.normpath(targets[link]).lstrip("/")
            for sheet in book.iter()
            if sheet.tag.endswith("}sheet")
            for name, link in sheet.items()
            if name.endswith("}id") and link in targets
        }


def _refuse_another_kind(file: BinaryIO) -> None:
    start = file.read(4)
    if not start:
        raise Problem("empty")
    if start == OTHER_WORKBOOK:
        raise Problem("locked" if ENCRYPTED in file.read(LARGEST) else "old_workbook")
    if start[:2] != b"PK":
        raise Problem("no_workbook")
    file.seek(0)


def _error_cells(content: bytes) -> Iterator[tuple[int, int, str]]:
    """Column, row and what Excel shows; Problem where a cell does not tell its place."""
    for match in AN_ERROR.finditer(content):
        start, end = content.rfind(b"<", 0, match.start()), content.find(b">", match.end())
        if not CELL.match(content, start):
            continue
        place = PLACE.search(content, start, end)
        value = VALUE.search(content, end, content.find(b"c>", end))
        if not place:
            raise Problem("error_cells")
        yield _column(place[1]), int(place[2]) - 1, value[1].decode() if value else "#N/A"


def _cells_without_value(content: bytes) -> Iterator[tuple[int, int]]:
    """Column and row of each formula that the program which wrote it did not compute; Problem as above."""
    for match in NO_VALUE.finditer(content):
        formula = content.rfind(b"<", 0, match.start()) if match[0].startswith(b"</") else match.start()
        cell = content.rfind(b"<", 0, formula)
        if not CELL.match(content, cell) or A_TEXT.search(content, cell, formula):
            continue
        place = PLACE.search(content, cell, formula)
        if not place:
            raise Problem("error_cells")
        yield _column(place[1]), int(place[2]) - 1


def _column(letters: bytes) -> int:
    """A is 0, Z 25, AA 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
