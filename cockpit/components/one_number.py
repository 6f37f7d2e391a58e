"""The one row that tells a whole answer, where there is one: never the highest or the best of several."""

from collections.abc import Sequence
from typing import Any

from cockpit.components.answers import Answer, answer
from cockpit.components.figure_chart import EVENTS, TIME
from cockpit.components.view import View
from cockpit.findings.benchmark import own_row

Row = dict[str, Any]
# Of several meanings the one in use: those that we pay for.
MEANT = "now"
UNDIVIDED = "none"


def time_of(found: Answer) -> str:
    """The column of time that the answer goes along; empty where it tells of one time only."""
    return next((one for one in TIME if one in found.columns and found.definition.id not in EVENTS), "")


def newest(found: Answer) -> list[Row]:
    time = time_of(found)
    last = max((row[time] for row in found.rows), default=None) if time else None
    return [row for row in found.rows if not time or row[time] == last]


def one_number(found: Answer, view: View) -> tuple[Answer, Row] | None:
    """The only row at the newest time, or our own, with its answer; divided, of the figure undivided.

    None where several rows stand beside each other and none of them is the whole.
    """
    rows = newest(found)
    if "municipality" in found.columns:
        return _of(found, own_row(rows, _municipality(view)))
    if "definition" in found.columns:
        return _of(found, next((row for row in rows if row["definition"] == MEANT), None))
    if len(rows) == 1:
        return found, rows[0]
    whole = answer(found.definition.id, found.given | {"by": UNDIVIDED}) if _is_divided(found) else None
    return _only(whole, newest(whole)) if whole else None


def _of(found: Answer, row: Any) -> tuple[Answer, Row] | None:
    return None if row is None else (found, dict(row))


def _only(found: Answer, rows: Sequence[Row]) -> tuple[Answer, Row] | None:
    return (found, rows[0]) if len(rows) == 1 else None


def _is_divided(found: Answer) -> bool:
    by = found.definition.parameter("by")
    return bool(by and UNDIVIDED in (by.choices or ()) and found.parameters.get("by") != UNDIVIDED)


def _municipality(view: View) -> str:
    return view.options.reader.version.municipality if view.options.reader else ""
