"""The tables built at publish that a query stands on: a number can be followed all the way down."""

import re
from functools import lru_cache

from cockpit.warehouse.schema import PREPARED, QUERIES


@lru_cache(maxsize=256)
def prepared_behind(sql: str) -> tuple[tuple[str, str], ...]:
    """Name and query of each, in the order that they are built."""
    found: set[str] = set()
    waiting = [sql]
    while waiting:
        text = waiting.pop()
        for name in PREPARED:
            if name not in found and re.search(rf"\b{name}\b", text):
                found.add(name)
                waiting.append(_query(name))
    return tuple((name, _query(name)) for name in PREPARED if name in found)


def _query(name: str) -> str:
    return (QUERIES / "prepared" / f"{name}.sql").read_text(encoding="utf-8")
