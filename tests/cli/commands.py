"""Runs the `cockpit` command as a person at a terminal does."""

import subprocess
from dataclasses import dataclass

from cockpit.settings import Settings
from tests.serving import COCKPIT, environment

TIME_LIMIT = 120  # seconds


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    told: str  # what came on stderr


def cockpit(settings: Settings, *arguments: str) -> Answer:
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
