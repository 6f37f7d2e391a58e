"""The composed SQL as DuckDB itself takes it, without SQLAlchemy."""

import re
from collections.abc import Mapping
from typing import Any

MARK = re.compile(r"(?<!:):([a-z_]+)")


def bound(sql: str, values: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The query with DuckDB's parameter marks, and the values of those that stand in it."""
    return MARK.sub(r"$\1", sql), {name: values.get(name) for name in set(MARK.findall(sql))}
