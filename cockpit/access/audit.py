"""Who saw what: one line for each page, list and file, in `<data_dir>/audit/2026-11-22.jsonl`.

Only ever added to. It holds the names of what was asked for, never what was answered.
"""

import json
import logging
import mmap
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from cockpit.access.identity import User
from cockpit.periods import add_months
from cockpit.settings import Settings

FOLDER = "audit"
# Of each server process; whoever may not come in should not be able to fill the disk either.
MOST_OF_STRANGERS = parse("60 per minute")
strangers = FixedWindowRateLimiter(MemoryStorage())
# The answers that say that someone may not have what they asked for.
REFUSED = (401, 403, 429)
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Line:
    """`at` is UTC, `what` one of page, file, call, delivery, sign-in and sign-out; `status` is as in HTTP.

    A `user` without a name has not signed in; the filters of a refused sign-in hold the reason.
    """

    at: str
    user: str
    role: str
    what: str
    path: str
    status: int
    filters: Mapping[str, str] = field(default_factory=dict)


def write_line(
    settings: Settings, user: User, what: str, path: str, status: int, filters: Mapping[str, str]
) -> None:
    """A log that cannot be written, on a full disk, stops nobody's work; the month's log then says so."""
    if not user.id and not strangers.hit(MOST_OF_STRANGERS, str(settings.data_dir)):
        return
    now = datetime.now(UTC)
    line = Line(now.isoformat(timespec="seconds"), user.id, user.role, what, path, status, filters)
    place = settings.data_dir / FOLDER / f"{now.date()}.jsonl"
    try:
        fresh = not place.exists()
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _add(place, (json.dumps(asdict(line), ensure_ascii=False) + "\n").encode())
        if fresh:
            _delete_old(settings, place.parent, now.date())
    except OSError as error:
        log.error("audit line lost", exc_info=error)


def _add(place: Path, line: bytes) -> None:
    """In one write to the end of the file, so that the lines of several processes never mix."""
    file = os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, line)
    finally:
        os.close(file)


def _delete_old(settings: Settings, folder: Path, today: date) -> None:
    first = add_months(today, -settings.audit_months)
    for place in folder.glob("*.jsonl"):
        if place.stem < first.isoformat():
            place.unlink(missing_ok=True)


def days_written(settings: Settings) -> tuple[date, ...]:
    """The days that have lines, the latest first, in UTC as the lines."""
    found = (settings.data_dir / FOLDER).glob("????-??-??.jsonl")
    return tuple(sorted((date.fromisoformat(place.stem) for place in found), reverse=True))


def texts_of(settings: Settings, day: date) -> Iterator[str]:
    """The day's lines as they were written, the latest first, read as far as they are asked for."""
    with (settings.data_dir / FOLDER / f"{day}.jsonl").open("rb") as file:
        # What is added meanwhile lies after it; an empty file cannot be mapped.
        end = os.fstat(file.fileno()).st_size
        if not end:
            return
        with mmap.mmap(file.fileno(), end, access=mmap.ACCESS_READ) as whole:
            while end > 0:
                start = whole.rfind(b"\n", 0, end - 1) + 1
                yield whole[start:end].decode("utf-8", "replace")
                end = start


def line_of(text: str) -> Line | None:
    """None for a line that was cut off, by a full disk."""
    try:
        return Line(**json.loads(text))
    except (ValueError, TypeError):
        return None
