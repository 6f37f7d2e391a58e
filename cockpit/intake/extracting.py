"""Read every file of the delivery into its extract, and say which files cannot be used."""

from cockpit.intake.bench import Bench
from cockpit.intake.contract import Contract, contracts, with_decimal
from cockpit.intake.deadline_list import with_listed_kinds
from cockpit.intake.delivery import DeliveredFile
from cockpit.intake.feeding import feed_extract
from cockpit.intake.left_out import leave_out_with_parents
from cockpit.intake.opening import open_source
from cockpit.intake.parsing import RawFile, make_parsed, note_suspects, parse_file
from cockpit.intake.profile import CANONICAL
from cockpit.intake.source import Source, UnreadableError, columns_of
from cockpit.intake.source_tables import read_source_tables, tell_read
from cockpit.wording import listed


def read_extracts(bench: Bench) -> None:
    """Every delivered extract, parents first; a file that cannot be used is a refusal, the rest goes on."""
    bench.ignored += bench.delivery.ignored
    bench.notes += bench.delivery.notes
    bench.refusals += bench.delivery.unreadable
    tables = read_source_tables(bench)
    for plain in contracts().values():
        if plain.name not in bench.delivery.files:
            continue
        contract = with_listed_kinds(bench.connection, plain)
        fed = plain.name in bench.delivery.feeds
        read = feed_extract(bench, contract, tables) if fed else _read_files(bench, contract)
        if read:
            leave_out_with_parents(bench, read)
            bench.add_parsed(read)
            note_suspects(bench, read)
    for name in ("fed", *(table.name for table in tables.values())):
        bench.connection.execute(f"drop table if exists {name}")


def _read_files(bench: Bench, contract: Contract) -> Contract | None:
    """Fill `parsed_<extract>` from the files of its name; None where one cannot be used."""
    profile = bench.delivery.profile
    if profile.name == CANONICAL:
        contract = with_decimal(contract, profile.decimal)
    make_parsed(bench, contract)
    usable = [_read(bench, contract, file) for file in bench.delivery.files[contract.name]]
    if all(usable):
        return contract
    bench.connection.execute(f"drop table parsed_{contract.name}")
    return None


def _read(bench: Bench, contract: Contract, file: DeliveredFile) -> bool:
    """Whether the file could be used; if not, why stands among the refusals."""
    bench.files.append((contract.name, file))
    try:
        source, other_sheets = open_source(file, contract.delivered, contract.name, contract.decimal)
        raw = RawFile(source, columns_of(source, contract.delivered), number=len(bench.files) - 1)
        _refuse_missing(contract, raw)
        count = parse_file(bench, contract, raw)
        _ask_about_the_last_row(bench, contract, raw)
        _refuse_unknown_birth_dates(bench, contract, raw)
    except UnreadableError as error:
        bench.refusals.append(str(error))
        return False
    tell_read(bench, source, other_sheets, raw.positions, count)
    return True


def _refuse_missing(contract: Contract, raw: RawFile) -> None:
    missing = [
        column.name for column in contract.columns if column.required and column.name not in raw.positions
    ]
    if missing:
        raise _missing(missing, raw.source)


def _refuse_unknown_birth_dates(bench: Bench, contract: Contract, raw: RawFile) -> None:
    """birth_date may be left out only where every citizen_id is a CPR number."""
    left_out = [
        column.name
        for column in contract.columns
        if column.derived_from_cpr and column.name not in raw.positions
    ]
    unknown = " or ".join(f"{name} is null" for name in left_out)
    if left_out and bench.count(
        f"select count(*) from parsed_{contract.name} "
        f"where file = {raw.number} and citizen_id is not null and ({unknown})"
    ):
        raise _missing(left_out, raw.source)


def _ask_about_the_last_row(bench: Bench, contract: Contract, raw: RawFile) -> None:
    """A file that was cut within its last field looks like one whose system ends no line."""
    if not raw.source.ends_with_line_break:
        rows = f"from parsed_{contract.name} where file = {raw.number}"
        bench.note("unended", contract, "", f"select max(rowid), '', '' {rows} having count(*) > 0")


def _missing(columns: list[str], source: Source) -> UnreadableError:
    them = "den" if len(columns) == 1 else "dem"
    word = "Kolonnen" if len(columns) == 1 else "Kolonnerne"
    return UnreadableError(
        f"{word} {listed(columns)} mangler i {source.file.shown}. Tag {them} med i udtrækket, og prøv igen."
    )
