"""Everything the cockpit keeps, in one file, and back again. The key for pseudonyms is never in it."""

import errno
import logging
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from cockpit.settings import Settings
from cockpit.warehouse.locking import only_loader
from cockpit.warehouse.staged import DROPPED, STAGED
from cockpit.warehouse.versions import (
    Version,
    current_version,
    damaged_versions,
    is_whole,
    list_versions,
    sync_folder,
    versions_dir,
)
from cockpit.wording import PlainError

PASSING = (".lock", ".new", ".wal", ".log", STAGED)
log = logging.getLogger(__name__)

# Raw files, and who has signed in.
NEVER = (DROPPED, "sessions")
CHUNK = 1_000_000  # bytes
RESTORING = "restoring"
NOT_WHOLE = "{file} er ikke en hel sikkerhedskopi. Find en anden kopi, og prøv igen."
FULL = "Der er ikke plads på disken til at pakke {file} ud. Intet er ændret. Skaf plads, og prøv igen."
NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
POINTER = Path("versions") / "current"


def back_up(settings: Settings, file: Path) -> Version:
    """Write all whole versions, lists of rejected rows and the like to `file`; returns the version in use.

    PlainError when there is nothing to keep, a load is running or the file cannot be written.
    """
    with only_loader(versions_dir(settings.data_dir)):
        in_use = current_version(settings.data_dir)
        if in_use is None:
            raise PlainError("Der er ingen version at tage en sikkerhedskopi af. Indlæs en leverance først.")
        fresh = file.with_name(file.name + ".new")
        try:
            _write(settings.data_dir, fresh)
            fresh.replace(file)
            sync_folder(file.resolve().parent)
        except OSError as error:
            fresh.unlink(missing_ok=True)
            raise PlainError(
                f"Sikkerhedskopien kan ikke skrives til {file}. Se, om mappen findes, og om der er plads.", 1
            ) from error
        log.info("backed up version=%s", in_use.id)
        return in_use


def _write(data_dir: Path, file: Path) -> None:
    with tarfile.open(file, "w:gz", compresslevel=1) as archive:
        for path in _kept(data_dir):
            archive.add(path, path.relative_to(data_dir), recursive=False)
    with file.open("rb") as written:
        os.fsync(written.fileno())


def _kept(data_dir: Path) -> Iterator[Path]:
    """All but what passes; a version file without its manifest came to nothing, or waits."""
    damaged = {path for version in damaged_versions(data_dir) for path in _files_of(version)}
    for path in sorted(data_dir.rglob("*")):
        is_draft = path.suffix == ".duckdb" and not path.with_suffix(".json").exists()
        is_passing = path.suffix in PASSING or is_draft or path.relative_to(data_dir).parts[0] in NEVER
        if path.is_file() and not is_passing and path not in damaged:
            yield path


def _files_of(version: Version) -> tuple[Path, Path]:
    return version.path, version.path.with_suffix(".json")


def restore(settings: Settings, file: Path) -> Version:
    """Fill a data folder without versions from a backup; returns the version in use.

    PlainError when there are versions already, or the file is not a whole backup; nothing is then changed.
    """
    folder = versions_dir(settings.data_dir)
    with only_loader(folder):
        if list_versions(settings.data_dir):
            raise PlainError(
                f"Datamappen {settings.data_dir} har allerede versioner. "
                "Vælg en tom mappe med COCKPIT_DATA_DIR, og prøv igen."
            )
        aside = settings.data_dir / RESTORING
        shutil.rmtree(aside, ignore_errors=True)
        try:
            version = _move_in(_unpacked(file, aside), settings.data_dir)
            log.info("restored version=%s", version.id)
            return version
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _unpacked(file: Path, aside: Path) -> Path:
    """The backup's files beside those in use, every version byte for byte as it was published."""
    try:
        with tarfile.open(file, "r:gz") as archive:
            # Refuses paths out of the folder, links and devices.
            archive.extractall(aside, filter="data")
            # The check sum of the whole stands behind the last file, where nothing else reads.
            while archive.fileobj and archive.fileobj.read(CHUNK):
                pass
    except FileNotFoundError as error:
        raise PlainError(f"Filen {file} findes ikke.") from error
    except (OSError, EOFError, zlib.error, tarfile.TarError) as error:
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            raise PlainError(FULL.format(file=file), 1) from error
        raise PlainError(NOT_WHOLE.format(file=file)) from error
    if not (versions := list_versions(aside)) or not all(is_whole(version) for version in versions):
        raise PlainError(NOT_WHOLE.format(file=file))
    return aside


def _move_in(aside: Path, data_dir: Path) -> Version:
    """The pointer last: until then nothing is served."""
    files = [path.relative_to(aside) for path in sorted(aside.rglob("*")) if path.is_file()]
    for name in sorted(files, key=POINTER.__eq__):
        (data_dir / name).parent.mkdir(parents=True, exist_ok=True)
        (aside / name).replace(data_dir / name)
    sync_folder(data_dir / "versions")
    version = current_version(data_dir)
    if version is None:
        raise PlainError("Sikkerhedskopien har ingen version i brug. Vælg en med cockpit rollback.")
    return version
