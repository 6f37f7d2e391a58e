"""A delivery in a zip file, unpacked into open files without names.

Run as a script, on a file that nobody vouches for. No name in it is ever a path on disk.
"""

import os
import re
import stat
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile, ZipInfo

from cockpit.confined.child import Problem, serve
from cockpit.confined.parts import chunks, opened

LARGEST = 900_000_000  # bytes unpacked: what a load of 2 GB can work on
DENSEST, FROM_SIZE = 100, 50_000_000  # times that it may grow: extracts grow ten times, bombs a thousand
ARCHIVES = {".zip", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".cab"}


def unpack(files: list[int]) -> dict[str, Any]:
    """Write each file of the archive, the first of `files`, to the next of them; answers with the names."""
    source, *into = files
    with os.fdopen(source, "rb") as file:
        _refuse_another_kind(file.read(4))
        archive = opened(file, LARGEST)
        members = [(name, part) for part in archive.infolist() if (name := _name(part))]
        _refuse_dense(members, os.fstat(source).st_size)
        if len(members) > len(into):
            raise Problem("too_many_parts")
        for (_, part), descriptor in zip(members, into, strict=False):
            _write(archive, part, descriptor)
    return {"names": [name for name, _ in members]}


def _refuse_another_kind(start: bytes) -> None:
    if not start.startswith(b"PK"):
        raise Problem("no_archive")


def _name(part: ZipInfo) -> str | None:
    """What the file is called, with the folder it lies in; None for folders and what systems add."""
    name = part.orig_filename.replace("\\", "/")
    path = PurePosixPath(name)
    kind = stat.S_IFMT(part.external_attr >> 16)
    if path.is_absolute() or ".." in path.parts or re.match("[A-Za-z]:", name) or "\0" in name:
        raise Problem("unsafe_name")
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Problem("unsafe_name")  # a link would show a file of this machine
    if name.endswith("/") or path.name.startswith(".") or path.parts[:1] == ("__MACOSX",):
        return None
    if path.suffix.lower() in ARCHIVES:
        raise Problem("nested")
    if len(path.parts) > 2:
        raise Problem("deep")
    return str(path)


def _refuse_dense(members: list[tuple[str, ZipInfo]], packed: int) -> None:
    unpacked = sum(part.file_size for _, part in members)
    if unpacked > FROM_SIZE and unpacked > packed * DENSEST:
        raise Problem("too_large")


def _write(archive: ZipFile, part: ZipInfo, descriptor: int) -> None:
    with os.fdopen(descriptor, "wb", closefd=False) as file:
        for chunk in chunks(archive, part):
            file.write(chunk)


if __name__ == "__main__":
    serve(unpack)
