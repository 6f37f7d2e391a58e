"""The columns that a figure's query answers with, read from its text: known before any data is loaded."""

import re
from functools import cache

from cockpit.keyfigures.definitions import Definition

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
