"""The child's side: one process imports what the work needs, and a fork of it does each job within limits.

What is answered are facts, not content.
"""

import errno
import json
import os
import resource
import signal
import socket
from collections.abc import Callable
from typing import Any

from cockpit.confined.limits import limit

MEMORY = 900_000_000  # bytes of address space: a sheet of 250.000 rows fits, and all stays under 1 GB
CPU_SECONDS = 7  # a sheet of 250.000 rows takes four, and whoever waits is told within 10
WALL_SECONDS = 60  # for a machine that is busy, or a disk that does not answer
LARGEST_FILE = 900_000_000  # bytes that it may write to one file: more fits in no answer
LARGEST_REQUEST, MOST_FILES = 65_536, 250  # of files a system passes on no more at once
ENTRANCE = 0  # the standard input is the parent's socket


class Problem(Exception):  # noqa: N818 (it is no error of ours)
    """Why the file cannot be used: a code that the parent knows the words for."""


def serve(work: Callable[..., dict[str, Any]]) -> None:
    """Do each job that the parent sends, until it is gone.

    A job is a request (JSON) and open files: the first is for the answer, the others are `work`'s own. The
    parent is told how the fork ended.
    """
    with socket.socket(fileno=ENTRANCE) as parent:
        while True:
            request, files, _, _ = socket.recv_fds(parent, LARGEST_REQUEST, MOST_FILES)
            if not request:
                return
            job = os.fork()
            if not job:
                parent.close()
                _answer(work, request, files)
            for file in files:
                os.close(file)
            parent.send(str(os.waitstatus_to_exitcode(os.waitpid(job, 0)[1])).encode())


def _answer(work: Callable[..., dict[str, Any]], request: bytes, files: list[int]) -> None:
    try:
        _limit()
        os.write(files[0], json.dumps(_outcome(work, request, files[1:])).encode())
    finally:
        # Without the tidying up of libraries that were stopped in the middle.
        os._exit(0)


def _outcome(work: Callable[..., dict[str, Any]], request: bytes, files: list[int]) -> dict[str, Any]:
    try:
        return work(files, **json.loads(request))
    except Problem as problem:
        return {"problem": str(problem)}
    except MemoryError:
        return {"problem": "limits"}
    except BaseException as error:  # a library's panic is no Exception; its words may hold content
        full = isinstance(error, OSError) and error.errno == errno.EFBIG
        return {"problem": "limits" if full else "damaged"}


def _limit() -> None:
    """Before a byte is looked at."""
    limit(
        {
            resource.RLIMIT_AS: MEMORY,
            resource.RLIMIT_CPU: CPU_SECONDS,
            resource.RLIMIT_FSIZE: LARGEST_FILE,
        }
    )
    signal.alarm(WALL_SECONDS)  # also when the parent is no longer there to end it
