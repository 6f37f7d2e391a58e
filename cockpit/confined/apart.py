"""Work of ours on files that nobody vouches for, done by a fork of this process that ends within limits."""

import ctypes
import json
import logging
import os
import resource
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn

from cockpit.confined.limits import limit
from cockpit.confined.memory_file import MemoryFile
from cockpit.confined.running import end_workers
from cockpit.wording import PlainError

MEMORY = 4_000_000_000  # bytes of data: a delivery of 240 municipalities takes 1,8 GB
LARGEST_FILE = 20_000_000_000  # bytes that it may write to one file: a version of them takes 0,9 GB
WAITING = 5  # seconds on the clock for each of the processor: a machine may be busy
DONE, WRONG, INTERRUPTED = 0, 1, 130
DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG

log = logging.getLogger(__name__)


class Stopped(Exception):  # noqa: N818 (the file is wrong, not the program)
    """The fork did not come to its end; `status` is its own, or the signal below zero."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def apart(work: Callable[[], Any], seconds: int) -> Any:
    """What `work` answers, as far as JSON tells it; `seconds` of the processor are enough for it.

    To be called before this process has threads or databases. PlainError as `work` raises it, Stopped when
    it raised anything else, broke a limit or crashed. However this process ends, the fork ends with it.
    """
    said = MemoryFile()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    parent = os.getpid()
    fork = os.fork()
    if not fork:
        _do(work, seconds, said, parent)
    status = _ended(fork)
    if status == INTERRUPTED:
        raise KeyboardInterrupt
    if status != DONE:
        raise Stopped(status)
    found = json.loads(said.read())
    if "plain" in found:
        raise PlainError(*found["plain"])
    return found["answer"]


def _ended(fork: int) -> int:
    try:
        return _status(fork)
    except KeyboardInterrupt:
        os.kill(fork, signal.SIGINT)  # a terminal tells both, another process may have told this one only
        _status(fork)
        raise


def _status(fork: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(fork, 0)[1])


def _do(work: Callable[[], Any], seconds: int, said: MemoryFile, parent: int) -> NoReturn:
    """Nothing of the process that was forked may go on here, whatever happens."""
    status = WRONG
    interrupted = _hear_interrupt_once()
    try:
        _end_with(parent)
        stay_within(seconds)
        with open(said.descriptor, "w", encoding="utf-8", closefd=False) as file:
            json.dump(_outcome(work), file)
        status = DONE
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BaseException as error:
        if interrupted():  # DuckDB makes another error of it
            status = INTERRUPTED
        else:
            log.error("work apart failed", exc_info=error)
    finally:
        with suppress(BaseException):
            end_workers()
            sys.stdout.flush()
        os._exit(status)


def _outcome(work: Callable[[], Any]) -> dict[str, Any]:
    try:
        return {"answer": work()}
    except PlainError as problem:
        return {"plain": [str(problem), problem.exit_status]}


def _hear_interrupt_once() -> Callable[[], bool]:
    """A second Ctrl+C, perhaps the same, must not break off the tidying up. Answers whether there was one."""
    heard: list[int] = []

    def interrupt(number: int, _frame: object) -> None:
        heard.append(number)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) == signal.default_int_handler:
        signal.signal(signal.SIGINT, interrupt)
    return lambda: bool(heard)


def _end_with(parent: int) -> None:
    """When the parent is killed nobody else would end this."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIES_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(WRONG)


def stay_within(seconds: int) -> None:
    """From now on this process has so much of the processor, the memory, the disk and the clock."""
    limit(
        {
            resource.RLIMIT_DATA: MEMORY,
            resource.RLIMIT_CPU: seconds,
            resource.RLIMIT_FSIZE: LARGEST_FILE,
        }
    )
    signal.alarm(seconds * WAITING)
