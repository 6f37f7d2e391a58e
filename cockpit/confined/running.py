"""The parent's side: one script on one file, in a process that knows nothing of ours."""

import json
import os
import signal
import site
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from cockpit.confined.child import WALL_SECONDS
from cockpit.confined.memory_file import MemoryFile
from cockpit.settings import PROJECT

STOPPED_BY_LIMITS = {signal.SIGABRT, signal.SIGALRM, signal.SIGKILL, signal.SIGXCPU, signal.SIGXFSZ}


class Unusable(Exception):  # noqa: N818 (the file is wrong, not the program)
    """The file cannot be used; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def run_confined(script: Path, descriptors: Sequence[int], **request: Any) -> dict[str, Any]:
    """What the script answers; it inherits the open files and nothing else. Unusable when it found a problem.

    Neither its words nor its error output reach anybody: libraries quote what they could not read.
    """
    said = MemoryFile()
    process = subprocess.Popen(  # noqa: S603 (our own script)
        [sys.executable, "-P", "-S", str(script), json.dumps(request)],
        stdin=subprocess.DEVNULL,
        stdout=said.descriptor,
        stderr=subprocess.DEVNULL,
        pass_fds=descriptors,
        # Without `site`, which takes a third of the start.
        env={"PYTHONPATH": os.pathsep.join([str(PROJECT), *site.getsitepackages()])},
        cwd="/",
    )
    try:
        process.wait(WALL_SECONDS)
    except subprocess.TimeoutExpired:
        raise Unusable("limits") from None
    finally:
        process.kill()
        process.wait()
    return _answer(process.returncode, said)


def _answer(status: int, said: MemoryFile) -> dict[str, Any]:
    if -status in STOPPED_BY_LIMITS:
        raise Unusable("limits")
    found = None
    with suppress(ValueError):
        found = json.loads(said.read())
    if not isinstance(found, dict):
        raise Unusable("damaged")
    if "problem" in found:
        raise Unusable(str(found["problem"]))
    return found
