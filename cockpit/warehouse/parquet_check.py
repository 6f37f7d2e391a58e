"""Whether a Parquet file can be read to its end, and what its columns are.

Run as a script, on a file that nobody vouches for: afterwards the parent reads the same bytes.
"""

from typing import Any

import duckdb

from cockpit.confined.child import Problem, serve

MEMORY = "500MB"  # of DuckDB's own; the process has more, for what it holds beside
MOST_ROWS = 20_000_000  # a few bytes may claim any number; fifteen times the services of all municipalities
MOST_COLUMNS = 1000
MOST_CELLS = 60_000_000  # three times the rates of all municipalities; equal ones take no room in the file
MOST_TEXT = 900_000_000  # bytes of text in all columns, each time they stand there


def examine(files: list[int]) -> dict[str, Any]:
    """The columns in order: heading, the name to ask for it by, type. Problem when not all can be read."""
    path = f"/dev/fd/{files[0]}"
    try:
        with duckdb.connect(":memory:") as connection:
            return {"columns": _columns(_limited(connection, path), path)}
    except duckdb.OutOfMemoryException:
        raise Problem("limits") from None
    except duckdb.Error:
        raise Problem("damaged") from None


def _limited(connection: duckdb.DuckDBPyConnection, path: str) -> duckdb.DuckDBPyConnection:
    for limit in (
        f"memory_limit = '{MEMORY}'",
        "threads = 1",
        "temp_directory = ''",
        "autoinstall_known_extensions = false",
        "autoload_known_extensions = false",
        f"allowed_paths = ['{path}']",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"set {limit}")
    return connection


def _columns(connection: duckdb.DuckDBPyConnection, path: str) -> list[tuple[str, str, str]]:
    file = f"read_parquet('{path}', binary_as_string = true, hive_partitioning = false)"
    rows = connection.execute(f"select sum(num_rows) from parquet_file_metadata('{path}')").fetchall()[0][0]
    columns = [(name, kind) for name, kind, *_ in connection.execute(f"describe from {file}").fetchall()]
    if rows > MOST_ROWS or len(columns) > MOST_COLUMNS or rows * len(columns) > MOST_CELLS:
        raise Problem("too_large")
    if any(
        kind.endswith("]") or kind.startswith(("STRUCT", "MAP", "UNION", "VARIANT")) for _, kind in columns
    ):
        raise Problem("nested")
    if not rows:
        raise Problem("empty")
    _read_to_the_end(connection, file, columns)
    schema = connection.execute(f"select name from parquet_schema('{path}') offset 1").fetchall()
    return [(heading, name, kind) for (heading,), (name, kind) in zip(schema, columns, strict=True)]


def _read_to_the_end(
    connection: duckdb.DuckDBPyConnection, file: str, columns: list[tuple[str, str]]
) -> None:
    names = {name: '"' + name.replace('"', '""') + '"' for name, _ in columns}
    texts = [names[name] for name, kind in columns if kind == "VARCHAR"]
    length = " + ".join(f"coalesce(sum(strlen({name})), 0)" for name in texts) or "0"
    nul = " or ".join(f"coalesce(bool_or(contains({name}, chr(0))), false)" for name in texts) or "false"
    hashes = ", ".join(f"bit_xor(hash({name}))" for name in names.values())
    length_found, nul_found, *_ = connection.execute(
        f"select {length}, {nul}, {hashes} from {file}"
    ).fetchall()[0]
    if length_found > MOST_TEXT:
        raise Problem("too_large")
    if nul_found:
        raise Problem("not_text")


if __name__ == "__main__":
    serve(examine)
