"""What several rules ask of a figure's rows."""

from collections.abc import Mapping, Sequence
from typing import Any

Row = dict[str, Any]


def total(rows: Sequence[Row], column: str) -> float:
    return sum(row[column] or 0 for row in rows)


def alone_most(values: Mapping[str, float], fewest: float = 0) -> str | None:
    """The key with the highest value, where no other has as much and it is at least `fewest`."""
    ordered = sorted(values, key=lambda key: -values[key])
    if not ordered or values[ordered[0]] < fewest:
        return None
    tied = len(ordered) > 1 and values[ordered[0]] == values[ordered[1]]
    return None if tied else ordered[0]
