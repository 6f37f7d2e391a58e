"""The version being served: follows the pointer, opens what is new, lets go of what is old."""

import logging
import os
import threading
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Engine, text

from cockpit.settings import Settings, read_settings
from cockpit.warehouse.engine import open_reader
from cockpit.warehouse.versions import Version, current_version, pointed_id
from cockpit.wording import PlainError

SECONDS_BETWEEN_LOOKS = 0.25
MOST_RESULTS = 5000
NO_DATA = "Der er ikke indlæst data endnu. Indlæs en leverance med: cockpit load MAPPE --as-of DATO"

T = TypeVar("T")

log = logging.getLogger(__name__)


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
            result = connection.execute(text(sql), parameters or {})
            columns = tuple(result.keys())
            return columns, [dict(zip(columns, row, strict=True)) for row in result.fetchall()]


class Warehouse:
    """Hands out the reader of the version in use; looks at the pointer at most four times a second."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock = threading.Lock()
        self._reader: Reader | None = None
        self._seen: str | None = None
        self._looked = 0.0

    @property
    def version(self) -> Version:
        return self.reader().version

    def reader(self) -> Reader:
        """The reader of the version in use; PlainError when nothing has been loaded."""
        with self._lock:
            if self._reader is None or time.monotonic() - self._looked > SECONDS_BETWEEN_LOOKS:
                self._look()
            if self._reader is None:
                raise PlainError(NO_DATA)
            return self._reader

    def _look(self) -> None:
        self._looked = time.monotonic()
        pointed = pointed_id(self.settings.data_dir)
        if self._reader is not None and pointed == self._seen:
            return
        version = current_version(self.settings.data_dir)
        self._seen = pointed
        if version is None:
            return
        if version.id != pointed:
            log.warning("version %s is damaged; serving %s", pointed, version.id)
        if self._reader is None or self._reader.version.id != version.id:
            engine = open_reader(version.path, self.settings.memory_limit, os.cpu_count() or 1)
            self._reader = Reader(version, engine)


@lru_cache(maxsize=1)
def served() -> Warehouse:
    """This process's warehouse, by the settings of the environment."""
    return Warehouse(read_settings())
