"""A folder that a scheduled job fills: each folder or zip file in it is a delivery, named by its day."""

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from cockpit.intake.apart import StoppedError, load_apart
from cockpit.intake.delivery import find_delivery, shown_name
from cockpit.intake.lying import is_complete, is_zip, newly_left
from cockpit.intake.profile import CANONICAL, Profile
from cockpit.intake.profiles import read_profile
from cockpit.intake.report import Told
from cockpit.settings import Settings
from cockpit.wording import PlainError, parse_date

LOADED, REFUSED = "indlæst", "afvist"
REPORT = "rapport.txt"
NO_DAY = (
    "{name}: navnet skal begynde med den dag, leverancen er hel til og med, fx 2026-10-31. "
    "Ret navnet; leverancen bliver liggende."
)
STAYS = "Den bliver liggende, for den er {why}"
UNREADABLE = (
    "Leverancen kan ikke læses eller flyttes. Giv adgang til den, eller vent, til den er skrevet færdig. "
    "Den prøves igen næste gang."
)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Taken:
    """What became of one delivery."""

    name: str
    told: str
    is_loaded: bool = False


def take_deliveries(
    inbox: Path,
    settings: Settings,
    now: float,
    progress: Callable[[str], None],
    source: str = CANONICAL,
) -> Iterator[Taken]:
    """Load what is complete, the oldest first; `now` in seconds since 1970, `source` as in `load`.

    A loaded delivery is moved to `indlæst`, without the files that were read; a refused one to `afvist`, with
    them. Both get the report beside them. What is not complete, or cannot be tried, stays; what never will be
    is told once. PlainError when `inbox` is no folder, or `source` no profile.
    """
    read_profile(source, settings)  # a misspelt name is told even while there is nothing to load
    if not inbox.is_dir():
        raise PlainError("Indbakken findes ikke. Angiv den mappe, som leverancerne lægges i.")
    _make_room(inbox)
    entries = sorted(path for path in inbox.iterdir() if path.name not in (LOADED, REFUSED))
    for entry, why in newly_left(inbox, [path for path in entries if not path.name.startswith(".")], now):
        log.warning("inbox left entry=%s", _told_name(entry))
        yield Taken(_told_name(entry), STAYS.format(why=why))
    for folder in [path for path in entries if path.is_dir() or is_zip(path)]:
        try:
            if is_complete(folder, now):
                yield _taken(folder, settings, progress, source)
        except OSError:  # it may be under way still, and must not hold up the next ones
            yield Taken(_told_name(folder), UNREADABLE)


def _make_room(inbox: Path) -> None:
    """A delivery that could not be moved would be loaded again every minute."""
    try:
        for kind in (LOADED, REFUSED):
            (inbox / kind).mkdir(exist_ok=True)
            with TemporaryDirectory(dir=inbox / kind):
                pass
    except OSError as error:
        raise PlainError("Der kan ikke skrives i indbakken. Giv adgang til den, og prøv igen.") from error


def _told_name(folder: Path) -> str:
    """The name, without what may be a CPR number; the day it begins with stays."""
    day, rest = folder.name[:10], folder.name[10:]
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        return shown_name(folder.name, "en leverance")
    return day + shown_name(rest, folder.suffix if is_zip(folder) else "")


def _taken(folder: Path, settings: Settings, progress: Callable[[str], None], source: str) -> Taken:
    name = _told_name(folder)
    try:
        as_of = _day_of(folder, name)
        raw = _raw_files(folder, read_profile(source, settings))
        told = _loaded(folder, as_of, settings, source, progress)
    except PlainError as problem:
        return Taken(name, str(problem))
    done = _moved(folder, name, REFUSED if told.refusals else LOADED)
    if not told.refusals:
        for file in raw:
            (done / file).unlink(missing_ok=True)
    text = "\n".join(told.lines)
    (done / REPORT).write_text(f"{text}\n", encoding="utf-8")
    return Taken(name, text, told.is_loaded)


def _loaded(
    folder: Path, as_of: date, settings: Settings, source: str, progress: Callable[[str], None]
) -> Told:
    """What had to be stopped would have to be stopped every minute: it is refused."""
    try:
        return load_apart(folder, as_of, settings, source=source, progress=progress)
    except StoppedError as problem:
        return Told([str(problem)], [str(problem)], is_loaded=False)


def _raw_files(folder: Path, profile: Profile) -> list[str]:
    """The names of what is not kept once it is loaded; what was not read is not ours to remove."""
    if _stands_alone(folder):
        return [_told_name(folder)]
    delivery = find_delivery(folder, profile)
    files = [*delivery.files.values(), *(delivery.system.get(name, []) for name in delivery.of_system)]
    return [file.path.name for several in files for file in several]


def _day_of(folder: Path, name: str) -> date:
    try:
        return parse_date(folder.name[:10])
    except PlainError:
        raise PlainError(NO_DAY.format(name=name)) from None


def _stands_alone(folder: Path) -> bool:
    """Whether it is one file to move: a zip file, or a link, which may lead to what is not ours."""
    return folder.is_symlink() or is_zip(folder)


def _moved(folder: Path, name: str, kind: str) -> Path:
    """Out of the way of the next run."""
    place = folder.parent / kind
    stem = Path(name).stem if is_zip(folder) else name
    done = place / stem
    number = 1
    while done.exists():
        number += 1
        done = place / f"{stem} ({number})"
    if _stands_alone(folder):
        done.mkdir()
        folder.rename(done / name)
    else:
        folder.rename(done)
    return done
