"""Files that were dropped: their check is started, and what it found is published or discarded."""

import logging
import shutil
import subprocess
import sys
import threading
from datetime import UTC, date, datetime
from pathlib import Path

from cockpit.intake.delivery import shown_name
from cockpit.intake.dropped import (
    CHECKING,
    READY,
    REJECTED,
    Dropped,
    forget_dropped,
    only_check,
    read_dropped,
    settle,
    write_dropped,
)
from cockpit.intake.key_file import key_refusal, read_key
from cockpit.intake.profile import CANONICAL
from cockpit.intake.rejects import rejects_path
from cockpit.intake.uploads import dropped_dir, forget_upload, upload_in
from cockpit.settings import PROJECT, Settings
from cockpit.warehouse import Version, discard_staged, publish_staged, staged_version
from cockpit.warehouse.staged import OVERTAKEN, overtaken
from cockpit.wording import PlainError

# A process of its own: neither its memory nor its end is felt by those who look at figures.
CHECK = ("-m", "cockpit.dropped_check")
ONE_WAITS = "En kontrolleret leverance venter allerede. Udgiv eller kassér den først."
NO_FILES = "Der er ingen filer. Læg udtrækkene op, og prøv igen."

log = logging.getLogger(__name__)


def start_check(
    settings: Settings, place: str, as_of: date, *, source: str = CANONICAL, accept_fewer_rows: bool = False
) -> None:
    """Check the files in `place`, in a process of its own; `look` tells how it goes.

    PlainError when there are none, another check runs, or what was checked waits for an answer.
    """
    data_dir = settings.data_dir
    folder = upload_in(data_dir, place)
    names = sorted(path.name for path in folder.iterdir())
    if not names:
        raise PlainError(NO_FILES)
    with only_check(data_dir) as lock:
        waiting = look(settings)
        if waiting and waiting.state == READY:
            raise PlainError(ONE_WAITS)
        shown = tuple(shown_name(name, f"fil nr. {number}") for number, name in enumerate(names, 1))
        forget_dropped(data_dir)
        write_dropped(
            data_dir, Dropped(CHECKING, datetime.now(UTC), place, as_of, shown, source, accept_fewer_rows)
        )
        check = subprocess.Popen(  # noqa: S603
            [sys.executable, *CHECK],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            # A fault in it might quote what it reads.
            stderr=subprocess.DEVNULL,
            pass_fds=(lock.fileno(),),
            start_new_session=True,
        )
    threading.Thread(target=_settle_after, args=(check, data_dir), daemon=True).start()


def _settle_after(check: "subprocess.Popen[bytes]", data_dir: Path) -> None:
    """What a check that was killed left is removed at once."""
    check.wait()
    settle(data_dir)


def look(settings: Settings) -> Dropped | None:
    """What was dropped last and is neither published nor discarded; None where there is nothing."""
    dropped = read_dropped(settings.data_dir)
    if dropped and dropped.state == READY:
        staged = staged_version(settings.data_dir)
        return dropped if staged and staged.sha256 == dropped.sha256 else None
    return dropped


def outdated(settings: Settings) -> str:
    """Why what waits can no longer be published; empty where it can."""
    staged = staged_version(settings.data_dir)
    if staged is None or not overtaken(settings.data_dir, staged):
        return ""
    return OVERTAKEN


def publish_dropped(settings: Settings, sha256: str) -> Version:
    """Take into use what was checked, if it is what `sha256` names; PlainError as `publish_staged`."""
    staged = staged_version(settings.data_dir)
    if staged and (refusal := key_refusal(read_key(settings), staged.key_fingerprint)):
        raise PlainError(refusal)
    version = publish_staged(settings, sha256)
    rejected = dropped_dir(settings.data_dir) / REJECTED
    if rejected.exists():
        kept = rejects_path(settings, version.id)
        kept.parent.mkdir(exist_ok=True)
        shutil.move(rejected, kept)
    forget_dropped(settings.data_dir)
    log.info("dropped published version=%s as_of=%s", version.id, version.as_of)
    return version


def discard_dropped(settings: Settings) -> None:
    """As if nothing had been dropped; PlainError while it is being checked."""
    with only_check(settings.data_dir):
        dropped = read_dropped(settings.data_dir)
        discard_staged(settings)
        if dropped:
            forget_upload(settings.data_dir, dropped.place)
        forget_dropped(settings.data_dir)
