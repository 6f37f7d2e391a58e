"""One file of text: its bytes, delimiter and headings."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cockpit.confined.child import LARGEST_FILE
from cockpit.confined.memory_file import MemoryFile
from cockpit.intake.delivery import DeliveredFile, shown_name
from cockpit.intake.profile import plain_name
from cockpit.intake.tidiness import CHUNK, is_tidy
from cockpit.wording import number

DELIMITERS = (";", ",", "\t")
BOM = "\ufeff"
# What Excel writes first, for itself. Its line break is left: the lines are counted as they stand.
SEPARATOR_LINE = re.compile(rb"(?i)\A(\xef\xbb\xbf)?\"?sep=.\"?[ \t]*(?=[\r\n])")
LINE = re.compile(rb"[^\r\n]+")
# A remark may be long, yet what is longer than any of them is no extract, and takes memory like a bomb.
LONGEST_LINE = 1_000_000  # bytes
MOST_COLUMNS = 1000
# csv's own limit of 131,072 characters would end in a traceback.
csv.field_size_limit(2**31 - 1)


class UnreadableError(Exception):
    """The file cannot be used; the message is a plain Danish sentence that names it and says why."""


@dataclass(frozen=True)
class Source:
    """A file with headings, whatever its type."""

    file: DeliveredFile
    headings: tuple[str, ...]

    def shown_heading(self, position: int) -> str:
        """What messages call the heading at `position`, counted from 0."""
        return shown_name(self.headings[position].strip(), f"nr. {position + 1}") or f"nr. {position + 1}"


@dataclass(frozen=True)
class TextSource(Source):
    """A file of text. `plain` means ordinary line endings: DuckDB may read it where it lies, at `path`.

    In text made of a sheet each record counts as one line, whatever line breaks its cells hold.
    """

    path: str
    content: bytes
    delimiter: str
    plain: bool
    of_sheet: bool = False
    held: MemoryFile | None = None  # what lies at `path`, as long as this is read

    def lines(self) -> Iterator[str]:
        """Each with `\n` at its end, decoded as they are asked for; UnreadableError when no encoding fits."""
        encoding = _encoding(self.content, self.file.shown)
        text = io.TextIOWrapper(io.BytesIO(self.content), encoding, newline=None)
        yield text.readline().removeprefix(BOM)
        yield from text

    def may_hold_numbers(self, _position: int) -> bool:
        """Whether a field may have been a number, which is written with the decimal sign."""
        return self.of_sheet

    @property
    def ends_with_line_break(self) -> bool:
        return self.content.endswith((b"\n", b"\r"))

    @cached_property
    def line_count(self) -> int:
        """Physical lines down to the last that holds anything."""
        end = len(self.content)
        while self.content[end - 1 : end].isspace():
            end -= 1
        return _count(self.content, "\n") - self.content.count(b"\n", end) + 1

    @property
    def even(self) -> bool:
        """Whether the delimiters are as many as rows of the header's width hold, and none is quoted."""
        return _count(self.content, self.delimiter) == (len(self.headings) - 1) * self.line_count

    @cached_property
    def tidy(self) -> bool:
        """Whether every field can be read as it stands."""
        return is_tidy(self.content, self.delimiter)


def open_text(file: DeliveredFile, expected: frozenset[str], sheet: MemoryFile | None = None) -> TextSource:
    """Read the whole file; UnreadableError when it is huge, empty, binary or its header cannot be decoded.

    `expected` are the headings that tell one delimiter from another, as `plain_name` writes them; `sheet`
    is the text where it was made of a sheet.
    """
    try:
        if not sheet and file.place.stat().st_size > LARGEST_FILE:
            raise UnreadableError(f"{file.shown} fylder for meget. Del den i flere, og prøv igen.")
        content = sheet.read() if sheet else file.place.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{file.shown} kan ikke åbnes. Giv adgang til den, og prøv igen.") from error
    if b"\0" in content:
        raise UnreadableError(f"{file.shown} er ikke ren tekst. Gem den som CSV i UTF-8, og prøv igen.")
    if _has_endless_line(content):
        raise UnreadableError(
            f"{file.shown} har en linje på over {number(LONGEST_LINE)} tegn. Lav udtrækket igen."
        )
    content = SEPARATOR_LINE.sub(b"", content)
    start, header = _first_line(content.removeprefix(BOM.encode()), file.shown)
    delimiter, headings = _header(header, expected, ";" if sheet else DELIMITERS)
    if len(headings) > MOST_COLUMNS:
        raise UnreadableError(
            f"{file.shown} har flere end {number(MOST_COLUMNS)} kolonner. Lav udtrækket igen, kun med "
            "de kolonner, der hører til."
        )
    plain = start == 0 and _ordinary_line_endings(content)
    path = sheet.path if sheet else str(file.place)
    return TextSource(file, headings, path, content, delimiter, plain, sheet is not None, held=sheet)


def _first_line(body: bytes, shown: str) -> tuple[int, str]:
    """Where the first line that holds anything begins, and its text."""
    for line in LINE.finditer(body):
        if (text := _decoded(line.group(), shown)).strip():
            return line.start(), text
    raise UnreadableError(f"{shown} er tom. Lav udtrækket igen.")


def _has_endless_line(content: bytes) -> bool:
    """Surely where a line is twice as long as allowed: then no break stands in some whole stretch."""
    stretches = range(0, len(content) - LONGEST_LINE, LONGEST_LINE)
    return any(
        content.find(b"\n", at, at + LONGEST_LINE) < 0 and content.find(b"\r", at, at + LONGEST_LINE) < 0
        for at in stretches
    )


def _ordinary_line_endings(content: bytes) -> bool:
    return b"\r" not in content or content.count(b"\r") == content.count(b"\r\n")


def _count(content: bytes, character: str) -> int:
    data = np.frombuffer(content, np.uint8)
    parts = (data[start : start + CHUNK] for start in range(0, len(data), CHUNK))
    return sum(int(np.count_nonzero(part == ord(character))) for part in parts)


def _decoded(content: bytes, shown: str) -> str:
    return content.decode(_encoding(content, shown))


def _encoding(content: bytes, shown: str) -> str:
    """UTF-8 or, where that does not fit, Windows-1252."""
    try:
        content.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError as error:
        cut_within_a_letter = error.reason == "unexpected end of data" and error.end == len(content)
    if cut_within_a_letter and not content[: content.rfind(b"\n") + 1].isascii():
        # All before is UTF-8 with Danish letters: the file was cut, it is not in another alphabet.
        raise UnreadableError(f"{shown} er afbrudt midt i et tegn. Lav udtrækket igen.")
    try:
        content.decode("cp1252")
        return "cp1252"
    except UnicodeDecodeError:
        raise UnreadableError(
            f"Tegnene i {shown} kan hverken læses som UTF-8 eller Windows-1252. Gem filen som CSV i UTF-8."
        ) from None


def _header(line: str, expected: frozenset[str], delimiters: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The delimiter under which most headings are known, and the headings."""
    readings = {delimiter: next(csv.reader([line], delimiter=delimiter)) for delimiter in delimiters}

    def fit(delimiter: str) -> tuple[int, int]:
        names = readings[delimiter]
        return sum(plain_name(name) in expected for name in names), len(names)

    best = max(delimiters, key=fit)
    return best, tuple(readings[best])


def columns_of(source: Source, expected: frozenset[str]) -> dict[str, int]:
    """Expected heading, as `plain_name` writes it, to its position in the file.

    UnreadableError when two headings name the same column.
    """
    found: dict[str, int] = {}
    for position, heading in enumerate(source.headings):
        name = plain_name(heading)
        if name in expected:
            if name in found:
                raise UnreadableError(f"Kolonnen {name} står to gange i {source.file.shown}. Slet den ene.")
            found[name] = position
    return found


def unknown_headings(source: Source, known: dict[str, int]) -> list[str]:
    """What the report calls the headings that nothing claims."""
    unclaimed = set(range(len(source.headings))) - set(known.values())
    return [source.shown_heading(position) for position in sorted(unclaimed)]
