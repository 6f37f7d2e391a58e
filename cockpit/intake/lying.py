"""What lies in the inbox: whether it is complete, and what will never be, which is told once."""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

QUIET_SECONDS = 60  # a delivery in which something changed since is not complete
TOLD = ".fortalt.json"  # in the inbox
LOOSE = "hverken en mappe eller en zip-fil. Læg udtrækkene i en mappe med dagen som navn, fx 2026-10-31."
EMPTY = "en tom mappe. Læg udtrækkene i den, eller slet den."
AHEAD = "dateret ud i fremtiden. Ret urene, hvis de går forkert, og gem filerne igen."


def is_zip(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() == ".zip" and not path.name.startswith(".")


def is_complete(delivery: Path, now: float) -> bool:
    return newest_change(delivery) <= now - QUIET_SECONDS and (is_zip(delivery) or any(delivery.iterdir()))


def newest_change(entry: Path) -> float:
    """Seconds since 1970."""
    paths = (entry, *(() if is_zip(entry) else entry.rglob("*")))
    # A link that leads nowhere has a time of its own only.
    changed: list[float] = [path.stat(follow_symlinks=path.exists()).st_mtime for path in paths]
    return max(changed)


def why_it_stays(entry: Path, now: float) -> str:
    """Empty where it will be taken sooner or later."""
    changed = newest_change(entry)
    if changed > now + QUIET_SECONDS:
        return AHEAD
    if changed > now - QUIET_SECONDS or is_zip(entry):
        return ""
    if not entry.is_dir():
        return LOOSE
    return "" if any(entry.iterdir()) else EMPTY


def newly_left(inbox: Path, entries: Iterable[Path], now: float) -> list[tuple[Path, str]]:
    """Of the entries that stay, with why, those that did not the last time."""
    staying = [(entry, why) for entry in entries if (why := _looked_at(entry, now))]
    found = [[entry.name, why] for entry, why in staying]
    before = _remembered(inbox)
    if found != before:
        with suppress(OSError):
            (inbox / TOLD).write_text(json.dumps(found), encoding="utf-8")
    return [(entry, why) for entry, why in staying if [entry.name, why] not in before]


def _looked_at(entry: Path, now: float) -> str:
    """What cannot be looked at is told where it is tried."""
    try:
        return why_it_stays(entry, now)
    except OSError:
        return ""


def _remembered(inbox: Path) -> list[object]:
    try:
        found = json.loads((inbox / TOLD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return found if isinstance(found, list) else []
