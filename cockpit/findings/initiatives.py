"""What initiatives have come to, in one sentence by a fixed rule: counted, never explained."""

from collections.abc import Sequence
from datetime import date

from cockpit.findings.rows import Row
from cockpit.wording import number

FEWEST_JUDGED = 3


def initiatives_title(rows: Sequence[Row], as_of: date, plain: str = "Tiltag efter tema") -> str:
    """Of initiatives: the years with a gain both promised and settled, each counted alike.

    A gain so far says nothing of what is promised for the whole of a year that is not over.
    """
    judged = [
        row
        for row in rows
        if row["expected_gain"] and row["realised_gain"] is not None and date(row["year"], 12, 31) <= as_of
    ]
    short = [row for row in judged if row["realised_gain"] < row["expected_gain"]]
    if len(judged) < FEWEST_JUDGED or len(short) * 2 == len(judged):
        return plain
    if len(short) * 2 > len(judged):
        return f"Gevinsten er mindre end ventet i {number(len(short))} af {number(len(judged))} opgørelser"
    reached = number(len(judged) - len(short))
    return f"Gevinsten er som ventet eller større i {reached} af {number(len(judged))} opgørelser"
