"""A file's records as a table of raw text with physical line numbers, nothing lost."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain

import duckdb
import pandas as pd

from cockpit.intake.source import Source, UnreadableError
from cockpit.wording import number

CHUNK = 50_000
END = "\n"  # an empty line after the last, by which an open quote at the end is known
Record = tuple[int | str | None, ...]
# A field that is not there; an empty field is ''. Files with NUL are refused, so no field can equal it.
ABSENT = "\x02"


def read_rows(connection: duckdb.DuckDBPyConnection, source: Source, table: str) -> int:
    """Fill `table` (line, f0, f1, …, extra) with the file's rows; returns how many.

    A field that is absent is null, one that is empty is ''; `extra` is null unless the row has more
    fields than the header. UnreadableError when the file is cut off.
    """
    if not (source.plain and _read_plain(connection, source, table)):
        _read_patiently(connection, source, table)
    _refuse_truncated(connection, source, table)
    return int(connection.execute(f"select count(*) from {table}").fetchall()[0][0])


def _fields(source: Source) -> list[str]:
    return [f"f{position}" for position in range(len(source.headings))]


def _read_plain(connection: duckdb.DuckDBPyConnection, source: Source, table: str) -> bool:
    """Let DuckDB read the file where it lies: fast, and right only if every record is one line.

    As many records as lines is the proof of that, and then the line number follows from the position.
    Without padding DuckDB is twice as fast, but refuses short rows and forgives empty fields too many.
    """
    for padding in (False, True) if source.even else (True,):
        try:
            connection.execute(_plain_sql(source, table, padding))
        except duckdb.Error:  # its message holds whole rows: never shown
            continue
        count = connection.execute(f"select count(*) from {table}").fetchall()[0][0]
        return bool(count == source.line_count - 1)
    return False


def _plain_sql(source: Source, table: str, padding: bool) -> str:
    fields = _fields(source)
    declared = ", ".join(f"{name}: 'varchar'" for name in [*fields, *(["extra"] if padding else [])])
    # DuckDB reads a path as a pattern.
    path = re.sub(r"([*?\[])", r"[\1]", str(source.file.path)).replace("'", "''")
    return (
        f"create or replace temp table {table} as select cast(null as bigint) as line, {', '.join(fields)}, "
        f"{'extra' if padding else 'cast(null as varchar) as extra'} from read_csv('{path}', "
        f"auto_detect = false, header = true, delim = '{source.delimiter}', quote = '\"', escape = '\"', "
        f"nullstr = '{ABSENT}', null_padding = {padding}, columns = {{{declared}}})"
    )


def _read_patiently(connection: duckdb.DuckDBPyConnection, source: Source, table: str) -> None:
    """Read record by record: quoted line breaks, empty lines, other encodings and line endings."""
    fields = _fields(source)
    declared = ", ".join(f"{name} varchar" for name in [*fields, "extra"])
    connection.execute(f"create or replace temp table {table} (line bigint, {declared})")
    chunk: list[Record] = []
    for row in _records(source, len(fields)):
        chunk.append(row)
        if len(chunk) == CHUNK:
            _append(connection, table, chunk)
            chunk = []
    if chunk:
        _append(connection, table, chunk)


def _append(
    connection: duckdb.DuckDBPyConnection, table: str, rows: list[Record]
) -> None:
    frame = pd.DataFrame(rows, dtype=object)
    connection.register("patient_rows", frame)
    connection.execute(f"insert into {table} select * from patient_rows")
    connection.unregister("patient_rows")


def _records(source: Source, width: int) -> Iterator[Record]:
    """Each record with the line it begins on, padded to `width` fields and one for what is too much."""
    began = 1
    header = True
    for record, line_count in _split(source):
        line, began = began, began + line_count
        if not "".join(record).strip() and len(record) < 2:
            continue
        if header:
            header = False
            continue
        if len(record) != width and any("\n" in field and source.delimiter in field for field in record):
            raise _open_quote(source, line)  # it may have swallowed the end of a row and the next
        absent = [None] * (width - len(record))
        yield (line, *record[:width], *absent, ABSENT if len(record) > width else None)


def _split(source: Source) -> Iterator[tuple[list[str], int]]:
    """The fields of each record and how many lines it takes.

    An open quote swallows rows until the next quote, and that would pass for a long field: a record of
    several lines must be quoted by the book. A stray quote within one line does no harm.
    """
    taken: list[str] = []
    before = 0

    def lines() -> Iterator[str]:
        for line in chain(io.StringIO(source.text, newline=None), [END]):
            taken.append(line)
            yield line

    reader = csv.reader(lines(), delimiter=source.delimiter, strict=True)
    while True:
        before += len(taken)
        taken.clear()
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error:
            if len(taken) > 1:
                raise _truncated(source) if taken[-1] is END else _open_quote(source, before + 1) from None
            record = next(csv.reader(taken, delimiter=source.delimiter))
        yield record, len(taken)


def _refuse_truncated(connection: duckdb.DuckDBPyConnection, source: Source, table: str) -> None:
    """A last line without line break and with too few fields was cut off."""
    if source.ends_with_line_break:
        return
    last = f"f{len(source.headings) - 1}"
    cut = connection.execute(
        f"select {last} is null from {table} order by coalesce(line, rowid) desc limit 1"
    ).fetchall()
    if cut and cut[0][0]:
        raise _truncated(source)


def _truncated(source: Source) -> UnreadableError:
    return UnreadableError(
        f"{source.file.shown} er afbrudt: den sidste række er ikke hel. Lav udtrækket igen."
    )


def _open_quote(source: Source, line: int) -> UnreadableError:
    return UnreadableError(
        f"{source.file.shown} har et anførselstegn, der ikke er lukket, i linje {number(line)}. "
        "Ret feltet i fagsystemet, og lav udtrækket igen."
    )
