"""A chart with what is said of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cockpit.components.cells import AS_PUBLISHED, is_share, published_decimals
from cockpit.wording import kroner, number, percent

KRONER = (
    *("base_cost", "supplement_cost", "total_cost", "unit_cost"),
    *("annual_amount", "annual_cost", "annual_effect", "amount"),
    *("original_budget", "revised_budget", "actual", "forecast", "variance"),
    *("cost_from_services", "ledger_actual", "difference"),
)
ONE_DECIMAL = ("full_year_persons", "citizens_per_fte", "fte", "weighted_cases")


@dataclass(frozen=True)
class Drawing:
    """A chart with the sentence that says what it shows, and what its axis is in.

    `values` of `column` are what stands along its axis; with `by_line`, what its lines are.
    """

    figure: dict[str, Any]
    summary: str
    note: str = ""
    column: str = ""
    values: tuple[Any, ...] = ()
    by_line: bool = False


def written(column: str) -> Callable[[float], str]:
    """How one value of a column is said beside a mark."""
    if column in KRONER:
        return kroner
    if is_share(column):
        return percent
    if column in AS_PUBLISHED:
        return lambda value: number(value, published_decimals(value))
    return lambda value: number(value, 1 if column in ONE_DECIMAL else 0)
