"""`check`, `load` and `profile new` in a process of their own, within limits."""

import signal
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from cockpit.confined.apart import Stopped, apart
from cockpit.intake.loading import check, failure_kept, load
from cockpit.intake.proposing import propose_profile
from cockpit.intake.report import LoadReport, Told
from cockpit.settings import Settings
from cockpit.warehouse.versions import pointed_id
from cockpit.wording import PlainError

SECONDS, SECONDS_PER_MB = 120, 10  # of the processor; the demo takes 4 and 2 for each MB, of 400 MB ½
TOO_LONG = (
    "Leverancen tog længere tid at læse, end en leverance må, og blev stoppet. Intet er ændret. "
    "Se, om filerne er de rigtige udtræk, og lav dem igen."
)
KILLED = (
    "Læsningen af leverancen blev stoppet, fx fordi maskinen manglede hukommelse. Intet er ændret. "
    "Se, om der er hukommelse nok, og om filerne er de rigtige udtræk, og prøv igen."
)
CRASHED = (
    "Læsningen af leverancen brød sammen. Intet er ændret. "
    "Lav udtrækkene igen, og prøv igen; sker det igen, så find filen ved at tage én væk ad gangen."
)
WORDS: dict[int, str] = {signal.SIGXCPU: TOO_LONG, signal.SIGALRM: TOO_LONG, signal.SIGKILL: KILLED}
IN_USE_ALREADY = "Leverancen er indlæst og i brug, men oprydningen bagefter blev afbrudt. Se siden Data."


class StoppedError(PlainError):
    """The delivery was too much for the limits, or for what reads it."""


def check_apart(folder: Path, settings: Settings, source: str) -> Told:
    return _told(lambda: check(folder, settings, source), [folder])


def load_apart(folder: Path, as_of: date, settings: Settings, **how: Any) -> Told:
    """As `load`, with its other arguments; StoppedError, recorded as a refusal, when it had to be stopped."""
    before = pointed_id(settings.data_dir)
    try:
        return _told(lambda: load(folder, as_of, settings, **how), [folder])
    except StoppedError:
        if pointed_id(settings.data_dir) != before:
            raise PlainError(IN_USE_ALREADY, exit_status=1) from None
        with failure_kept(folder, as_of, settings):
            raise


def propose_apart(paths: Iterable[Path]) -> str:
    files = list(paths)
    return str(_done(lambda: propose_profile(files), files))


def _told(work: Callable[[], LoadReport], paths: list[Path]) -> Told:
    return Told(**_done(lambda: work().told().__dict__, paths))


def _done(work: Callable[[], Any], paths: list[Path]) -> Any:
    try:
        return apart(work, SECONDS + SECONDS_PER_MB * _size(paths) // 1_000_000)
    except Stopped as stopped:
        raise StoppedError(WORDS.get(-stopped.status, CRASHED), exit_status=1) from None


def _size(paths: list[Path]) -> int:
    """Bytes; what cannot be looked at is told of where it is read."""
    try:
        files = [file for path in paths for file in (path.iterdir() if path.is_dir() else [path])]
        return sum(file.stat().st_size for file in files if file.is_file())
    except OSError:
        return 0
