"""The loader, or the fork of it that does the work, is killed at a moment nobody chose."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from random import Random
from subprocess import PIPE, STDOUT

from cockpit.settings import Settings
from tests.faults.room import AS_OF, Workshop, loaded_here, one_of_both, served_answers, told_badly
from tests.serving import COCKPIT, environment


def killed_loader(tries: int, workshop: Workshop, random: Random) -> list[str]:
    whole = _seconds(workshop)
    return [
        f"killed after {moment:.3f} s: {wrong}"
        for _ in range(tries)
        if (wrong := _killed(workshop, moment := random.uniform(0, 1.1 * whole), fork=random.random() < 0.5))
    ]


def _seconds(workshop: Workshop) -> float:
    began = time.monotonic()
    loader = _loader(workshop, workshop.room())
    loader.communicate()
    assert loader.returncode == 0
    return time.monotonic() - began


def _loader(workshop: Workshop, settings: Settings) -> "subprocess.Popen[str]":
    command = [str(COCKPIT), "load", str(workshop.folder), "--as-of", AS_OF.isoformat()]
    return subprocess.Popen(
        command, env=environment(settings), stdout=PIPE, stderr=STDOUT, text=True, encoding="utf-8"
    )


def _forks(loader: "subprocess.Popen[str]") -> list[int]:
    """None before it works and after it has ended."""
    try:
        return [
            int(one) for one in Path(f"/proc/{loader.pid}/task/{loader.pid}/children").read_text().split()
        ]
    except OSError:
        return []


def _killed(workshop: Workshop, moment: float, *, fork: bool) -> str:
    settings = workshop.room()
    loader = _loader(workshop, settings)
    with suppress(subprocess.TimeoutExpired):
        loader.wait(moment)
    for process in _forks(loader) if fork else [loader.pid]:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    told, _ = loader.communicate()  # until the last of both is gone
    if wrong := told_badly(told) or one_of_both(workshop, settings):
        return wrong
    report, told = loaded_here(workshop.folder, settings)
    if report is None or report.version is None or served_answers(settings) != workshop.new:
        return f"the next load did not mend it: {told}"
    files = {path.name.split(".")[0] for path in (settings.data_dir / "versions").glob("v*")}
    known = {path.stem for path in (settings.data_dir / "versions").glob("v*.json")}
    return "" if files == known else f"left behind: {files - known}"
