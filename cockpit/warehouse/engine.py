"""Opens DuckDB: locked-down readers of a version file, and the workbench that a load is made on."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool

# No statement may fetch, read or write anything outside the version file, nor load code.
NO_EXTENSIONS = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}

MEMORY_TO_READ = "3GB"  # twice what a delivery of all municipalities takes
MEMORY_TO_BUILD = "1300MB"  # a whole load then stays below 2 GB, also of hundreds of municipalities


def open_reader(path: Path, memory_limit: str, threads: int) -> Engine:
    """An SQLAlchemy engine on a version file, read-only; cursors of one connection serve all threads."""
    connection = duckdb.connect(
        str(path),
        read_only=True,
        config={
            **NO_EXTENSIONS,
            "enable_external_access": "false",
            "memory_limit": memory_limit,
            "threads": str(threads),
            "lock_configuration": "true",
        },
    )
    return create_engine("duckdb://", creator=lambda: connection.cursor(), poolclass=NullPool)


def reading_draft(connection: duckdb.DuckDBPyConnection) -> Engine:
    """An engine on the draft that is open alone, to ask figures of it before it is published."""
    return create_engine("duckdb://", creator=lambda: connection.cursor(), poolclass=NullPool)


def open_workbench(draft: Path, in_use: Path | None) -> duckdb.DuckDBPyConnection:
    """An in-memory database with `draft` attached for writing and `in_use` for reading.

    Raw text with CPR numbers lives here only, so spilling to disk is off.
    """
    limits = {"memory_limit": MEMORY_TO_READ, "temp_directory": ""}
    connection = duckdb.connect(":memory:", config={**NO_EXTENSIONS, **limits})
    connection.execute(f"attach '{_quoted(draft)}' as draft")
    if in_use is not None:
        connection.execute(f"attach '{_quoted(in_use)}' as in_use (read_only)")
    return connection


@contextmanager
def also_attached(workbench: duckdb.DuckDBPyConnection, path: Path) -> Iterator[None]:
    """Within it the version is there for reading as `also`."""
    workbench.execute(f"attach '{_quoted(path)}' as also (read_only)")
    try:
        yield
    finally:
        workbench.execute("detach also")


def open_side_by_side(before: Path, now: Path) -> duckdb.DuckDBPyConnection:
    """An in-memory database with both versions attached for reading: pseudonyms only."""
    connection = duckdb.connect(":memory:", config={**NO_EXTENSIONS, "memory_limit": MEMORY_TO_BUILD})
    for path, name in ((before, "before"), (now, "now")):
        connection.execute(f"attach '{_quoted(path)}' as {name} (read_only)")
    return connection


@contextmanager
def open_draft(draft: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The draft alone, to build its tables in little memory: what does not fit lies beside it meanwhile.

    It holds pseudonyms only, as the version itself will.
    """
    spill = draft.with_name(f"{draft.name}.spill")
    limits = {"memory_limit": MEMORY_TO_BUILD, "temp_directory": str(spill)}
    try:
        with duckdb.connect(str(draft), config={**NO_EXTENSIONS, **limits}) as connection:
            yield connection
    finally:
        shutil.rmtree(spill, ignore_errors=True)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
