"""Both sides in processes of their own: two gunicorn workers of four threads each."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from cockpit.settings import PROJECT, Settings
from tests.serving import COCKPIT, environment, free_port

START_LIMIT = 90.0  # seconds
# Plain Dash ends its set-up with the first request of each worker, and fails what is asked at the same time.
GREETINGS = 30


@dataclass(frozen=True)
class Side:
    """One of the two that are compared; `process` is gunicorn's own."""

    name: str
    url: str
    process: int

    def memory(self) -> float:
        """MB that the server's processes hold, what they share counted once (PSS)."""
        return sum(_pss(process) for process in [self.process, *_children(self.process)]) / 1024


@contextmanager
def both(settings: Settings) -> Iterator[tuple[Side, Side]]:
    """Ours and the plain one, running and warm enough to answer their first page."""
    ports = free_port(), free_port()
    plain = [sys.executable, "-m", "gunicorn", "tests.bench.plain_dash:server", "--no-control-socket"]
    plain += ["--workers", "2", "--threads", "4", "--log-level", "warning", "--bind", f"127.0.0.1:{ports[1]}"]
    ours = [str(COCKPIT), "serve", "--port", str(ports[0])]
    with (
        _running("ours", ours, ports[0], settings) as first,
        _running("plain", plain, ports[1], settings) as second,
    ):
        yield first, second


@contextmanager
def _running(name: str, command: list[str], port: int, settings: Settings) -> Iterator[Side]:
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(
            command, cwd=PROJECT, env=environment(settings), stdout=log, stderr=subprocess.STDOUT
        )
        url = f"http://127.0.0.1:{port}"
        try:
            if not _answers(url, process):
                log.seek(0)
                raise AssertionError(f"{name} does not answer:\n{log.read()[-3000:]}")
            for _ in range(GREETINGS):
                urlopen(url, timeout=START_LIMIT).close()
            yield Side(name, url, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _answers(url: str, process: "subprocess.Popen[bytes]") -> bool:
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(url, timeout=START_LIMIT):
                return True
        except (URLError, ConnectionError):
            time.sleep(0.1)
    return False


def _children(process: int) -> list[int]:
    text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [int(child) for child in text.split()]


def _pss(process: int) -> int:
    """kB; a process that has ended meanwhile holds nothing."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1])
