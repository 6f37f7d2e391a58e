"""The server's time for a page that nobody asked before, against DuckDB's own time for its queries.

`python -m tests.bench.uncached` prints both as JSON, in seconds, a pair for each view;
with a number only for that many. Both are processor time, DuckDB's threads included: on a busy machine the
clock on the wall measures the neighbours.
"""

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from tests.bench.binding import bound
from tests.bench.views import WALK, Asked

Query = tuple[str, Mapping[str, Any] | None]
# Asked beforehand, so that neither side pays for what a process does only once.
BEFORE = (Asked(), Asked((("ejer", "region"),)))


def measured(views: Sequence[Asked] = WALK[1:]) -> list[tuple[float, float]]:
    """Of each view: seconds of its callback in the server, and of the same queries on one connection."""
    from app import server
    from cockpit.warehouse import Reader, served

    version = served().version
    ran: list[Query] = []
    table = Reader.table

    def noted(reader: Reader, sql: str, parameters: Mapping[str, Any] | None = None) -> Any:
        ran.append((sql, parameters))
        return table(reader, sql, parameters)

    with tempfile.TemporaryDirectory() as folder:
        # A file of its own: DuckDB would share the server's instance, settings and warm pages.
        copy = shutil.copy(version.path, Path(folder) / version.path.name)
        connection = duckdb.connect(str(copy), read_only=True, config={"threads": str(os.cpu_count() or 1)})
        client = server.test_client()
        pairs = []
        Reader.table = noted  # type: ignore[method-assign,assignment]
        try:
            for view in [*BEFORE, *views]:
                ran.clear()
                page = _page(client, view)
                pairs.append((page, _raw(connection, ran)))
        finally:
            Reader.table = table  # type: ignore[method-assign]
            connection.close()
    return pairs[len(BEFORE) :]


def _page(client: Any, view: Asked) -> float:
    search = {"id": "url", "property": "search", "value": view.search}
    screen = {"id": "view", "property": "data", "value": {"theme": "light", "narrow": False}}
    body = {
        "output": "overblik-cards.children",
        "outputs": {"id": "overblik-cards", "property": "children"},
        "inputs": [search, screen],
        "changedPropIds": ["url.search"],
    }
    start = time.process_time()
    answer = client.post("/_dash-update-component", json=body)
    seconds = time.process_time() - start
    assert answer.status_code == 200, answer.status
    return seconds


def _raw(connection: duckdb.DuckDBPyConnection, queries: Sequence[Query]) -> float:
    prepared = [bound(sql, parameters or {}) for sql, parameters in queries]
    start = time.process_time()
    for sql, parameters in prepared:
        connection.execute(sql, parameters).fetchall()
    return time.process_time() - start


if __name__ == "__main__":
    print(json.dumps(measured(WALK[1 : int(sys.argv[1]) + 1] if sys.argv[1:] else WALK[1:])))
