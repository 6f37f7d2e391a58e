"""`cockpit serve` says where it is, answers whole and on this machine only, and stops without a word."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from cockpit.settings import Settings
from tests.serving import COCKPIT, end, environment, free_port, served

FIGURE = "/hent/stock_flow.csv?period=year&from=2024-01-01&to=2026-06-30"


@pytest.mark.parametrize("signal_given", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "terminated"])
def test_starts_and_stops_quietly(
    signal_given: signal.Signals, demo_settings: Settings, tmp_path: Path
) -> None:
    port = free_port()
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            [COCKPIT, "serve", "--port", str(port)],
            env=environment(demo_settings),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(port)
            for _ in range(10):  # so that each of the server's processes has opened the data
                assert status(f"http://127.0.0.1:{port}{FIGURE}") == 200
            assert not answers(other_address(), port)
        finally:
            process.send_signal(signal_given)
            exit_status = end(process)
    assert exit_status == 0
    [line] = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert f"http://127.0.0.1:{port}" in line


def test_what_is_shared_starts_no_thread() -> None:
    """A server process that parts from running threads may hang, or abort when it stops."""
    told = "import os, cockpit.worker as it; it.on_starting(None); print(*os.listdir('/proc/self/task'))"
    shared = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    threads = subprocess.check_output([sys.executable, "-c", told], env=shared, text=True)
    assert len(threads.split()) == 1


def test_the_first_visitor_gets_everything(demo_settings: Settings) -> None:
    """Dash sets itself up at its first request; scripts asked for meanwhile once answered 500."""
    with served(demo_settings) as url, ThreadPoolExecutor(20) as visitors:
        with urlopen(url, timeout=60) as answer:
            scripts = re.findall(r'src="(/[^"]+)"', answer.read().decode())
        statuses = list(visitors.map(status, [url + script for script in scripts * 2]))
    assert len(statuses) > 10
    assert set(statuses) == {200}


def status(url: str) -> int:
    try:
        with urlopen(url, timeout=60) as answer:
            return int(answer.status)
    except HTTPError as problem:
        problem.close()
        return problem.code


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while not answers("127.0.0.1", port):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def answers(address: str, port: int) -> bool:
    with socket.socket() as client:
        client.settimeout(2)
        return client.connect_ex((address, port)) == 0


def other_address() -> str:
    """This machine's address on its network, where it has one; another loopback address where not."""
    try:
        found = socket.gethostbyname(socket.gethostname())
    except OSError:
        return "127.0.0.2"
    return "127.0.0.2" if found == "127.0.0.1" else found
