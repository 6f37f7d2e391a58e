"""Server processes are killed while people look: another answers, and a new one takes the place."""

import os
import signal
import time
from pathlib import Path
from random import Random

from tests.faults.room import Workshop
from tests.faults.users import looking
from tests.serving import served

USERS = 10
BETWEEN = 0.3  # seconds; gunicorn looks after its processes once a second
RISEN = 20.0  # seconds until a new process must be there


def killed_workers(tries: int, workshop: Workshop, random: Random) -> list[str]:
    with served(workshop.room()) as url, looking(url, USERS) as users:
        port = url.rpartition(":")[2]
        missing = [f"no process after kill {number}" for number in range(tries) if not _kill(port, random)]
        time.sleep(1)
    answers = {text for user in users for _, text in user.seen}
    wrong = [failure for user in users for failure in user.failures]
    return missing + wrong + ([] if len(answers) == 1 else [f"{len(answers)} different answers"])


def _kill(port: str, random: Random) -> bool:
    time.sleep(random.uniform(0, BETWEEN))
    deadline = time.monotonic() + RISEN
    # The last one is never killed: a machine that loses every process at once has lost its server.
    while len(workers := _workers(port)) < 2:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    os.kill(random.choice(workers), signal.SIGKILL)
    return True


def _workers(port: str) -> list[int]:
    """Processes of the server whose parent is one of them too, and that have the application loaded."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"127.0.0.1:{port}" in (folder / "cmdline").read_text():
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    return [pid for pid, parent in parents.items() if parent in parents]
