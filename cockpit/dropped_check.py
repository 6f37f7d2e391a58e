"""The check of what was dropped, as a process of its own: `python -m cockpit.dropped_check`."""

import logging
import os
import signal
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from cockpit.comparing import compared
from cockpit.confined.apart import stay_within
from cockpit.intake import LoadReport, load
from cockpit.intake.dropped import READY, REFUSED, REJECTED, Dropped, read_dropped, write_dropped
from cockpit.intake.rejects import write_file
from cockpit.intake.uploads import dropped_dir, forget_upload, upload_in
from cockpit.settings import Settings, read_settings
from cockpit.warehouse import Version, current_version, keep_log, served
from cockpit.wording import PlainError

LONGEST = 900  # seconds
NICENESS = 10
WENT_WRONG = "Noget gik galt under kontrollen. Intet er ændret. Prøv igen, eller indlæs med cockpit load."
COMPARING = "Sammenligner med tallene i brug …"

log = logging.getLogger("cockpit.dropped_check")  # its own name is __main__


def main() -> None:
    """Whoever started it holds a lock that this process inherits; however it ends, that is let go."""
    os.nice(NICENESS)
    stay_within(LONGEST)
    # Ends the process, which then is told to have been broken off.
    signal.alarm(LONGEST)
    settings = read_settings()
    keep_log(settings)
    dropped = read_dropped(settings.data_dir)
    if dropped:
        write_dropped(settings.data_dir, _checked(settings, dropped))


def _checked(settings: Settings, dropped: Dropped) -> Dropped:
    """The raw files are gone before anything is told of them."""
    try:
        return _outcome(settings, dropped)
    except PlainError as problem:
        return replace(dropped, state=REFUSED, refusals=(str(problem),))
    except Exception as error:
        log.error("check failed", exc_info=error)
        # Its words may hold data.
        return replace(dropped, state=REFUSED, refusals=(WENT_WRONG,))
    finally:
        forget_upload(settings.data_dir, dropped.place)


def _outcome(settings: Settings, dropped: Dropped) -> Dropped:
    notes: list[str] = []
    tell = _teller(settings, dropped, notes)
    report = load(
        _delivery(upload_in(settings.data_dir, dropped.place)),
        dropped.as_of,
        settings,
        source=dropped.source,
        accept_fewer_rows=dropped.accept_fewer_rows,
        stage=True,
        progress=tell,
    )
    forget_upload(settings.data_dir, dropped.place)
    told = (*notes, *report.notes)
    found = _reported(settings, replace(dropped, told=told), report)
    if report.version is None:
        return found
    tell(COMPARING)
    return replace(found, comparison=_comparison(settings, report.version))


def _delivery(folder: Path) -> Path:
    """A zip file alone is the delivery itself."""
    paths = list(folder.iterdir())
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ".zip" else folder


def _teller(settings: Settings, dropped: Dropped, notes: list[str]) -> Callable[[str], None]:
    """What is under way gives way to the next; a whole sentence, such as of a new key, is kept."""

    def tell(line: str) -> None:
        if line.endswith("."):
            notes.append(line)
        write_dropped(settings.data_dir, replace(dropped, progress=line))

    return tell


def _reported(settings: Settings, dropped: Dropped, report: LoadReport) -> Dropped:
    if report.rejected:
        write_file(dropped_dir(settings.data_dir) / REJECTED, report.rejected)
    return replace(
        dropped,
        state=REFUSED if report.version is None else READY,
        progress="",
        refusals=report.refusals,
        ignored=report.ignored,
        extracts=report.extracts,
        problems=tuple(report.problem_lines()),
        rows_rejected=sum(extract.rows_rejected for extract in report.extracts),
        sha256=report.version.sha256 if report.version else "",
    )


def _comparison(settings: Settings, staged: Version) -> dict[str, object]:
    return asdict(compared(current_version(settings.data_dir), staged, served()))


if __name__ == "__main__":
    main()
