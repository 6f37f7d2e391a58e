"""The version being served: follows the pointer, opens what is new, lets go of what is old."""

import logging
import os
import threading
import time
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Engine, text

from cockpit.settings import Settings, read_settings
from cockpit.warehouse.engine import open_reader
from cockpit.warehouse.schema import layout
from cockpit.warehouse.versions import (
    Version,
    current_version,
    file_mark,
    pointed_id,
    version_before,
    versions_dir,
)
from cockpit.wording import PlainError, date_text

SECONDS_BETWEEN_LOOKS = 0.25
MOST_RESULTS = 5000
NO_DATA = "Der er ikke indlæst data endnu. Indlæs en leverance med: cockpit load MAPPE --as-of DATO"

NOTHING_WHOLE = (
    "Den nyeste version kan ikke læses, og der er ingen tidligere at vise. Indlæs den nyeste leverance igen."
)

OLDER = (
    "Tallene er indlæst med en tidligere udgave af cockpittet, og nogle nøgletal kan mangle. "
    "Indlæs den seneste leverance igen."
)

T = TypeVar("T")

log = logging.getLogger(__name__)

# SQLAlchemy looks through the whole text for parameters, which are where they were the last time.
_statement = lru_cache(maxsize=256)(text)


class Reader:
    """One open version; a request keeps the reader it began with, so a page never mixes versions."""

    def __init__(self, version: Version, engine: Engine) -> None:
        self.version = version
        self._results: dict[Hashable, Any] = {}
        self._engine = engine

    def remembered(self, key: Hashable, compute: Callable[[], T]) -> T:
        """What `compute` gives, kept as long as this version is served."""
        result: T
        if key in (results := self._results):
            result = results[key]
            return result
        if len(results) >= MOST_RESULTS:
            self._results = {}
        result = self._results[key] = compute()
        return result

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Run one query; each row maps column to a plain Python value."""
        return self.table(sql, parameters)[1]

    def table(
        self, sql: str, parameters: Mapping[str, Any] | None = None
    ) -> tuple[Sequence[str], list[dict[str, Any]]]:
        """The columns and the rows of one query."""
        with self._engine.connect() as connection:
            result = connection.execute(_statement(sql), parameters or {})
            columns = tuple(result.keys())
            # DuckDB's own rows: SQLAlchemy's cost as much again, and this dialect changes no value in them.
            return columns, [dict(zip(columns, row, strict=True)) for row in result.cursor.fetchall()]


class Warehouse:
    """Hands out the reader of the version in use; looks at the pointer at most four times a second.

    A version file that changes after it was published is damaged: its hash is taken anew, and the newest
    whole version before it is served instead.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock = threading.Lock()
        self._reader: Reader | None = None
        self._pointed: str | None = None
        self._marks: dict[str, tuple[int, ...]] = {}
        self._looked = 0.0

    @property
    def version(self) -> Version:
        return self.reader().version

    @contextmanager
    def held(self, reader: Reader | None = None) -> Iterator[None]:
        """Within it this thread is answered from one version, however many are published meanwhile.

        That of `reader`, such as the one before; else the one in use.
        """
        try:
            token = _held.set((self, reader or self.reader(), self.notice))
        except PlainError:
            # Nothing can be served; whoever asks for a reader is told so.
            token = _held.set((None, None, None))
        try:
            yield
        finally:
            _held.reset(token)

    @property
    def notice(self) -> str | None:
        """What readers must know: the version served is not the newest, or not built as figures expect."""
        warehouse, _, notice = _held.get()
        if warehouse is self:
            return notice
        version = self.reader().version
        if version.id == self._pointed:
            return None if version.layout == layout() else OLDER
        return (
            f"Den nyeste version kan ikke læses. I ser tallene fra en tidligere, opgjort pr. "
            f"{date_text(version.as_of)}. Indlæs den nyeste leverance igen."
        )

    def reader(self) -> Reader:
        """The reader of the version in use; PlainError when nothing has been loaded, or all is damaged."""
        warehouse, held, _ = _held.get()
        if warehouse is self and held:
            return held
        with self._lock:
            if self._reader is None or time.monotonic() - self._looked > SECONDS_BETWEEN_LOOKS:
                self._look()
            if self._reader is None:
                raise PlainError(NOTHING_WHOLE if self._pointed else NO_DATA)
            return self._reader

    def taken_into_use(self) -> datetime:
        """When the version in use was published or rolled back to; UTC."""
        pointer = self.settings.data_dir / "versions" / "current"
        return datetime.fromtimestamp(pointer.stat().st_mtime, UTC)

    def before(self, reader: Reader) -> Reader | None:
        """The reader of the newest whole version before this one; None where there is none to compare with.

        One that was built by other queries cannot be asked what these ask.
        """
        return reader.remembered("before", lambda: self._open_before(reader.version))

    def _open_before(self, version: Version) -> Reader | None:
        earlier = version_before(self.settings.data_dir, version)
        return self.opened(earlier) if earlier and earlier.layout == layout() else None

    def opened(self, version: Version) -> Reader:
        """A reader of any version, such as one that waits."""
        return Reader(version, open_reader(version.path, self.settings.memory_limit, os.cpu_count() or 1))

    def _look(self) -> None:
        self._looked = time.monotonic()
        pointed = pointed_id(self.settings.data_dir)
        if pointed is None:
            # Nothing loaded yet, or a data folder that cannot be used: the latter says so.
            versions_dir(self.settings.data_dir)
            return
        marks = self._marks_now(pointed)
        if (pointed, marks) == (self._pointed, self._marks):
            return
        self._pointed = pointed
        self._follow(current_version(self.settings.data_dir))
        # The marks from before the hash was taken: what changed meanwhile is seen at the next look.
        self._marks = {
            version: marks.get(version, mark) for version, mark in self._marks_now(pointed).items()
        }

    def _marks_now(self, pointed: str) -> dict[str, tuple[int, ...]]:
        """Of the newest version, and of the one served where that is another."""
        ids = {pointed, self._reader.version.id} if self._reader else {pointed}
        return {version_id: file_mark(self.settings.data_dir, version_id) for version_id in ids}

    def _follow(self, version: Version | None) -> None:
        if version is None or version.id != self._pointed:
            log.warning("damaged version=%s", self._pointed)
        if version is None:
            self._reader = None
        elif self._reader is None or self._reader.version.id != version.id:
            self._reader = self.opened(version)
            log.info("serving version=%s as_of=%s", version.id, version.as_of)


_held: ContextVar[tuple[Warehouse | None, Reader | None, str | None]] = ContextVar(
    "held", default=(None, None, None)
)


@lru_cache(maxsize=1)
def served() -> Warehouse:
    """This process's warehouse, by the settings of the environment."""
    return Warehouse(read_settings())
