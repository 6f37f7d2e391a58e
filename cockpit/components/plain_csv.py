"""CSV of a table that is no key figure: title, what was chosen, headings, rows."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from cockpit.components.export import BYTE_ORDER_MARK
from cockpit.components.formulas import no_formula


def plain_csv(
    title: str, told: Sequence[tuple[str, str]], headings: Sequence[str], rows: Iterable[Sequence[Any]]
) -> str:
    """As a Danish spreadsheet opens it; no text can start a formula."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([title])
    writer.writerows([name, _safe(value)] for name, value in told)
    writer.writerow([])
    writer.writerow(headings)
    writer.writerows([_safe(value) for value in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()


def _safe(value: Any) -> Any:
    return no_formula(value) if isinstance(value, str) else value
