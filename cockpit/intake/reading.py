"""A file's records as rows of raw text with their physical line numbers, nothing lost."""

import csv
from collections.abc import Callable, Iterator
from itertools import chain, islice

import duckdb
import pandas as pd

from cockpit.intake.parquet import AnySource, ParquetSource
from cockpit.intake.source import TextSource, UnreadableError
from cockpit.intake.values import path_literal
from cockpit.wording import number

CHUNK = 50_000
END = "\n"  # an empty line after the last, by which an open quote at the end is known
Record = tuple[int | str | None, ...]
# A field that is not there; an empty field is ''. Files with NUL are refused, so no field can equal it.
ABSENT = "\x02"
# Bytes that a thread reads at a time. Of DuckDB's own, smaller parts most hold less than a row group, and
# then their rows are copied once more to fill one.
PART = 16_000_000
MOST_LINES = 10_000  # of a record: a remark has fewer, and the rest of the file would be held in memory
MORE, FEWER = "flere", "færre"  # how a record differs from the header


def insert_rows(
    connection: duckdb.DuckDBPyConnection,
    source: AnySource,
    table: str,
    typed: Callable[[str], str],
) -> int:
    """Insert the file's rows into `table` in the order of the file; returns how many.

    `typed` makes the query that is inserted from one of raw rows: line, f0, f1, …, shape. An empty
    field is null; `shape` is MORE or FEWER where the row has not as many fields as the header; `line` is
    null where the first row is line 2 and every row one line. UnreadableError when the file is cut off.
    """
    if isinstance(source, ParquetSource):
        return int(connection.execute(f"insert into {table} {typed(source.rows)}").fetchall()[0][0])
    inserted = _insert_plain(connection, source, table, typed) if source.plain else None
    return _insert_patiently(connection, source, table, typed) if inserted is None else inserted


def _fields(source: TextSource) -> list[str]:
    return [f"f{position}" for position in range(len(source.headings))]


def _insert_plain(
    connection: duckdb.DuckDBPyConnection, source: TextSource, table: str, typed: Callable[[str], str]
) -> int | None:
    """Let DuckDB read the file where it lies: fast, and right only if every record is one line.

    As many records as lines is the proof of that; without it nothing is inserted and the answer is None.
    Without padding DuckDB is faster, but refuses short rows and forgives empty fields too many.
    """
    rows = source.line_count - 1
    for plain in (_even_rows, _padded_rows) if source.even else (_padded_rows,):
        connection.begin()
        try:
            inserted = connection.execute(f"insert into {table} {typed(plain(source))}").fetchall()[0][0]
        except duckdb.Error:  # its message holds whole rows: never shown
            inserted = None
        if inserted == rows:
            connection.commit()
            _refuse_cut_line(source)
            return rows
        connection.rollback()
    return None


def _refuse_cut_line(source: TextSource) -> None:
    """A last line without line break and with too few fields was cut off."""
    last = source.content[source.content.rfind(b"\n") + 1 :].decode()
    if last.strip() and len(next(csv.reader([last], delimiter=source.delimiter))) < len(source.headings):
        raise _truncated(source)


def _even_rows(source: TextSource) -> str:
    fields = _fields(source)
    return (
        f"select cast(null as bigint) as line, {', '.join(fields)}, cast(null as varchar) as shape "
        f"from {_read_csv(source, fields, nullstr='', null_padding='false')}"
    )


def _padded_rows(source: TextSource) -> str:
    fields = _fields(source)
    given = ", ".join(f"nullif({name}, '') as {name}" for name in fields)
    blank = " and ".join(["bare(f0) = ''", *(f"{name} is null" for name in fields[1:])])
    return (
        f"select cast(null as bigint) as line, {given}, case when extra is not null then '{MORE}' "
        f"when {fields[-1]} is null then '{FEWER}' end as shape "
        f"from {_read_csv(source, [*fields, 'extra'], nullstr=ABSENT, null_padding='true')} "
        f"where not ({blank})"
    )


def _read_csv(source: TextSource, fields: list[str], nullstr: str, null_padding: str) -> str:
    declared = ", ".join(f"{name}: 'varchar'" for name in fields)
    return (
        f"read_csv({path_literal(source.path)}, auto_detect = false, header = true, "
        f"delim = '{source.delimiter}', quote = '\"', escape = '\"', nullstr = '{nullstr}', "
        f"null_padding = {null_padding}, buffer_size = {PART}, columns = {{{declared}}})"
    )


def _insert_patiently(
    connection: duckdb.DuckDBPyConnection, source: TextSource, table: str, typed: Callable[[str], str]
) -> int:
    """Read record by record: quoted line breaks, empty lines, other encodings and line endings."""
    names = [*_fields(source), "shape"]
    texts = ", ".join(f"cast({name} as varchar) as {name}" for name in names)
    insert = f"insert into {table} {typed(f'select cast(line as bigint) as line, {texts} from patient_rows')}"
    records = _records(source)
    last: Record = ()
    count = 0
    while chunk := list(islice(records, CHUNK)):
        connection.register("patient_rows", pd.DataFrame(chunk, columns=["line", *names], dtype=object))
        connection.execute(insert)
        connection.unregister("patient_rows")
        count, last = count + len(chunk), chunk[-1]
    if last and last[-1] == FEWER and not source.ends_with_line_break:
        raise _truncated(source)
    return count


def _records(source: TextSource) -> Iterator[Record]:
    """Each record: the line it begins on, the fields that the header has, the shape."""
    width = len(source.headings)
    began = 1
    header = True
    for record, line_count in _split(source):
        line, began = began, began + (1 if source.of_sheet else line_count)
        if not "".join(record).strip() and len(record) < 2:
            continue
        if header:
            header = False
            continue
        if len(record) != width and any("\n" in field and source.delimiter in field for field in record):
            raise _open_quote(source, line)  # it may have swallowed the end of a row and the next
        absent = [None] * (width - len(record))
        shape = MORE if len(record) > width else FEWER if absent else None
        yield (line, *(field or None for field in record[:width]), *absent, shape)


def _split(source: TextSource) -> Iterator[tuple[list[str], int]]:
    """The fields of each record and how many lines it takes.

    An open quote swallows rows until the next quote, and that would pass for a long field: a record of
    several lines must be quoted by the book. A stray quote within one line does no harm.
    """
    taken: list[str] = []
    before = 0

    def lines() -> Iterator[str]:
        for line in chain(source.lines(), [END]):
            taken.append(line)
            if len(taken) > MOST_LINES:
                raise _open_quote(source, before + 1)
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


def _truncated(source: TextSource) -> UnreadableError:
    return UnreadableError(
        f"{source.file.shown} er afbrudt: den sidste række er ikke hel. Lav udtrækket igen."
    )


def _open_quote(source: TextSource, line: int) -> UnreadableError:
    return UnreadableError(
        f"{source.file.shown} har et anførselstegn, der ikke er lukket, i linje {number(line)}. "
        "Ret feltet i fagsystemet, og lav udtrækket igen."
    )
