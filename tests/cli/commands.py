"""Runs the `cockpit` command: as a person at a terminal does, or faster in this process."""

import contextlib
import io
import os
import subprocess
from dataclasses import dataclass

from cockpit.cli import main
from cockpit.settings import Settings
from cockpit.warehouse import served
from tests.serving import COCKPIT, environment

TIME_LIMIT = 120  # seconds


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    told: str  # what came on stderr


def cockpit(settings: Settings, *arguments: str) -> Answer:
    """The installed command, in a process of its own."""
    done = subprocess.run(
        [COCKPIT, *arguments],
        env=environment(settings),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIME_LIMIT,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def cockpit_here(settings: Settings, *arguments: str) -> Answer:
    """The same without starting a process, a second faster: for the many ways of wrong use."""
    before = dict(os.environ)
    os.environ.update(environment(settings))
    served.cache_clear()
    try:
        with (
            contextlib.redirect_stdout(io.StringIO()) as out,
            contextlib.redirect_stderr(io.StringIO()) as told,
        ):
            status = main(arguments)
    finally:
        served.cache_clear()
        os.environ.clear()
        os.environ.update(before)
    return Answer(status, out.getvalue(), told.getvalue())
