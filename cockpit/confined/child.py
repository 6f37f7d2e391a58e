"""The child's side: it limits itself before it looks at a byte, and answers with facts, not content."""

import errno
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import Any

MEMORY = 900_000_000  # bytes of address space: a sheet of 250.000 rows fits, and all stays under 1 GB
CPU_SECONDS = 7  # a sheet of 250.000 rows takes five, and whoever waits is told within 10
WALL_SECONDS = 60  # for a machine that is busy, or a disk that does not answer
LARGEST_FILE = 900_000_000  # bytes that it may write to one file: more fits in no answer


class Problem(Exception):  # noqa: N818 (it is no error of ours)
    """Why the file cannot be used: a code that the parent knows the words for."""


def answer(work: Callable[..., dict[str, Any]]) -> None:
    """Do the work with the arguments of the command line (JSON) and print what it found as JSON."""
    _limit()
    request = json.loads(sys.argv[1])
    try:
        found = work(**request)
    except Problem as problem:
        found = {"problem": str(problem)}
    except MemoryError:
        found = {"problem": "limits"}
    except BaseException as error:  # a library's panic is no Exception; its words may hold content
        full = isinstance(error, OSError) and error.errno == errno.EFBIG
        found = {"problem": "limits" if full else "damaged"}
    sys.stdout.write(json.dumps(found))
    sys.stdout.flush()
    # Without the tidying up of libraries that were stopped in the middle.
    os._exit(0)


def _limit() -> None:
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),  # a core dump holds what was read, on disk
    ):
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))
    signal.alarm(WALL_SECONDS)  # also when the parent is no longer there to end it
