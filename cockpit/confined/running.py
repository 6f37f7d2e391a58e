"""The parent's side: jobs on files that nobody vouches for, in processes that know nothing of ours."""

import atexit
import json
import os
import signal
import site
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from cockpit.confined.child import WALL_SECONDS
from cockpit.confined.memory_file import MemoryFile
from cockpit.settings import PROJECT

STOPPED_BY_LIMITS = {signal.SIGABRT, signal.SIGALRM, signal.SIGKILL, signal.SIGXCPU, signal.SIGXFSZ}
SECONDS_TO_START = 15


class Unusable(Exception):  # noqa: N818 (the file is wrong, not the program)
    """The file cannot be used; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Worker:
    """One script, started once: to start it takes as long as most files take to read."""

    def __init__(self, script: Path) -> None:
        self._entrance, its_entrance = socket.socketpair()
        with its_entrance:
            self._process = subprocess.Popen(  # noqa: S603 (our own script)
                [sys.executable, "-P", "-S", str(script)],
                stdin=its_entrance.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                # Without `site`, which takes a third of the start.
                env={"PYTHONPATH": os.pathsep.join([str(PROJECT), *site.getsitepackages()])},
                cwd="/",
                start_new_session=True,
            )

    def done(self, request: bytes, files: Sequence[int]) -> int:
        """How the job ended: 0, or the signal below zero; OSError when the worker is gone, or too slow."""
        self._entrance.settimeout(SECONDS_TO_START + WALL_SECONDS)
        socket.send_fds(self._entrance, [request], files)
        if not (told := self._entrance.recv(16)):
            raise ConnectionError
        return int(told)

    def end(self) -> None:
        self._entrance.close()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


_workers: dict[Path, _Worker] = {}
_one_at_a_time = threading.Lock()


def start_ahead(script: Path) -> None:
    """Let the script's process begin, which its first job would wait for."""
    with _one_at_a_time:
        if script not in _workers:
            _workers[script] = _Worker(script)


def run_confined(script: Path, files: Sequence[int], **request: Any) -> dict[str, Any]:
    """What the script answers; it gets the open files and nothing else. Unusable when it found a problem.

    Neither its words nor its error output reach anybody: libraries quote what they could not read.
    """
    said = MemoryFile()
    with _one_at_a_time:
        worker = _workers.get(script) or _Worker(script)
        _workers[script] = worker
        try:
            status = worker.done(json.dumps(request).encode(), [said.descriptor, *files])
        except BaseException as error:
            _workers.pop(script).end()
            if isinstance(error, OSError):
                raise Unusable("limits") from None
            raise
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


@atexit.register
def end_workers() -> None:
    """They end by themselves when this process is gone, however it went; this waits for them."""
    while _workers:
        _workers.popitem()[1].end()
