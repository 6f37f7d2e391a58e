"""Which prices may be shown: not where one citizen, or two, are nearly all of the cost."""

from collections.abc import Mapping
from typing import Any

from cockpit.keyfigures.answering import resolved, with_fixed
from cockpit.keyfigures.cuts import prepared_cut
from cockpit.keyfigures.definitions import catalogue, composed
from cockpit.warehouse import Reader

# Whoever pays for the dearest knows the second dearest's cost to within so much (p % rule).
P = 0.10
TWO_LARGEST = 0.85
DEAREST = """select
    ranked.year,
    ranked.by_value,
    max(case when ranked.place = 1 then ranked.total_cost end) as largest,
    max(case when ranked.place = 2 then ranked.total_cost end) as second_largest,
    sum(ranked.total_cost) as total_cost
from (
    select
        citizen_year_costs.year,
        citizen_year_costs.by_value,
        citizen_year_costs.total_cost,
        row_number() over (
            partition by citizen_year_costs.year, citizen_year_costs.by_value
            order by
                citizen_year_costs.total_cost desc nulls last,
                citizen_year_costs.citizen_number nulls last
        ) as place
    from citizen_year_costs
) as ranked
group by
    ranked.year,
    ranked.by_value
"""


def safe_prices(reader: Reader, years: Mapping[str, str]) -> set[tuple[int, str]]:
    """The years and groups in which no single citizen dominates the cost."""
    cost = catalogue()["cost"]
    if any(extract not in reader.version.rows for extract in cost.source):
        return set()
    asked = with_fixed(cost, resolved(cost, {"by": "group", **years}, reader))
    rows = reader.rows(composed(("citizen_year_costs",), DEAREST), {"cut": prepared_cut(asked)} | asked)
    return {(row["year"], row["by_value"]) for row in rows if not is_dominated(row)}


def is_dominated(row: Mapping[str, Any]) -> bool:
    """By `largest`, `second_largest` and `total_cost`, kr."""
    largest, second, total = row["largest"], row["second_largest"] or 0, row["total_cost"]
    return bool(total - largest - second < P * largest or largest + second > TWO_LARGEST * total)
