"""A load's draft: a new version file that is published whole or leaves no trace."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from cockpit.settings import Settings
from cockpit.warehouse.engine import also_attached, open_draft, open_workbench, reading_draft
from cockpit.warehouse.locking import only_loader
from cockpit.warehouse.public_tables import PublicTables, Told, store_public, told_by
from cockpit.warehouse.retention import delete_old_versions
from cockpit.warehouse.schema import finish_schema, layout
from cockpit.warehouse.serving import Reader
from cockpit.warehouse.staged import clear_leftovers, write_staged
from cockpit.warehouse.versions import (
    Version,
    current_version,
    file_hash,
    is_whole,
    list_versions,
    point_at,
    sync_folder,
    versions_dir,
    write_manifest,
)
from cockpit.wording import PlainError

# Makes the public tables of a draft, given how small a count is hidden below and what earlier versions told.
MakePublic = Callable[[Reader, int, Told], PublicTables]


@dataclass
class Draft:
    """A version in the making; `connection` has it attached as `draft`, and `in_use` beside it."""

    settings: Settings
    path: Path
    in_use: Version | None
    connection: duckdb.DuckDBPyConnection
    version: Version | None = field(default=None)

    def publish(
        self,
        as_of: date,
        delivery: str,
        key_fingerprint: str,
        rows: dict[str, int],
        rows_rejected: int | None = None,
        *,
        make_public: MakePublic | None = None,
        stage: bool = False,
    ) -> Version:
        """Close, check, record and swap: afterwards the new version is the one in use.

        With `stage` it waits instead, unseen, until it is published or discarded (cockpit.warehouse.staged).
        """
        version_id = self.path.stem
        earlier = self._told()
        self.connection.execute("detach draft")
        # With it goes all that was read, so that there is memory for the tables.
        self.connection.close()
        version = Version(
            id=version_id,
            path=self.path,
            sha256="",
            as_of=as_of,
            created=datetime.now(UTC).replace(microsecond=0),
            municipality=self.settings.municipality,
            delivery=delivery,
            key_fingerprint=key_fingerprint,
            rows=rows,
            rows_rejected=rows_rejected,
            layout=layout(),
            replaces=self.in_use.id if self.in_use else "",
        )
        with open_draft(self.path) as connection:
            finish_schema(connection, version_id, as_of, self.settings.municipality)
            if make_public:
                reader = Reader(version, reading_draft(connection))
                made = make_public(reader, self.settings.smallest_count, earlier)
                store_public(connection, version_id, made, earlier)
        _check(self.path, rows)
        _sync(self.path)
        version = replace(version, sha256=file_hash(self.path))
        if stage:
            write_staged(version)
        else:
            write_manifest(version)
            point_at(version)
        self.version = version
        if not stage:
            delete_old_versions(self.settings, version)
        return version

    def _told(self) -> Told:
        """What any kept version has told, also one that was rolled back: the newest file holds all of it."""
        kept = list_versions(self.settings.data_dir)
        found = dict(told_by(self.connection, "in_use", self.in_use.id)) if self.in_use else {}
        later = (version for version in kept if not self.in_use or version.id > self.in_use.id)
        if newest := next((version for version in later if is_whole(version)), None):
            with also_attached(self.connection, newest.path):
                found |= told_by(self.connection, "also", newest.id)
        ids = {version.id for version in kept}
        return {version: cells for version, cells in found.items() if version in ids}


@contextmanager
def new_draft(settings: Settings) -> Iterator[Draft]:
    """The one draft being made; leaving without publishing removes its file.

    PlainError when another load is running.
    """
    folder = versions_dir(settings.data_dir)
    with only_loader(folder):
        clear_leftovers(settings.data_dir)
        in_use = current_version(settings.data_dir)
        path = folder / f"{_next_id(folder)}.duckdb"
        connection = open_workbench(path, in_use.path if in_use else None)
        draft = Draft(settings, path, in_use, connection)
        try:
            yield draft
        finally:
            connection.close()
            if draft.version is None:
                # A disk that was full may have taken the manifest, but not the pointer to it.
                path.with_suffix(".json").unlink(missing_ok=True)
                clear_leftovers(settings.data_dir)


def _next_id(folder: Path) -> str:
    """Ids only grow, also past those that were rolled back and the one that waits."""
    used = [int(path.stem[1:]) for path in folder.glob("v??????.*") if path.stem[1:].isdigit()]
    return f"v{max(used, default=0) + 1:06d}"


def _check(path: Path, rows: dict[str, int]) -> None:
    with duckdb.connect(str(path), read_only=True) as connection:
        for extract, expected in rows.items():
            counted = connection.execute(f"select count(*) from extract_{extract}").fetchall()[0][0]
            if counted != expected:
                raise PlainError(
                    f"Den nye version holder ikke alle rækker i {extract}. Prøv indlæsningen igen.", 1
                )


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
    sync_folder(path.parent)
