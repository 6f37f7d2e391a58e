"""A folder that a scheduled job fills: each folder or zip file in it is a delivery, named by its day."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from cockpit.intake.delivery import shown_name
from cockpit.intake.loading import load
from cockpit.intake.profile import CANONICAL
from cockpit.intake.profiles import read_profile
from cockpit.intake.report import LoadReport
from cockpit.settings import Settings
from cockpit.wording import PlainError, parse_date

QUIET_SECONDS = 60  # a delivery in which something changed since is not complete
LOADED, REFUSED = "indlæst", "afvist"
REPORT = "rapport.txt"
NO_DAY = (
    "{name}: navnet skal begynde med den dag, leverancen er hel til og med, fx 2026-10-31. "
    "Ret navnet; leverancen bliver liggende."
)


@dataclass(frozen=True)
class Taken:
    """What became of one delivery; `report` is None where it could not be tried."""

    name: str
    told: str
    report: LoadReport | None = None

    @property
    def is_loaded(self) -> bool:
        return self.report is not None and self.report.version is not None


def take_deliveries(
    inbox: Path,
    settings: Settings,
    now: float,
    progress: Callable[[str], None],
    source: str = CANONICAL,
) -> Iterator[Taken]:
    """Load what is complete, the oldest first; `now` in seconds since 1970, `source` as in `load`.

    A loaded delivery is moved to `indlæst`, without its raw files; a refused one to `afvist`, with them. Both
    get the report beside them. What is not complete, or cannot be tried, stays. PlainError when `inbox` is no
    folder, or `source` no profile.
    """
    read_profile(source, settings)  # a misspelt name is told even while there is nothing to load
    if not inbox.is_dir():
        raise PlainError("Indbakken findes ikke. Angiv den mappe, som leverancerne lægges i.")
    _make_room(inbox)
    for folder in sorted(path for path in inbox.iterdir() if path.is_dir() or _is_zip(path)):
        if folder.name not in (LOADED, REFUSED) and _is_complete(folder, now):
            yield _taken(folder, settings, progress, source)


def _make_room(inbox: Path) -> None:
    """A delivery that could not be moved would be loaded again every minute."""
    try:
        for kind in (LOADED, REFUSED):
            (inbox / kind).mkdir(exist_ok=True)
            with TemporaryDirectory(dir=inbox / kind):
                pass
    except OSError as error:
        raise PlainError("Der kan ikke skrives i indbakken. Giv adgang til den, og prøv igen.") from error


def _is_zip(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() == ".zip" and not path.name.startswith(".")


def _is_complete(folder: Path, now: float) -> bool:
    if _is_zip(folder):
        return folder.stat().st_mtime <= now - QUIET_SECONDS
    changed = [path.stat().st_mtime for path in (folder, *folder.rglob("*"))]
    return any(folder.iterdir()) and max(changed) <= now - QUIET_SECONDS


def _taken(folder: Path, settings: Settings, progress: Callable[[str], None], source: str) -> Taken:
    name = (
        folder.name
        if re.match(r"\d{4}-\d{2}-\d{2}", folder.name)
        else shown_name(folder.name, "en leverance")
    )
    try:
        as_of = _day_of(folder, name)
        report = load(folder, as_of, settings, source=source, progress=progress)
    except PlainError as problem:
        return Taken(name, str(problem))
    done = _moved(folder, REFUSED if report.refusals else LOADED)
    (done / REPORT).write_text("\n".join(report.lines()) + "\n", encoding="utf-8")
    return Taken(name, "\n".join(report.lines()), report)


def _day_of(folder: Path, name: str) -> date:
    try:
        return parse_date(folder.name[:10])
    except PlainError:
        raise PlainError(NO_DAY.format(name=name)) from None


def _moved(folder: Path, kind: str) -> Path:
    """Out of the way of the next run, and without raw files, which hold CPR numbers, where it is loaded."""
    place = folder.parent / kind
    name = folder.stem if _is_zip(folder) else folder.name
    done = place / name
    number = 1
    while done.exists():
        number += 1
        done = place / f"{name} ({number})"
    if _is_zip(folder):
        done.mkdir()
        folder.rename(done / folder.name)
    else:
        folder.rename(done)
    if kind == LOADED:
        shutil.rmtree(done)
        done.mkdir()
    return done
