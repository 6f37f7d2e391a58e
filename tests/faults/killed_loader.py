"""The loader is killed at a moment nobody chose."""

import subprocess
import time
from random import Random

from cockpit.settings import Settings
from tests.faults.room import AS_OF, Workshop, loaded_here, one_of_both, served_answers
from tests.serving import COCKPIT, environment


def killed_loader(tries: int, workshop: Workshop, random: Random) -> list[str]:
    whole = _seconds(workshop)
    return [
        f"killed after {moment:.3f} s: {wrong}"
        for _ in range(tries)
        if (wrong := _killed(workshop, moment := random.uniform(0, 1.1 * whole)))
    ]


def _seconds(workshop: Workshop) -> float:
    began = time.monotonic()
    assert _loader(workshop, workshop.room()).wait() == 0
    return time.monotonic() - began


def _loader(workshop: Workshop, settings: Settings) -> "subprocess.Popen[bytes]":
    command = [str(COCKPIT), "load", str(workshop.folder), "--as-of", AS_OF.isoformat()]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, env=environment(settings), stdout=quiet, stderr=quiet)


def _killed(workshop: Workshop, moment: float) -> str:
    settings = workshop.room()
    loader = _loader(workshop, settings)
    try:
        loader.wait(moment)
    except subprocess.TimeoutExpired:
        loader.kill()
        loader.wait()
    if wrong := one_of_both(workshop, settings):
        return wrong
    report, told = loaded_here(workshop.folder, settings)
    if report is None or report.version is None or served_answers(settings) != workshop.new:
        return f"the next load did not mend it: {told}"
    files = {path.name.split(".")[0] for path in (settings.data_dir / "versions").glob("v*")}
    known = {path.stem for path in (settings.data_dir / "versions").glob("v*.json")}
    return "" if files == known else f"left behind: {files - known}"
