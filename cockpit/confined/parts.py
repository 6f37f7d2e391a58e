"""A zip archive's parts, looked at before anything else reads them."""

import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from cockpit.confined.child import Problem

MOST_PARTS = 200  # of a delivery: each extract month by month for a year
CHUNK = 1 << 20


def opened(file: BinaryIO, largest: int, most_parts: int = MOST_PARTS) -> zipfile.ZipFile:
    """The archive; Problem when it claims more than is allowed, or is none.

    What it claims is what can be read: `chunks` stops there, and tells when it is not so.
    """
    try:
        # What Windows writes in Denmark where a name is not marked as UTF-8.
        archive = zipfile.ZipFile(file, metadata_encoding="cp850")
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Problem("damaged") from None
    if len(archive.infolist()) > most_parts:
        raise Problem("too_many_parts")
    if any(part.flag_bits & 0x1 for part in archive.infolist()):
        raise Problem("locked")
    if sum(part.file_size for part in archive.infolist()) > largest:
        raise Problem("too_large")
    return archive


def chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part's bytes; Problem when they are not those that the archive claims."""
    try:
        with archive.open(part) as inflated:
            while chunk := inflated.read(CHUNK):
                yield chunk
    except (Problem, MemoryError):
        raise
    except Exception:  # zlib, bz2 and lzma each have their own, beside those of zipfile
        raise Problem("damaged") from None
