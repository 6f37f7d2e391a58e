"""From raw text to typed rows: `parsed_<extract>`, and what is wrong with single rows noted."""

from dataclasses import dataclass

from cockpit.intake.bench import Bench
from cockpit.intake.checks import Check, row_checks
from cockpit.intake.contract import Contract
from cockpit.intake.source import Source
from cockpit.intake.values import value_of


@dataclass(frozen=True)
class RawFile:
    """A file read into `table`; `positions` finds the contract's columns in it."""

    source: Source
    positions: dict[str, int]
    table: str
    number: int  # in the delivery


def parse_extract(bench: Bench, contract: Contract, files: list[RawFile]) -> None:
    """Make `parsed_<extract>` of the raw tables; only suspect rows are looked at a second time."""
    checks = row_checks(contract, bench.latest_day)
    suspect = " or ".join(sorted({check.suspect for check in checks}))
    columns = ", ".join(contract.column_names)
    raw = " union all ".join(_raw(contract, file) for file in files)
    bench.connection.execute(
        f"create temp table parsed_{contract.name} as select file, line, {columns}, "
        f"(shape is not null or {suspect}) is true as flagged from ({_typed(contract, raw)})"
    )
    bench.add_parsed(contract)
    if bench.count(f"select count(*) from parsed_{contract.name} where flagged"):
        _note_flagged(bench, contract, checks, raw)


def _raw(contract: Contract, file: RawFile) -> str:
    """One file's rows under the contract's names; `shape` says how a row differs from the header."""
    last = f"f{len(file.source.headings) - 1}"
    fields = ", ".join(
        f"f{file.positions[name]} as raw_{name}" if name in file.positions else f"null as raw_{name}"
        for name in contract.column_names
    )
    return (
        f"select {file.number} as file, coalesce(line, rowid + 2) as line, {fields}, "
        f"case when extra is not null then 'flere' when {last} is null then 'færre' end as shape "
        f"from {file.table} where not ({last} is null and f1 is null and bare(f0) = '')"
    )


def _typed(contract: Contract, raw: str) -> str:
    """The raw rows with the cleaned text (text_x) and the value (x) of each column."""
    texts = ", ".join(f"cleaned(raw_{name}) as text_{name}" for name in contract.column_names)
    values = ", ".join(
        f"{value_of(column, f'text_{column.name}')} as {column.name}"
        for column in contract.columns
        if not column.derived_from_cpr
    )
    derived = ", ".join(
        f"coalesce({value_of(column, text)}, case when {text} is null then cpr_birth_date(citizen_id) end) "
        f"as {column.name}"
        for column in contract.columns
        if column.derived_from_cpr and (text := f"text_{column.name}")
    )
    typed = f"select *, {values} from (select file, line, shape, {texts} from ({raw}))"
    return f"select *, {derived} from ({typed})" if derived else typed


def _note_flagged(bench: Bench, contract: Contract, checks: list[Check], raw: str) -> None:
    """Read the flagged rows again, this time asking each check by itself."""
    suspects = f"(select file, line, rowid as row from parsed_{contract.name} where flagged) as suspect"
    same = "suspect.file = raw.file and suspect.line = raw.line"
    few = f"select raw.* from ({raw}) as raw semi join {suspects} on {same}"
    bench.connection.execute(
        f"create or replace temp table flagged as "
        f"select raw.*, suspect.row from ({_typed(contract, few)}) as raw join {suspects} on {same}"
    )
    questions = ["select row, '', 'column_count', shape, '' from flagged where shape is not null"] + [
        f"select row, '{check.column}', '{check.rule}', {check.value}, {check.other} "
        f"from flagged where shape is null and ({check.broken})"
        for check in checks
    ]
    bench.note_all(contract, " union all ".join(questions))
