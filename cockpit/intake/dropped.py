"""What has become of the files dropped last, on disk: every browser sees the same, also after a restart."""

import fcntl
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from cockpit.intake.profile import CANONICAL
from cockpit.intake.report import ExtractReport
from cockpit.intake.uploads import clear_uploads, dropped_dir, forget_upload
from cockpit.warehouse.staged import DROPPED
from cockpit.warehouse.versions import write_durably
from cockpit.wording import PlainError

OUTCOME, REJECTED, LOCK = "outcome.json", "rejected.csv", "lock"
CHECKING, READY, REFUSED = "checking", "ready", "refused"
SECONDS_TO_END = 3
BROKEN_OFF = (
    "Kontrollen blev afbrudt, fx fordi den tog for lang tid, eller fordi maskinen blev genstartet. "
    "Intet er ændret. Læg filerne op igen."
)
BUSY = "En kontrol er i gang. Vent, til den er færdig, og prøv igen."


@dataclass(frozen=True)
class Dropped:
    """One delivery: being checked, ready to be published, or refused with the reasons.

    `place` is where its files lay, `source` the profile they are read by, `told` what must be known beside
    the report, `problems` the first rejected rows and warnings of each kind, `comparison` what
    cockpit.comparing found, `sha256` names the version that waits. Nothing personal is in it.
    """

    state: str
    begun: datetime  # UTC
    place: str
    as_of: date
    files: tuple[str, ...]
    source: str = CANONICAL
    accept_fewer_rows: bool = False
    progress: str = ""
    told: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    extracts: tuple[ExtractReport, ...] = ()
    problems: tuple[str, ...] = ()
    rows_rejected: int = 0
    sha256: str = ""
    comparison: dict[str, Any] | None = None


def write_dropped(data_dir: Path, dropped: Dropped) -> None:
    text = json.dumps(asdict(dropped), ensure_ascii=False, default=lambda value: value.isoformat())
    write_durably(dropped_dir(data_dir) / OUTCOME, text)


def read_dropped(data_dir: Path) -> Dropped | None:
    """None where nothing has been dropped, or the record cannot be read."""
    try:
        facts = json.loads((data_dir / DROPPED / OUTCOME).read_text(encoding="utf-8"))
        lists = {name: tuple(facts[name]) for name in ("files", "told", "refusals", "ignored", "problems")}
        extracts = (ExtractReport(**one | {"files": tuple(one["files"])}) for one in facts["extracts"])
        return Dropped(
            **facts
            | lists
            | {
                "begun": datetime.fromisoformat(facts["begun"]),
                "as_of": date.fromisoformat(facts["as_of"]),
                "extracts": tuple(extracts),
            }
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget_dropped(data_dir: Path) -> None:
    for name in (OUTCOME, REJECTED):
        (data_dir / DROPPED / name).unlink(missing_ok=True)


def settle(data_dir: Path) -> None:
    """A check that is no longer running has ended badly: say so, and remove its files and those given up."""
    if not (data_dir / DROPPED).is_dir():
        return
    clear_uploads(data_dir)
    dropped = read_dropped(data_dir)
    if dropped is None or dropped.state != CHECKING:
        return
    try:
        with only_check(data_dir):
            if read_dropped(data_dir) == dropped:
                forget_upload(data_dir, dropped.place)
                write_dropped(data_dir, replace(dropped, state=REFUSED, refusals=(BROKEN_OFF,)))
    except PlainError:
        return


def clear_at_start(data_dir: Path) -> None:
    """As `settle`, and without waiting: before the server runs nobody is sending files."""
    settle(data_dir)
    if (data_dir / DROPPED).is_dir():
        with suppress(PlainError), only_check(data_dir):
            clear_uploads(data_dir, quiet=0)


@contextmanager
def only_check(data_dir: Path) -> Iterator[IO[str]]:
    """The lock of the one check at a time; a child that inherits the file holds it until it ends.

    PlainError while a check is running; one that has told its outcome is given time to end.
    """
    patience = time.monotonic() + SECONDS_TO_END
    with (dropped_dir(data_dir) / LOCK).open("w") as lock:
        while not _is_locked(lock):
            dropped = read_dropped(data_dir)
            if time.monotonic() > patience or (dropped and dropped.state == CHECKING):
                raise PlainError(BUSY)
            time.sleep(0.05)
        yield lock


def _is_locked(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
