"""The checked rows into the draft: extracts, load report, rejected rows, warnings, lists."""

from collections.abc import Sequence
from datetime import date, datetime

import pandas as pd

from cockpit.intake.bench import Bench
from cockpit.intake.contract import Contract, contracts
from cockpit.intake.report import ExtractReport, LoadReport, Problem
from cockpit.intake.values import literal
from cockpit.periods import DANISH_TIME

REPORT_TABLE = """create table draft.load_report (extract varchar, source varchar, file_count integer,
    rows_read bigint, rows_loaded bigint, rows_rejected bigint, rows_fallen bigint, warnings bigint,
    delivered timestamp, as_of date)"""
REFERENCE_TABLES = (
    "reference_section",
    "reference_caseload_guideline",
    "reference_state_refund",
    "reference_deadline",
    "reference_account",
    "reference_municipality",
    "reference_comparison_group",
)
PROBLEM_COLUMNS = (
    "extract varchar, file varchar, line bigint, column_name varchar, rule varchar, message varchar"
)


def write_draft(bench: Bench, report: LoadReport, as_of: date) -> dict[str, int]:
    """Fill the attached database `draft`; returns the rows of each extract there is."""
    # To look for the best compression takes longer than to write; what pages read is prepared at publish.
    bench.connection.execute("set force_compression = 'uncompressed'")
    for contract in contracts().values():
        bench.connection.execute(_extract_sql(bench, contract))
        # What is written is let go at once: two copies of everything would take close to 2 GB.
        bench.connection.execute(f"drop table if exists parsed_{contract.name}")
    bench.connection.execute("reset force_compression")
    bench.connection.execute(REPORT_TABLE)
    _carry_over_reports(bench)
    delivered = datetime.now(DANISH_TIME).replace(tzinfo=None, microsecond=0)
    for extract in report.extracts:
        bench.connection.execute(
            f"insert into draft.load_report values ({', '.join('?' * 10)})",
            [*_report_row(extract, bench.source_of(extract.name)), delivered, as_of],
        )
    _write_problems(bench, "rejected_row", report.rejected, counts=True)
    _write_problems(bench, "load_warning", report.warnings, counts=False)
    for table in REFERENCE_TABLES:
        bench.connection.execute(f"create table draft.{table} as select * from temp.{table}")
    reported = bench.connection.execute("select extract from draft.load_report order by extract").fetchall()
    return {name: bench.count(f"select count(*) from draft.extract_{name}") for (name,) in reported}


def _extract_sql(bench: Bench, contract: Contract) -> str:
    create = f"create table draft.extract_{contract.name}"
    if contract.name in bench.read:
        return f"{create} as {_pseudonymised(contract)}"
    if bench.in_use_holds(contract.name):
        return f"{create} as select * from in_use.extract_{contract.name} order by rowid"
    return f"{create} ({', '.join(f'{column.name} {column.sql_type}' for column in contract.columns)})"


def _pseudonymised(contract: Contract) -> str:
    """The good rows, in no order, with pseudonyms for citizen ids and the contract's order of columns."""
    columns = ", ".join(
        f"pseudonym.pseudonym as {column.name}"
        if column.type == "citizen"
        else f"cast(good.{column.name} as {column.sql_type}) as {column.name}"
        for column in contract.columns
    )
    citizens = [column.name for column in contract.columns if column.type == "citizen"]
    join = f"left join pseudonym on pseudonym.citizen_id = good.{citizens[0]}" if citizens else ""
    return f"select {columns} from good_{contract.name} as good {join}"


def _carry_over_reports(bench: Bench) -> None:
    kept = ", ".join(literal(name) for name in contracts() if name not in bench.read)
    if bench.in_use and kept:
        bench.connection.execute(
            f"insert into draft.load_report select * from in_use.load_report where extract in ({kept})"
        )


def _report_row(extract: ExtractReport, source: str) -> list[object]:
    return [
        extract.name,
        source,
        len(extract.files),
        extract.rows_read,
        extract.rows_loaded,
        extract.rows_rejected,
        extract.rows_fallen,
        extract.warnings,
    ]


def _write_problems(bench: Bench, table: str, problems: Sequence[Problem], *, counts: bool) -> None:
    extra = ", counts boolean" if counts else ""
    bench.connection.execute(f"create table draft.{table} ({PROBLEM_COLUMNS}{extra})")
    if not problems:
        return
    rows = [
        (problem.extract, problem.file, problem.line, problem.column, problem.rule, problem.message)
        + ((problem.counts,) if counts else ())
        for problem in problems
    ]
    bench.connection.register("problem_rows", pd.DataFrame(rows, dtype=object))
    bench.connection.execute(f"insert into draft.{table} select * from problem_rows")
    bench.connection.unregister("problem_rows")
