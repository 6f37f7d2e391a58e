"""A version that is finished but waits: nobody sees it until it is published, or it is discarded."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cockpit.settings import Settings
from cockpit.warehouse.locking import only_loader
from cockpit.warehouse.retention import delete_old_versions
from cockpit.warehouse.versions import (
    Version,
    current_version,
    is_whole,
    list_versions,
    point_at,
    read_manifest,
    sync_folder,
    versions_dir,
    write_manifest,
)
from cockpit.wording import PlainError

# The manifest of a version that waits: no list of versions sees it, and its number is taken.
STAGED = ".staged"
# In the data folder: files that wait to be checked, with all that is personal in them. No backup takes it.
DROPPED = "dropped"
LONGEST_WAIT = timedelta(days=1)
NONE_WAITS = "Der er ingen kontrolleret leverance at udgive. Læg filerne op igen."
OVERTAKEN = (
    "Tallene er ændret, siden leverancen blev kontrolleret, så forskellen passer ikke længere. "
    "Kassér den, og læg filerne op igen."
)
DAMAGED = "Den kontrollerede leverance kan ikke læses. Kassér den, og læg filerne op igen."


def staged_version(data_dir: Path) -> Version | None:
    """The newest version that waits to be published, unless it has waited too long."""
    manifests = sorted(versions_dir(data_dir).glob(f"v*{STAGED}"), reverse=True)
    waiting = (version for manifest in manifests if (version := read_manifest(manifest)) is not None)
    return next((version for version in waiting if _is_fresh(version)), None)


def write_staged(version: Version) -> None:
    """Let the finished version wait, alone: one that waited before is discarded."""
    write_manifest(version, STAGED)
    folder = version.path.parent
    for manifest in folder.glob(f"v*{STAGED}"):
        if manifest.stem != version.id:
            _remove(manifest.with_suffix(".duckdb"))


def overtaken(data_dir: Path, staged: Version) -> bool:
    """Whether another version was taken into use since: what was told of the difference is not true then.

    Nor, where that one has been rolled back, does it mind what politicians were told by it.
    """
    in_use = current_version(data_dir)
    is_newest = all(version.id < staged.id for version in list_versions(data_dir))
    return staged.replaces != (in_use.id if in_use else "") or not is_newest


def publish_staged(settings: Settings, sha256: str) -> Version:
    """Make the version that waits the one in use, if it is still the one whose file has this hash.

    Its number does not tell: that of one discarded is given to the next.

    PlainError when none waits, another was published meanwhile, it is damaged, or a load is running.
    """
    with only_loader(versions_dir(settings.data_dir)):
        staged = staged_version(settings.data_dir)
        if staged is None or staged.sha256 != sha256:
            raise PlainError(NONE_WAITS)
        if overtaken(settings.data_dir, staged):
            raise PlainError(OVERTAKEN)
        if not is_whole(staged):
            raise PlainError(DAMAGED)
        manifest = staged.path.with_suffix(STAGED)
        manifest.rename(manifest.with_suffix(".json"))
        sync_folder(manifest.parent)
        point_at(staged)
        delete_old_versions(settings, staged)
        return staged


def discard_staged(settings: Settings) -> None:
    """Nothing waits any more; PlainError when a load is running."""
    folder = versions_dir(settings.data_dir)
    with only_loader(folder):
        for manifest in folder.glob(f"v*{STAGED}"):
            _remove(manifest.with_suffix(".duckdb"))


def clear_leftovers(data_dir: Path) -> None:
    """What a loader that was killed left behind, and what has waited too long. To be called by the loader."""
    staged = staged_version(data_dir)
    for path in versions_dir(data_dir).glob("v*.duckdb"):
        if not path.with_suffix(".json").exists() and not (staged and staged.path == path):
            _remove(path)


def _remove(path: Path) -> None:
    """The manifest first: a file without one is nothing."""
    path.with_suffix(STAGED).unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    path.with_name(path.name + ".wal").unlink(missing_ok=True)
    shutil.rmtree(path.with_name(path.name + ".spill"), ignore_errors=True)


def _is_fresh(version: Version) -> bool:
    return datetime.now(UTC) - version.created < LONGEST_WAIT
