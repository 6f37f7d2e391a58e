"""A figure's rows on the terminal: for people, for a spreadsheet, for another program."""

import csv
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from cockpit.keyfigures import Result


def print_json(result: Result) -> None:
    print(
        json.dumps(
            {
                "figure": result.figure,
                "version": result.version,
                "as_of": result.as_of.isoformat(),
                "parameters": {name: value for name, value in result.parameters.items() if value is not None},
                "rows": [{name: _plain(value) for name, value in row.items()} for row in result.rows],
            },
            ensure_ascii=False,
        )
    )


def print_csv(result: Result) -> None:
    writer = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    writer.writerow(result.columns)
    writer.writerows([_plain(row[name]) for name in result.columns] for row in result.rows)


def print_table(result: Result) -> None:
    print_lines([result.columns, *([_text(row[name]) for name in result.columns] for row in result.rows)])


def print_lines(cells: Sequence[Sequence[str]]) -> None:
    """Each line's cells under those of the first."""
    widths = [max(len(line[place]) for line in cells) for place in range(len(cells[0]))]
    for line in cells:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _text(value: Any) -> str:
    return "" if value is None else str(_plain(value))
