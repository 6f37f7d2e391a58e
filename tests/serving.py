"""The cockpit as its users start it: `cockpit serve` in a process of its own, on a free port."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from cockpit.intake import load
from cockpit.settings import SETTINGS, Settings, read_settings

AS_OF = date(2026, 10, 31)  # the day to which the demo is complete
COCKPIT = Path(sys.executable).parent / "cockpit"
START_LIMIT = 60.0  # seconds; a busy machine with two cores has taken 20
STOP_LIMIT = 20.0  # seconds; less than gunicorn's patience with a process that hangs


def environment(settings: Settings) -> dict[str, str]:
    """The environment that gives a process these settings and no others."""
    fields = {setting.name: setting.name.removeprefix("COCKPIT_").lower() for setting in SETTINGS}
    kept = {name: value for name, value in os.environ.items() if name not in fields}
    return kept | {name: str(getattr(settings, field)) for name, field in fields.items()}


def loaded(delivery: Path, home: Path) -> Settings:
    """Settings of a cockpit with its data and its key below `home`, where the delivery has been loaded."""
    places = {"COCKPIT_DATA_DIR": home / "data", "COCKPIT_KEY_FILE": home / "key" / "pseudonym.key"}
    # The demo is complete to one day for ever, and must not grow old.
    lasting = {"COCKPIT_RHYTHM_DAYS": "100000"}
    settings = read_settings(lasting | {name: str(path) for name, path in places.items()})
    report = load(delivery, AS_OF, settings, progress=print)
    assert report.version is not None, report.refusals
    return settings


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """Address of a running cockpit, without a slash at the end; stopped when the block ends."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile("w+") as log:
        command = [str(COCKPIT), "serve", "--port", str(port)]
        process = subprocess.Popen(command, env=environment(settings), stdout=log, stderr=subprocess.STDOUT)
        try:
            if not _answers(url, process):
                log.seek(0)
                raise AssertionError(f"cockpit serve does not answer:\n{log.read()[-3000:]}")
            yield url
        finally:
            process.terminate()
            end(process)


def end(process: "subprocess.Popen[bytes]") -> int:
    """The exit status of a server told to stop; one that does not is killed, and fails the test."""
    try:
        return process.wait(timeout=STOP_LIMIT)
    finally:
        process.kill()
        process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(url: str, process: "subprocess.Popen[bytes]") -> bool:
    """Wait for the first answer; False when the process ends or the limit passes before it."""
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(url, timeout=START_LIMIT):
                return True
        except HTTPError:
            return True  # it answers, if only that it has no place for us
        except (URLError, ConnectionError):
            time.sleep(0.1)
    return False
