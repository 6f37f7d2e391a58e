"""Many questions to budget, reconciliation, comparison and initiatives."""

from collections.abc import Iterator
from datetime import date

from tests.keyfigures.random_economy import FIGURES


def _months(as_of: date) -> Iterator[str]:
    """Every month of three years, written in each way; the one as-of is in is the last."""
    for year in range(as_of.year - 2, as_of.year + 1):
        for month in range(1, as_of.month + 1 if year == as_of.year else 13):
            written = (str(month), f"{month:02}", f"{year}-{month:02}")[month % 3]
            yield f"year={year} month={written}"


def budget(as_of: date) -> Iterator[str]:
    for month in _months(as_of):
        yield f"budget {month}"


def reconciliation(as_of: date) -> Iterator[str]:
    for month in _months(as_of):
        yield f"reconciliation {month}"


def benchmark(as_of: date) -> Iterator[str]:
    for figure in FIGURES:
        for year in range(as_of.year - 4, as_of.year + 1):
            yield f"benchmark figure={figure} year={year}"


def initiatives(as_of: date) -> Iterator[str]:
    yield from ("initiatives",) * 3  # for every third question goes to a delivery
