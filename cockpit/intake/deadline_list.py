"""The list of deadlines: which kinds there are, and when one falls due where the extract does not say."""

from dataclasses import replace

import duckdb

from cockpit.intake.contract import Contract
from cockpit.intake.reference_rows import Row, fill_table, listed_rows
from cockpit.intake.values import literal
from cockpit.settings import Settings
from cockpit.wording import PlainError

TABLE = """create or replace temp table reference_deadline (
    kind varchar, name_da varchar, law_section varchar, limit_value integer, limit_unit varchar)"""
# A limit in hours runs from the minute where one is known; every other to the end of its last day.
DUE_AFTER = {
    "hours": "due_after_hours(started_at, {})",
    "days": "to_the_day(started_at + to_days({}))",
    "weeks": "to_the_day(started_at + to_days(7 * {}))",
    "months": "to_the_day(started_at + to_months({}))",
}


def fill_deadline_list(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Make temp table reference_deadline and macro listed_due; PlainError where the list cannot be read."""
    connection.execute(TABLE)
    rows = [_deadline(row) for row in listed_rows("deadlines.csv", ("kind",), settings.reference_dir)]
    fill_table(connection, "reference_deadline", rows)
    limits = " ".join(
        f"when {literal(str(kind))} then {DUE_AFTER[str(unit)].format(value)}"
        for kind, _, _, value, unit in rows
        if unit
    )
    due = f"case kind {limits} end" if limits else "cast(null as timestamp)"
    connection.execute(f"create or replace temp macro listed_due(kind, started_at) as {due}")


def with_listed_kinds(connection: duckdb.DuckDBPyConnection, contract: Contract) -> Contract:
    """The contract with the kinds of the list, and their Danish names, as the codes of its column `kind`."""
    if "deadline_list" not in contract.rules:
        return contract
    kinds = connection.execute("select kind, name_da from reference_deadline order by rowid").fetchall()
    codes = {kind: [name] if name else [] for kind, name in kinds}
    columns = [
        replace(column, codes=codes) if column.name == "kind" else column for column in contract.columns
    ]
    return replace(contract, columns=tuple(columns))


def _deadline(row: Row) -> tuple[object, ...]:
    try:
        kind, name, section, limit, unit = (
            row[column].strip() for column in ("kind", "name_da", "law_section", "limit_value", "limit_unit")
        )
        value = int(limit) if limit else None
    except (KeyError, ValueError, AttributeError):
        kind = ""
    if not kind or bool(unit) != (value is not None) or (unit and unit not in DUE_AFTER):
        raise PlainError(
            "Listen deadlines.csv har en række, der ikke kan læses. Brug samme overskrifter som "
            f"data/reference/deadlines.csv, og skriv grænsen som et helt tal i {', '.join(DUE_AFTER)}."
        )
    return (kind.lower(), name or None, section or None, value, unit or None)
