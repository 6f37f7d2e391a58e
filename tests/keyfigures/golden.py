"""The golden delivery's expected answers, and what it means that an answer matches them."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "golden"
REFERENCE = Path(__file__).parents[2] / "data" / "reference"
_EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))

DELIVERY = FOLDER / "messy"
MUNICIPALITY: str = _EXPECTED["municipality"]
AS_OF = date.fromisoformat(_EXPECTED["as_of"])
TOLERANCE_KR: float = _EXPECTED["tolerance_kr"]


@dataclass(frozen=True)
class Case:
    figure: str
    given: dict[str, str]
    rows: list[dict[str, Any]]

    def __str__(self) -> str:
        return f"{self.figure} " + " ".join(f"{name}={value}" for name, value in self.given.items())


CASES = [
    Case(case["figure"], {name: str(value) for name, value in case["parameters"].items()}, case["rows"])
    for case in _EXPECTED["cases"]
]


def _same(expected: object, got: object, column: str) -> bool:
    if isinstance(got, date):
        return expected == got.isoformat()
    if expected is None or got is None or isinstance(expected, str):
        return expected == got
    tolerance = TOLERANCE_KR if column.endswith("_cost") else 0.00001
    return abs(float(expected) - float(got)) <= tolerance  # type: ignore[arg-type]


def differences(case: Case, rows: list[dict[str, Any]]) -> list[str]:
    """What differs, cell by cell, in the stated order; only the columns that the golden answer gives."""
    if case.figure == "caseload":
        rows = [row for row in rows if row["cases"]]
    if len(rows) != len(case.rows):
        return [f"{len(rows)} rows, expected {len(case.rows)}"]
    return [
        f"row {number}, {column}: {got[column]}, expected {value}"
        for number, (expected, got) in enumerate(zip(case.rows, rows, strict=True))
        for column, value in expected.items()
        if not _same(value, got[column], column)
    ]
