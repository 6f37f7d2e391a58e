"""One line for each event, without personal data, in `<data_dir>/log/2026-11.log`."""

import logging
from datetime import UTC, datetime
from pathlib import Path

from cockpit.one_line import OneLine
from cockpit.settings import Settings
from cockpit.warehouse.retention import delete_old_files

EVENTS = logging.getLogger("cockpit")


class MonthFile(logging.Handler):
    """Appends to the month's file. A log that cannot be written, on a full disk, stops nothing."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.setFormatter(OneLine())

    def emit(self, record: logging.LogRecord) -> None:
        try:
            path = log_path(self.settings)
            fresh = not path.exists()
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8") as file:
                file.write(self.format(record) + "\n")
            if fresh:
                delete_old_files(self.settings, path.parent)
        except OSError:
            return


def log_path(settings: Settings) -> Path:
    return settings.data_dir / "log" / f"{datetime.now(UTC):%Y-%m}.log"


def keep_log(settings: Settings) -> None:
    """From now on this process's events go to the file of these settings, and no other."""
    for handler in [one for one in EVENTS.handlers if isinstance(one, MonthFile)]:
        EVENTS.removeHandler(handler)
    EVENTS.addHandler(MonthFile(settings))
    EVENTS.setLevel(logging.INFO)
