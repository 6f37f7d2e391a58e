"""Files that are being dropped on the page: kept for their check only, where nobody else may look."""

import re
import secrets
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from cockpit.warehouse.staged import DROPPED
from cockpit.wording import PlainError, number

MOST_BYTES = 1_000_000_000  # of one delivery
MOST_FILES = 200
CHUNK = 1_000_000  # bytes
QUIET_SECONDS = 3600  # what nobody has added to since has been given up; longer than any check
PLACE = r"[0-9a-f]{32}"

TOO_LARGE = "Filerne fylder tilsammen over {} MB. Indlæs dem med kommandoen cockpit load på serveren."
TOO_MANY = "Der er over {} filer. Indlæs dem med kommandoen cockpit load på serveren."
GONE = "Filerne er ryddet væk igen. Læg dem op på ny."
BAD_NAME = "En af filerne har et navn, der ikke kan bruges. Giv den et navn som services.csv."
NO_ROOM = "Filerne kan ikke gemmes på serveren. Se, om der er plads på disken, og prøv igen."


def dropped_dir(data_dir: Path) -> Path:
    """The folder of what is dropped, for this user only."""
    folder = data_dir / DROPPED
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def begin_upload(data_dir: Path) -> str:
    """A place for the files of one delivery; it is named by chance, so that nobody adds to another's."""
    clear_uploads(data_dir)
    place = secrets.token_hex(16)
    try:
        _folder(data_dir, place).mkdir(parents=True)
    except OSError as error:
        raise PlainError(NO_ROOM, 1) from error
    return place


def receive(data_dir: Path, place: str, name: str, read: Callable[[int], bytes]) -> None:
    """Keep one file, in the place of one with the same name; `read` gives at most so many bytes of it.

    PlainError when there is no such place, the name is none, there is no room or it is too much; then nothing
    is left of the whole delivery.
    """
    folder = upload_in(data_dir, place)
    if (
        not name
        or Path(name).name != name
        or name.startswith(".")
        or not name.isprintable()
        or len(name.encode()) > 200
    ):
        raise PlainError(BAD_NAME)
    try:
        with (folder / name).open("wb") as file:
            others = [path for path in folder.iterdir() if path.name != name]
            left = MOST_BYTES - sum(path.stat().st_size for path in others)
            if len(others) >= MOST_FILES:
                raise PlainError(TOO_MANY.format(number(MOST_FILES)))
            while chunk := read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise PlainError(TOO_LARGE.format(number(MOST_BYTES / 1e6)))
                file.write(chunk)
    except (OSError, PlainError) as problem:
        forget_upload(data_dir, place)
        raise problem if isinstance(problem, PlainError) else PlainError(NO_ROOM, 1) from problem


def upload_in(data_dir: Path, place: str) -> Path:
    """The folder of one delivery; PlainError where it has been cleared."""
    if not re.fullmatch(PLACE, place):
        raise PlainError(GONE)
    folder = next(iter(data_dir.joinpath(DROPPED, place).glob("*")), None)
    if folder is None:
        raise PlainError(GONE)
    return folder


def forget_upload(data_dir: Path, place: str) -> None:
    shutil.rmtree(data_dir / DROPPED / place, ignore_errors=True)


def clear_uploads(data_dir: Path, quiet: float = QUIET_SECONDS) -> None:
    """Remove what was given up, such as by a browser that was closed."""
    for folder in data_dir.joinpath(DROPPED).glob("*"):
        if re.fullmatch(PLACE, folder.name) and _is_quiet(folder, quiet):
            shutil.rmtree(folder, ignore_errors=True)


def _is_quiet(folder: Path, seconds: float) -> bool:
    changed = [path.stat().st_mtime for path in (folder, *folder.rglob("*")) if path.exists()]
    return max(changed, default=0.0) <= time.time() - seconds


def _folder(data_dir: Path, place: str) -> Path:
    """Its own name is what the delivery is called afterwards."""
    now = datetime.now(UTC).astimezone()
    return dropped_dir(data_dir) / place / f"Lagt op {now:%d-%m-%Y kl. %H.%M}"
