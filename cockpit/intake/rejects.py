"""The rejected rows as a file that opens in Excel, kept for the data consultant as long as versions are."""

import csv
from pathlib import Path

from cockpit.intake.report import Problem
from cockpit.settings import Settings
from cockpit.warehouse.retention import delete_old_files

HEADINGS = ("file", "line", "column", "rule", "message")


def write_rejects(settings: Settings, name: str, problems: list[Problem]) -> Path | None:
    """The file `<data_dir>/rejects/<name>.csv`, or None when no row was rejected."""
    if not problems:
        return None
    path = rejects_path(settings, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, problems)
    delete_old_files(settings, path.parent)
    return path


def rejects_path(settings: Settings, name: str) -> Path:
    """Where the rejected rows of a version lie."""
    return settings.data_dir / "rejects" / f"{name}.csv"


def write_file(path: Path, problems: list[Problem]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        writer.writerows((row.file, row.line, row.column, row.rule, row.message) for row in problems)
