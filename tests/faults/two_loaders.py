"""Two loaders at once: one loads, the other loads after it or says that it must wait."""

import subprocess
import time
from random import Random
from subprocess import PIPE, STDOUT

from tests.faults.room import AS_OF, Workshop, served_answers, told_badly
from tests.serving import COCKPIT, environment

WAITS = "En anden indlæsning er i gang"


def two_loaders(tries: int, workshop: Workshop, random: Random) -> list[str]:
    return [wrong for _ in range(tries) if (wrong := _both(workshop, random.uniform(0, 0.4)))]


def _both(workshop: Workshop, between: float) -> str:
    settings = workshop.room()
    command = [str(COCKPIT), "load", str(workshop.folder), "--as-of", AS_OF.isoformat()]
    loaders = []
    for _ in range(2):
        loaders.append(
            subprocess.Popen(
                command, env=environment(settings), stdout=PIPE, stderr=STDOUT, text=True, encoding="utf-8"
            )
        )
        time.sleep(between)
    told = [loader.communicate(timeout=120)[0] for loader in loaders]
    statuses = sorted(loader.returncode for loader in loaders)
    if wrong := told_badly("\n".join(told)):
        return wrong
    if served_answers(settings) != workshop.new:
        return f"neither loaded: {told}"
    waited = sum(WAITS in text for text in told)
    return "" if statuses == ([0, 0] if not waited else [0, 2]) else f"statuses {statuses}: {told}"
