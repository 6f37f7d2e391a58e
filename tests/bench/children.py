"""The parts of the bench that need a process of their own."""

import subprocess
import sys
from collections.abc import Sequence

from cockpit.settings import PROJECT, Settings
from tests.serving import environment


def in_child(module: str, given: Sequence[str], settings: Settings | None = None) -> str:
    """What `python -m tests.bench.MODULE` prints."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *given]
    chosen = environment(settings) if settings else None
    done = subprocess.run(command, cwd=PROJECT, env=chosen, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout
