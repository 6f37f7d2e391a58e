"""How an event is told in a log: one line, without personal data."""

import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path


class OneLine(logging.Formatter):
    """Of an exception only its kind and where: its message and the values around it may hold data."""

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC)
        told = [f"{when:%Y-%m-%dT%H:%M:%SZ}", record.levelname.lower(), record.name, record.getMessage()]
        if record.exc_info and record.exc_info[1]:
            told.append(_place_of(record.exc_info[1]))
        return " ".join(" ".join(told).split())


def _place_of(error: BaseException) -> str:
    """`KeyError at page.py:34`."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"
