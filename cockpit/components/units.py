"""The unit that stands after one number of a figure's column."""

from cockpit.components.answers import Answer
from cockpit.components.cells import AS_PUBLISHED, is_share
from cockpit.components.drawing import KRONER
from cockpit.components.labels import heading
from cockpit.keyfigures import catalogue

# Columns that count something else than their figure does.
COUNTED = {
    **dict.fromkeys(("citizens", "citizens_with_supplement", "own_citizens"), "borgere"),
    **dict.fromkeys(("services", "services_without_rate"), "indsatser"),
    **dict.fromkeys(("spells", "ended", "closed_in_time", "closed_without_return", "too_recent"), "forløb"),
    **dict.fromkeys(("service_days", "used_days", "available_days", "days_overdue", "median_days"), "dage"),
    **dict.fromkeys(("places", "sold", "free"), "pladser"),
    **dict.fromkeys(("cases", "weighted_cases"), "sager"),
    "full_year_persons": "helårspersoner",
    "fte": "årsværk",
    "warnings": "advarsler",
}
RATE = "per_1000_adults"


def unit_of(column: str, found: Answer) -> str:
    """`dage`, `kr.`, `pct.`, `borgere`: the column's own, or what the figure's definition says."""
    compared = found.parameters.get("figure")
    if column in AS_PUBLISHED and compared:
        return _compared(compared)
    return _own(column) or found.definition.unit


def _own(column: str) -> str:
    if is_share(column):
        return "pct."
    in_brackets = heading(column).partition(" (")[2].rstrip(")")
    return COUNTED.get(column) or in_brackets or ("kr." if column in KRONER else "")


def _compared(name: str) -> str:
    """Of `cost.unit_cost` the column's; of `residential_count.now` the figure's."""
    figure, _, part = name.partition(".")
    if part.startswith(RATE):
        return heading(RATE).lower()
    return _own(part) or (catalogue()[figure].unit if figure in catalogue() else "")
