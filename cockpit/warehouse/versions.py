"""Versions on disk: manifests, the pointer to the one in use, and which of them are whole."""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from cockpit.wording import PlainError, listed, safe_quote

PUBLISHED = ".json"


@dataclass(frozen=True)
class Version:
    """One published set of data; `rows` counts the rows of each extract.

    `rows_rejected` are those of its delivery; None in a manifest from before they were counted there.
    `layout` tells how its views and tables were built; empty where that was not recorded yet. `replaces` is
    the id of the version that was in use before, empty where there was none; None where not recorded yet.
    """

    id: str
    path: Path
    sha256: str
    as_of: date
    created: datetime
    municipality: str
    delivery: str
    key_fingerprint: str
    rows: dict[str, int]
    rows_rejected: int | None = None
    layout: str = ""
    replaces: str | None = None


def versions_dir(data_dir: Path) -> Path:
    """The folder of version files, made when missing; PlainError when it cannot be used."""
    folder = data_dir / "versions"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        next(folder.iterdir(), None)
    except OSError as error:
        raise PlainError(
            f"Datamappen {data_dir} kan ikke bruges. Ret COCKPIT_DATA_DIR, eller giv adgang til mappen."
        ) from error
    return folder


def list_versions(data_dir: Path) -> list[Version]:
    """Every published version, newest first; a manifest that cannot be read counts as no version."""
    manifests = sorted(versions_dir(data_dir).glob(f"v*{PUBLISHED}"), reverse=True)
    return [version for manifest in manifests if (version := read_manifest(manifest)) is not None]


def kept_version(data_dir: Path, version_id: str) -> Version:
    """The published version of that id; PlainError where there is none, with those that there are."""
    kept = {version.id: version for version in list_versions(data_dir)}
    if version_id in kept:
        return kept[version_id]
    there_are = f"Vælg blandt {listed(list(kept), 'eller')}." if kept else "Der er ingen versioner."
    raise PlainError(f"Versionen {safe_quote(version_id)} findes ikke. {there_are}")


def pointed_id(data_dir: Path) -> str | None:
    """The id that the pointer names, of the newest version where it is damaged; None for no version."""
    try:
        named = (data_dir / "versions" / "current").read_bytes().strip()
    except OSError:
        return None
    if re.fullmatch(rb"v\d{6}", named):
        return named.decode()
    return next((version.id for version in list_versions(data_dir)), None)


def damaged_versions(data_dir: Path) -> list[Version]:
    return [version for version in list_versions(data_dir) if not is_whole(version)]


def current_version(data_dir: Path) -> Version | None:
    """The version in use: the one pointed at or, where that is damaged, the newest whole one before it."""
    pointed = pointed_id(data_dir)
    line = _in_use_up_to(pointed, list_versions(data_dir)) if pointed else iter(())
    return next((version for version in line if is_whole(version)), None)


def version_before(data_dir: Path, version: Version) -> Version | None:
    """The newest whole version that was in use before this one."""
    earlier = (one for one in _in_use_up_to(version.id, list_versions(data_dir)) if one.id < version.id)
    return next((one for one in earlier if is_whole(one)), None)


def _in_use_up_to(version_id: str, newest_first: list[Version]) -> Iterator[Version]:
    """The versions in use up to this one, newest first: without those that were rolled back."""
    wanted = version_id
    for version in newest_first:
        if version.id <= wanted:
            yield version
            wanted = version.id if version.replaces is None else version.replaces


def file_mark(data_dir: Path, version_id: str) -> tuple[int, ...]:
    """What the file system cheaply knows of a version's file; another when the file has changed or gone."""
    try:
        known = (data_dir / "versions" / f"{version_id}.duckdb").stat()
    except OSError:
        return ()
    return known.st_ino, known.st_size, known.st_mtime_ns, known.st_ctime_ns


def is_whole(version: Version) -> bool:
    """Whether the file is byte for byte the one that was published."""
    try:
        return file_hash(version.path) == version.sha256
    except OSError:
        return False


def file_hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def point_at(version: Version) -> None:
    """Make `version` the one in use, atomically and durably."""
    write_durably(version.path.parent / "current", version.id)


def write_manifest(version: Version, suffix: str = PUBLISHED) -> None:
    facts = asdict(version) | {"path": version.path.name}
    text = json.dumps(facts, ensure_ascii=False, indent=1, default=lambda value: value.isoformat())
    write_durably(version.path.with_suffix(suffix), text)


def write_durably(path: Path, text: str) -> None:
    """Replace `path` by a file that is whole even when the machine stops now."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_manifest(manifest: Path) -> Version | None:
    """The version that the manifest tells of; None where it cannot be read."""
    try:
        facts = json.loads(manifest.read_text(encoding="utf-8"))
        return Version(
            **facts
            | {
                "path": manifest.parent / facts["path"],
                "as_of": date.fromisoformat(facts["as_of"]),
                "created": datetime.fromisoformat(facts["created"]),
            }
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
