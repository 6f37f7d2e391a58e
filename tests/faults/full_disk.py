"""The disk is full before the load is through."""

import functools
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from random import Random

from tests.faults.room import AS_OF, Workshop, one_of_both, told_badly
from tests.serving import COCKPIT, environment

# A small file system of its own where the machine allows one; else no file may grow beyond a size.
OWN_MOUNTS = ("unshare", "--user", "--map-root-user", "--mount")
SMALL_DISK = 'mount -t tmpfs -o size="$1" none "$2"'
SMALL_FILES = 'ulimit -f $(($1 / 512)) && mkdir -p "$2"'
# What is left on it is taken out again, to look at.
LOAD = ' && cp -a "$3"/. "$2" && { room="$2" out="$4"; shift 4; "$@"; status=$?; }'
TAKEN = '; rm -rf "$out"; cp -a "$room" "$out"; exit $status'


def full_disk(tries: int, workshop: Workshop, random: Random) -> list[str]:
    kept = sum(path.stat().st_size for path in workshop.settings.data_dir.rglob("*") if path.is_file())
    low, high = (1.02, 2.1) if _may_mount() else (0.01, 1.0)
    sizes = [int(random.uniform(low, high) * kept) for _ in range(tries)]
    return [f"{size} bytes: {wrong}" for size in sizes if (wrong := _filled(workshop, size))]


@functools.cache
def _may_mount() -> bool:
    trial = [*OWN_MOUNTS, "sh", "-c", "mount -t tmpfs none /mnt"]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


def _filled(workshop: Workshop, size: int) -> str:
    room, out = workshop.home / "small", workshop.home / "taken"
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir()
    settings = replace(workshop.settings, data_dir=room)
    script = (SMALL_DISK if _may_mount() else SMALL_FILES) + LOAD + TAKEN
    places = [str(size), str(room), str(workshop.settings.data_dir), str(out)]
    done = subprocess.run(
        [*(OWN_MOUNTS if _may_mount() else ()), "sh", "-c", script, "sh", *places, *_load(workshop.folder)],
        env=environment(settings),
        capture_output=True,
        text=True,
        check=False,
    )
    told = done.stdout + done.stderr
    if done.returncode not in (0, 1) or not out.is_dir():
        return f"status {done.returncode}: {told}"
    return told_badly(told) or one_of_both(workshop, replace(settings, data_dir=out))


def _load(folder: Path) -> list[str]:
    return [str(COCKPIT), "load", str(folder), "--as-of", AS_OF.isoformat()]
