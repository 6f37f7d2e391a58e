"""The lists that the extracts are read against; the municipality's own rows win over the project's."""

import csv
from datetime import date
from pathlib import Path

import duckdb

from cockpit.settings import PROJECT, Settings
from cockpit.wording import PlainError

Row = dict[str, str]

SECTION_TABLE = """create or replace temp table reference_section (law varchar, section varchar,
    section_key varchar, label_da varchar, name_da varchar, section_group varchar, area varchar,
    valid_from date, valid_to date, successor varchar)"""
GUIDELINE_TABLE = """create or replace temp table reference_caseload_guideline (
    area varchar, team varchar, low double, high double)"""
STATE_REFUND_TABLE = """create or replace temp table reference_state_refund (valid_from date,
    threshold_25_pct double, threshold_50_pct double, threshold_75_pct double, source varchar)"""
MUNICIPALITY_TABLE = """create or replace temp table reference_municipality (
    municipality varchar, name_da varchar)"""
COMPARISON_GROUP_TABLE = "create or replace temp table reference_comparison_group (municipality varchar)"


def fill_reference_tables(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Make a temp table of every list that the figures read; PlainError names a bad file."""
    connection.execute(SECTION_TABLE)
    sections = listed_rows("sections.csv", ("law", "section"), settings.reference_dir)
    fill_table(connection, "reference_section", [_section(row) for row in sections])
    connection.execute(GUIDELINE_TABLE)
    guidelines = listed_rows("caseload_guidelines.csv", ("area", "team"), settings.reference_dir)
    fill_table(connection, "reference_caseload_guideline", [_guideline(row) for row in guidelines])
    connection.execute(STATE_REFUND_TABLE)
    thresholds = listed_rows("state_refund_176.csv", ("valid_from",), settings.reference_dir)
    fill_table(connection, "reference_state_refund", [_thresholds(row) for row in thresholds])
    connection.execute(MUNICIPALITY_TABLE)
    municipalities = listed_rows("municipalities.csv", ("municipality",), settings.reference_dir)
    fill_table(connection, "reference_municipality", [_municipality(row) for row in municipalities])
    connection.execute(COMPARISON_GROUP_TABLE)
    compared: list[tuple[object, ...]] = [(code,) for code in settings.compared_with]
    fill_table(connection, "reference_comparison_group", compared)


def listed_rows(name: str, key: tuple[str, ...], own_folder: Path) -> list[Row]:
    """The project's rows with the municipality's own put over them, by key."""
    found: dict[tuple[str, ...], Row] = {}
    for path in (PROJECT / "data" / "reference" / name, own_folder / name):
        for row in _file_rows(path) if path.is_file() else []:
            found[tuple((row.get(column) or "").strip().lower() for column in key)] = row
    return list(found.values())


def _file_rows(path: Path) -> list[Row]:
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    except OSError as error:
        raise PlainError(f"Listen {path.name} kan ikke åbnes. Giv adgang til den.") from error
    return list(csv.DictReader(text.splitlines(), delimiter=";"))


def _section(row: Row) -> tuple[object, ...]:
    try:
        law, section = row["law"].strip().upper(), row["section"].strip().lower()
        dates = [date.fromisoformat(row[name]) if row[name] else None for name in ("valid_from", "valid_to")]
        names = [row[name] for name in ("label_da", "name_da", "group", "area")]
    except (KeyError, ValueError, AttributeError, TypeError):
        raise PlainError(
            "Listen sections.csv har en række, der ikke kan læses. Brug samme overskrifter som "
            "data/reference/sections.csv, og skriv datoer som 2024-01-01."
        ) from None
    if any("," in text for text in (law, section, *names[2:])):
        raise PlainError(
            f"Listen sections.csv har et komma i lov, paragraf, gruppe eller område ved {law} {section}. "
            "Filtrene kan ikke bruge det; skriv det uden komma."
        )
    return (law, section, f"{law} {section}", *names, *dates, row["successor"] or None)


def _guideline(row: Row) -> tuple[object, ...]:
    try:
        low, high = (float(row[name].replace(",", ".")) if row[name] else None for name in ("low", "high"))
    except (KeyError, ValueError, AttributeError):
        raise PlainError(
            "Listen caseload_guidelines.csv har en række, der ikke kan læses. Brug samme overskrifter som "
            "data/reference/caseload_guidelines.csv."
        ) from None
    area, team = ((row.get(name) or "").strip() or None for name in ("area", "team"))
    return (area, team, low, high)


def _thresholds(row: Row) -> tuple[object, ...]:
    names = ("threshold_25_pct", "threshold_50_pct", "threshold_75_pct")
    try:
        valid_from = date.fromisoformat(row["valid_from"].strip())
        limits = [float(row[name].replace(",", ".")) for name in names]
    except (KeyError, ValueError, AttributeError):
        limits = []
    if not limits or limits != sorted(set(limits)):
        raise PlainError(
            "Listen state_refund_176.csv har en række, der ikke kan læses. Brug samme overskrifter som "
            "data/reference/state_refund_176.csv, skriv datoer som 2024-01-01, og lad grænserne stige."
        )
    return (valid_from, *limits, (row.get("source") or "").strip() or None)


def _municipality(row: Row) -> tuple[object, ...]:
    code, name = ((row.get(column) or "").strip() for column in ("municipality", "name_da"))
    if not code or not name:
        raise PlainError(
            "Listen municipalities.csv har en række, der ikke kan læses. Brug samme overskrifter som "
            "data/reference/municipalities.csv."
        )
    return (code, name)


def fill_table(connection: duckdb.DuckDBPyConnection, table: str, rows: list[tuple[object, ...]]) -> None:
    if rows:
        one = f"({', '.join('?' * len(rows[0]))})"
        values = [value for row in rows for value in row]
        connection.execute(f"insert into {table} values {', '.join([one] * len(rows))}", values)
