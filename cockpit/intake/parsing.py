"""From raw text to typed rows: `parsed_<extract>`, and what is wrong with single rows noted."""

from dataclasses import dataclass

from cockpit.intake.bench import Bench
from cockpit.intake.checks import row_checks
from cockpit.intake.contract import Column, Contract
from cockpit.intake.parquet import AnySource
from cockpit.intake.reading import insert_rows
from cockpit.intake.values import value_of

# What a profile finds wrong with a row: texts of column, rule, value and other, each ended by its mark.
PART, TROUBLE = "chr(31)", "chr(30)"
TROUBLES = f"""select row, part[1], part[2], part[3], part[4] from (
    select row, string_split(unnest(string_split(trouble, {TROUBLE})), {PART}) as part
    from suspect where shape is null)"""


@dataclass(frozen=True)
class RawFile:
    """A file to read; `positions` finds the contract's columns in it."""

    source: AnySource
    positions: dict[str, int]
    number: int  # in the delivery


def make_parsed(bench: Bench, contract: Contract) -> None:
    """An empty `parsed_<extract>`; `told` keeps what the file says in a row that some suspicion falls on."""
    columns = ", ".join(f"{column.name} {column.sql_type}" for column in contract.columns)
    bench.connection.execute(
        f"create temp table parsed_{contract.name} (file integer, line bigint, {columns}, told varchar[])"
    )


def parse_file(bench: Bench, contract: Contract, file: RawFile) -> int:
    """Add the file's rows to `parsed_<extract>`; returns how many. UnreadableError as in `insert_rows`."""
    table = f"parsed_{contract.name}"
    bench.connection.execute(
        f"insert into read_file select {file.number}, count(*) from {table}",
    )

    def typed(rows: str) -> str:
        named = f"select {file.number} as file, * from ({_named(contract, file, rows)})"
        return typed_rows(bench, contract, named, tidy=file.source.tidy)

    return insert_rows(bench.connection, file.source, table, typed)


def _named(contract: Contract, file: RawFile, rows: str) -> str:
    """One file's raw rows under the contract's names."""
    fields = ", ".join(f"{_field(file, column)} as raw_{column.name}" for column in contract.columns)
    return f"select line, shape, null::varchar as trouble, {fields} from ({rows})"


def _field(file: RawFile, column: Column) -> str:
    """A code such as 4.7 that a program took for a number has its point again."""
    if column.name not in file.positions:
        return "null::varchar"
    position = file.positions[column.name]
    field = f"f{position}"
    if column.type == "text" and file.source.may_hold_numbers(position):
        is_number = f"regexp_full_match({field}, '[0-9]+,[0-9]+')"
        return f"case when {is_number} then replace({field}, ',', '.') else {field} end"
    return field


def typed_rows(bench: Bench, contract: Contract, named: str, *, tidy: bool) -> str:
    """The query of what goes into `parsed_<extract>`, from one of file, line, shape, trouble and raw_x."""
    told = ", ".join([*(f"raw_{name}" for name in contract.column_names), "trouble", "shape"])
    suspicions = sorted({check.suspect for check in row_checks(contract, bench.latest_day)})
    suspect = " or ".join(["shape is not null", "trouble is not null", *suspicions])
    return (
        f"select file, line, {', '.join(contract.column_names)}, case when {suspect} then [{told}] end "
        f"from ({_typed(contract, named, tidy=tidy)})"
    )


def _typed(contract: Contract, raw: str, *, tidy: bool = False) -> str:
    """The raw rows with the cleaned text (text_x) and the value (x) of each column."""
    field = "raw_{0}" if tidy else "cleaned(raw_{0})"
    texts = ", ".join(f"{field.format(name)} as text_{name}" for name in contract.column_names)
    values = ", ".join(
        f"{value_of(column, f'text_{column.name}')} as {column.name}"
        for column in contract.columns
        if not column.derivation
    )
    derived = ", ".join(
        f"coalesce({value_of(column, text)}, case when {text} is null then {column.derivation} end) "
        f"as {column.name}"
        for column in contract.columns
        if column.derivation and (text := f"text_{column.name}")
    )
    typed = f"select *, {values} from (select *, {texts} from ({raw}))"
    return f"select *, {derived} from ({typed})" if derived else typed


def note_suspects(bench: Bench, contract: Contract) -> None:
    """Type the rows that a suspicion falls on a second time, now asking each check by itself."""
    told = ", ".join(f"told[{place}] as raw_{name}" for place, name in enumerate(contract.column_names, 1))
    suspects = (
        f"select rowid as row, {told}, told[-2] as trouble, told[-1] as shape "
        f"from parsed_{contract.name} where told is not null"
    )
    bench.connection.execute(f"create or replace temp table suspect as {_typed(contract, suspects)}")
    questions = [
        "select row, '', 'column_count', shape, '' from suspect where shape is not null",
        TROUBLES,
    ] + [
        f"select row, '{check.column}', '{check.rule}', {check.value}, {check.other} "
        # A field that is missing because its file or code is unknown is told of once.
        f"from suspect where shape is null and {'trouble is null and' if check.rule == 'required' else ''} "
        f"({check.broken})"
        for check in row_checks(contract, bench.latest_day)
    ]
    bench.note_all(contract, " union all ".join(questions))
