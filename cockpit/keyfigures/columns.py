"""The columns that a figure's query answers with, read from its text: known before any data is loaded."""

import re
from functools import cache

from cockpit.keyfigures.definitions import Definition

# Texts, dates, and yes or no: what a number is of. The SQL's own text does not tell them from numbers.
NOT_NUMBERS = (
    *("account", "age_band", "as_of", "by_value", "case_id", "column", "committee", "complete"),
    *("deadline_id", "definition", "delivered", "direction", "due_on", "effect", "ends_on", "extract"),
    *("figure", "group", "in_group", "initiative", "interval", "kind", "last_seen", "month"),
    *("municipality", "next_due", "next_group", "owner", "period_end", "period_start", "position"),
    *("previous_group", "provider", "published_on", "section", "sections", "service_id", "since"),
    *("source", "species", "starts_on", "status", "team", "theme", "thresholds_from"),
)
# The house's SQL: the query's own clauses stand at the left edge, its shared parts are indented.
OWN_SELECT = re.compile(r"^select\b(.*?)^from\b", re.MULTILINE | re.DOTALL)


@cache
def columns_of(definition: Definition) -> tuple[str, ...]:
    """The names in order; none for a figure without a query of its own."""
    text = re.sub(r"--[^\n]*", "", definition.sql)
    found = OWN_SELECT.search(text)
    return tuple(_name(item) for item in _items(found[1])) if found else ()


def _items(text: str) -> list[str]:
    """The select list cut at its outer commas."""
    items, depth = [""], 0
    for sign in text:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and not depth:
            items.append("")
        else:
            items[-1] += sign
    return items


def _name(item: str) -> str:
    """`sum(flow.inflow) as inflow` and `flow.inflow` are both `inflow`."""
    return re.split(r"[\s.]+", item.strip())[-1]
