"""Loads in which something goes wrong that no check of a file foresees, planted where files are read.

`python -m tests.intake.apart FOLDER HOME` tries each of PLANTED on the delivery in the folder, and prints as
JSON what the command answered: status, what it told, the version then in use; at last
with nothing planted, and with what goes wrong when the version is in use already.
"""

import contextlib
import io
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cockpit import cli
from cockpit.intake import apart, loading
from cockpit.intake.extracting import read_extracts
from tests.intake.deliveries import settings_in
from tests.serving import environment


def _hog(_: object) -> None:
    held = []
    while True:
        held.append(bytes(100_000_000))


def _loop(_: object) -> None:
    while True:
        pass


def _wrong(_: object) -> None:
    raise ValueError("010280-" + "1234")


def _dies_of(number: signal.Signals) -> Callable[[object], None]:
    return lambda _: os.kill(os.getpid(), number)


PLANTED: dict[str, Callable[[object], None]] = {
    "a hog": _hog,
    "a loop": _loop,
    "asleep": lambda _: time.sleep(60),
    "a crash": _dies_of(signal.SIGSEGV),
    "an abort": _dies_of(signal.SIGABRT),
    "killed": _dies_of(signal.SIGKILL),
    "a fault": _wrong,
}


def _tried(
    planted: Callable[[Any], None], arguments: list[str], data_dir: Path, place: str = "read_extracts"
) -> dict[str, Any]:
    with (
        patch.object(loading, place, planted),
        contextlib.redirect_stdout(io.StringIO()) as out,
        contextlib.redirect_stderr(io.StringIO()) as told,
    ):
        status = cli.main(arguments)
    in_use = data_dir / "versions" / "current"
    return {"status": status, "out": out.getvalue(), "told": told.getvalue(), "in_use": in_use.read_text()}


def main(folder: str, home: Path) -> None:
    settings = settings_in(home)
    os.environ.update(environment(settings))
    load = ["load", folder, "--as-of", "2026-10-31"]
    _tried(read_extracts, load, settings.data_dir)
    found = {}
    for name, planted in PLANTED.items():
        # Little time only where it is what ends the work: a machine may be busy.
        seconds = 1 if name in ("a loop", "asleep") else apart.SECONDS
        with (
            patch.multiple("cockpit.confined.apart", MEMORY=1_000_000_000, WAITING=2),
            patch.multiple(apart, SECONDS=seconds),
        ):
            found[name] = _tried(planted, load, settings.data_dir)
    found["nothing"] = _tried(read_extracts, load, settings.data_dir)
    found["late"] = _tried(lambda *_: os.abort(), load, settings.data_dir, "write_rejects")
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
