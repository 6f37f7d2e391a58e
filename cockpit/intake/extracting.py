"""Read every file of the delivery into its extract, and say which files cannot be used."""

from cockpit.intake.bench import Bench
from cockpit.intake.contract import Contract, contracts
from cockpit.intake.delivery import DeliveredFile
from cockpit.intake.parsing import RawFile, parse_extract
from cockpit.intake.reading import read_rows
from cockpit.intake.source import Source, UnreadableError, columns_of, open_source, unknown_headings
from cockpit.wording import listed, number


def read_extracts(bench: Bench) -> None:
    """Every delivered extract, parents first; a file that cannot be used is a refusal, the rest goes on."""
    bench.ignored += bench.delivery.ignored
    bench.refusals += bench.delivery.unreadable
    for contract in contracts().values():
        files = bench.delivery.files.get(contract.name, [])
        raw = [_read(bench, contract, file) for file in files]
        usable = [file for file in raw if file is not None]
        if usable and len(usable) == len(files):
            parse_extract(bench, contract, usable)
        for file in usable:
            bench.connection.execute(f"drop table {file.table}")


def _read(bench: Bench, contract: Contract, file: DeliveredFile) -> RawFile | None:
    file_number = len(bench.files)
    bench.files.append((contract.name, file))
    try:
        source = open_source(file, contract)
        raw = RawFile(source, columns_of(source, contract), f"raw_{file_number}", file_number)
        _refuse_missing(contract, raw)
        count = read_rows(bench.connection, source, raw.table)
        _refuse_unknown_birth_dates(bench, contract, raw)
    except UnreadableError as error:
        bench.refusals.append(str(error))
        return None
    bench.ignored += [f"kolonnen {name} i {file.shown}" for name in unknown_headings(source, raw.positions)]
    bench.progress(f"Læser {file.shown} … {number(count)} rækker")
    return raw


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
    citizen = f"as_citizen(cleaned(f{raw.positions['citizen_id']}))" if left_out else ""
    if left_out and bench.count(
        f"select count(*) from {raw.table} where {citizen} is not null and cpr_birth_date({citizen}) is null"
    ):
        raise _missing(left_out, raw.source)


def _missing(columns: list[str], source: Source) -> UnreadableError:
    them = "den" if len(columns) == 1 else "dem"
    word = "Kolonnen" if len(columns) == 1 else "Kolonnerne"
    return UnreadableError(
        f"{word} {listed(columns)} mangler i {source.file.shown}. Tag {them} med i udtrækket, og prøv igen."
    )
