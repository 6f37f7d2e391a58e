"""From a delivered file of any type to what its rows can be read from."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cockpit.confined.memory_file import MemoryFile
from cockpit.confined.running import Unusable, run_confined, start_ahead
from cockpit.intake.delivery import DeliveredFile, Delivery, shown_name
from cockpit.intake.parquet import AnySource, ParquetSource
from cockpit.intake.source import UnreadableError, open_text
from cockpit.settings import PROJECT

READ_SHEET = PROJECT / "cockpit" / "confined" / "sheet.py"
CHECK_PARQUET = PROJECT / "cockpit" / "warehouse" / "parquet_check.py"
READERS = {".xlsx": READ_SHEET, ".parquet": CHECK_PARQUET}
AGAIN = "Lav udtrækket igen."
# By the code that the confined process answers; {file} is what messages call the file.
WORDS = {
    "damaged": f"{{file}} er beskadiget eller ikke hel. {AGAIN}",
    "empty": f"{{file}} er tom. {AGAIN}",
    "entities": "{file} indeholder definitioner (DOCTYPE), som et regneark ikke har. Gem den fra Excel igen.",
    "error_cells": "{file} har fejl i celler, fx #I/T, som ikke kan stedfæstes. Gem den fra Excel igen.",
    "limits": "{file} kræver mere tid eller hukommelse, end en fil må. "
    "Slet tomme rækker og kolonner, eller gem den som CSV, og prøv igen.",
    "locked": "{file} er beskyttet med en adgangskode. Fjern den, og prøv igen.",
    "nested": "{file} har lister eller strukturer i felterne. Læg hver oplysning i sin egen kolonne.",
    "not_text": "{file} har tegn, der ikke er tekst. Ret felterne i fagsystemet, og lav udtrækket igen.",
    "no_workbook": "{file} er ikke et regneark, som navnet ellers siger. Gem den fra Excel som .xlsx.",
    "old_workbook": "{file} er et regneark i en gammel form. Gem den fra Excel som .xlsx.",
    "too_large": "{file} fylder for meget, når den er pakket ud. Del den i flere, eller gem den som CSV.",
    "too_many_parts": "{file} har for mange dele. Gem den fra Excel igen.",
}


@dataclass(frozen=True)
class OtherSheet:
    """A sheet that is not read: what messages call it, and whether its headings are those of the one read."""

    shown: str
    alike: bool


def start_readers(delivery: Delivery) -> None:
    """Of the files that are read in a process of their own: they start while the rest is made ready."""
    every = [file for files in (delivery.files, delivery.system) for some in files.values() for file in some]
    for kind in {file.kind for file in every} & READERS.keys():
        start_ahead(READERS[kind])


def open_source(
    file: DeliveredFile, expected: frozenset[str], sheet: str, decimal: str = ","
) -> tuple[AnySource, list[OtherSheet]]:
    """The file's rows, and the sheets that are not read.

    UnreadableError as in `open_text`, and when the process that reads it found something wrong. Of a
    workbook the sheet of that name is read, else the first that holds anything; its numbers are written with
    the sign `decimal`.
    """
    if file.kind == ".parquet":
        return _parquet(file, decimal), []
    if file.kind == ".xlsx":
        text, others = _sheet(file, sheet, decimal)
        return open_text(file, expected, text), others
    return open_text(file, expected), []


def _sheet(file: DeliveredFile, wanted: str, decimal: str) -> tuple[MemoryFile, list[OtherSheet]]:
    text = MemoryFile()
    with _told(file), file.place.open("rb") as workbook:
        files = [workbook.fileno(), text.descriptor]
        found = run_confined(READ_SHEET, files, wanted=wanted, decimal=decimal)
    return text, [
        OtherSheet(shown_name(name, f"nr. {position}"), alike) for position, name, alike in found["ignored"]
    ]


def _parquet(file: DeliveredFile, decimal: str) -> ParquetSource:
    with _told(file), file.place.open("rb") as rows:
        found = run_confined(CHECK_PARQUET, [rows.fileno()])
    headings = tuple(heading for heading, _, _ in found["columns"])
    columns = tuple((name, kind) for _, name, kind in found["columns"])
    return ParquetSource(file, headings, str(file.place), columns, decimal)


@contextmanager
def _told(file: DeliveredFile) -> Iterator[None]:
    try:
        yield
    except Unusable as problem:
        words = WORDS.get(problem.code, WORDS["damaged"])
        raise UnreadableError(words.format(file=file.shown)) from None
    except OSError as error:
        raise UnreadableError(f"{file.shown} kan ikke åbnes. Giv adgang til den, og prøv igen.") from error
