"""The files of a profile's system as tables of cleaned text: only the headings that the profile reads."""

from collections.abc import Mapping
from dataclasses import dataclass

from cockpit.intake.bench import Bench
from cockpit.intake.delivery import DeliveredFile
from cockpit.intake.opening import OtherSheet, open_source
from cockpit.intake.parquet import AnySource
from cockpit.intake.profile import plain_name
from cockpit.intake.reading import insert_rows
from cockpit.intake.source import UnreadableError, columns_of, unknown_headings
from cockpit.wording import number

SHOWN_HEADINGS = 10
ALIKE = (
    "arket {sheet} i {file} har de samme overskrifter som det ark, der er læst, men er ikke læst: af hver "
    "fil læses ét ark. Saml rækkerne i ét ark, eller gem arket som en fil for sig, og indlæs igen."
)


@dataclass(frozen=True)
class SourceTable:
    """Temp table `name`: file (its place in `files`), line, shape, and a column for each heading read.

    `columns` finds the columns of the headings that some file has, by `plain_name`. `unended` are the places
    of files whose last line has no end.
    """

    name: str
    files: tuple[DeliveredFile, ...]
    columns: Mapping[str, str]
    unended: tuple[int, ...]

    def column(self, heading: str) -> str | None:
        return self.columns.get(plain_name(heading))


def read_source_tables(bench: Bench) -> dict[str, SourceTable]:
    """A table of each file that some feed reads, by the profile's name of it.

    A file that cannot be used is a refusal, and then its table is not there.
    """
    needed = bench.delivery.of_system
    tables = {}
    for place, (name, files) in enumerate(bench.delivery.system.items()):
        if name in needed and (read := _read(bench, f"source_{place}", name, files)):
            tables[name] = read
    return tables


def _read(bench: Bench, table: str, name: str, files: list[DeliveredFile]) -> SourceTable | None:
    headings = bench.delivery.profile.headings(name)
    columns = {heading: f"h{place}" for place, heading in enumerate(headings)}
    fields = "".join(f", {column} varchar" for column in columns.values())
    bench.connection.execute(f"create temp table {table} (file integer, line bigint, shape varchar{fields})")
    sources = [_read_file(bench, table, name, columns, place, file) for place, file in enumerate(files)]
    if not all(sources):
        return None
    found = {heading for source in sources if source for heading in columns_of(source, frozenset(columns))}
    return SourceTable(
        table,
        tuple(files),
        {heading: columns[heading] for heading in headings if heading in found},
        tuple(place for place, source in enumerate(sources) if source and not source.ends_with_line_break),
    )


def _read_file(
    bench: Bench, table: str, name: str, columns: dict[str, str], place: int, file: DeliveredFile
) -> AnySource | None:
    """Insert the file's rows; None, and a refusal, where it cannot be used."""
    try:
        source, sheets = open_source(
            file, frozenset(columns), plain_name(name), bench.delivery.profile.decimal
        )
        positions = columns_of(source, frozenset(columns))
        count = _insert(bench, table, source, [positions.get(heading) for heading in columns], place)
    except UnreadableError as error:
        bench.refusals.append(str(error))
        return None
    tell_read(bench, source, sheets, positions, count)
    return source


def tell_read(
    bench: Bench, source: AnySource, sheets: list[OtherSheet], positions: dict[str, int], count: int
) -> None:
    """How many rows a file gave, and which of its `sheets` and headings nothing claims."""
    shown = source.file.shown
    bench.ignored += [f"arket {sheet.shown} i {shown}" for sheet in sheets if not sheet.alike]
    bench.notes += [ALIKE.format(sheet=sheet.shown, file=shown) for sheet in sheets if sheet.alike]
    unknown = unknown_headings(source, positions)
    if len(unknown) > SHOWN_HEADINGS:
        more = f"{', '.join(unknown[:SHOWN_HEADINGS])} og {number(len(unknown) - SHOWN_HEADINGS)} til"
        bench.ignored.append(f"kolonnerne {more} i {shown}")
    else:
        bench.ignored += [f"kolonnen {heading} i {shown}" for heading in unknown]
    bench.progress(f"Læser {shown} … {number(count)} rækker")


def _insert(bench: Bench, table: str, source: AnySource, positions: list[int | None], place: int) -> int:
    fields = "".join(f", {_field(source, position)} as h{name}" for name, position in enumerate(positions))
    first = bench.count(f"select count(*) from {table}")
    count = insert_rows(
        bench.connection, source, table, lambda rows: f"select {place}, line, shape{fields} from ({rows})"
    )
    # `line` is null where the file's first row is line 2 and every row one line.
    bench.connection.execute(
        f"update {table} set line = rowid - {first} + 2 where file = {place} and line is null"
    )
    return count


def _field(source: AnySource, position: int | None) -> str:
    if position is None:
        return "null::varchar"
    return f"f{position}" if source.tidy else f"cleaned(f{position})"
