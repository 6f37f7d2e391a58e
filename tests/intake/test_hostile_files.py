"""Files that are broken or made to do harm end in one plain sentence, soon and in little memory."""

import json
import os
import random
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from cockpit.confined.child import LARGEST_FILE
from cockpit.confined.memory_file import MemoryFile
from cockpit.confined.running import Unusable, end_workers, run_confined
from cockpit.intake import check, load, outcome
from cockpit.settings import Settings
from cockpit.warehouse import engine
from cockpit.wording import PlainError
from tests.cli.commands import cockpit
from tests.intake.conftest import AS_OF
from tests.intake.deliveries import GOOD, write
from tests.intake.hostile import HOSTILE, deliver, good_book, good_parquet, good_zip

SECONDS = 10.0  # of the processor: nothing of it waits
LARGEST_CHILD = 1_000_000  # kB
KINDS = {"providers.xlsx": good_book, "providers.parquet": good_parquet, "all.zip": good_zip}


def told(place: Path) -> dict[str, Any]:
    """What `check` tells of each delivery in the folder, with seconds, in a process of its own."""
    command = [sys.executable, "-m", "tests.intake.hostile", str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    assert done.stderr == ""
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    place = tmp_path_factory.mktemp("hostile") / "deliveries"
    for name in HOSTILE:
        deliver(place, name)
    return told(place)


@pytest.mark.parametrize("name", HOSTILE)
def test_one_sentence_soon(hostile: dict[str, Any], name: str) -> None:
    sentences, seconds = hostile["told"][name]
    assert len(sentences) == 1
    assert sentences[0].startswith(f"{name} ")
    assert HOSTILE[name][1] in sentences[0]
    assert seconds < SECONDS


def test_in_little_memory(hostile: dict[str, Any]) -> None:
    assert hostile["peak"] < LARGEST_CHILD


def test_files_that_are_cut_or_flipped(tmp_path: Path) -> None:
    """A cut is always seen; a bit that is another may make another good file, but never a traceback."""
    chance = random.Random(1)
    cut = []
    for name, make in KINDS.items():
        content = make(tmp_path / name)
        for place in (1, 3, 5, 40, len(content) // 2, len(content) - 20, len(content) - 1):
            cut.append(f"{Path(name).stem}_{place}{Path(name).suffix}")
            deliver(tmp_path / "deliveries", cut[-1], content[:place])
        for number in range(8):
            flipped = bytearray(content)
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
            deliver(tmp_path / "deliveries", f"{Path(name).stem}-bit-{number}{Path(name).suffix}", flipped)
    found = told(tmp_path / "deliveries")
    assert {name: len(found["told"][name][0]) for name in cut} == dict.fromkeys(cut, 1)
    assert max(seconds for _, seconds in found["told"].values()) < SECONDS
    assert all(len(sentences) <= 1 for sentences, _ in found["told"].values())


@pytest.mark.parametrize("name", ["providers_cells.xlsx", "dense.zip", "providers_text.parquet"])
def test_the_version_in_use_stays(tmp_path: Path, settings: Settings, name: str) -> None:
    assert load(write(tmp_path / "good", GOOD), AS_OF, settings, progress=print).version
    deliver(tmp_path / "bad", name)
    [delivery] = (tmp_path / "bad").iterdir()
    answer = cockpit(settings, "load", str(delivery), "--as-of", "2026-10-31")
    assert answer.status == 1
    assert answer.told.startswith(f"{name} ")
    assert len(answer.told.splitlines()) == 1
    versions = {path.name for path in (settings.data_dir / "versions").glob("v*")}
    assert versions == {"v000001.duckdb", "v000001.json"}
    assert (settings.data_dir / "versions" / "current").read_text() == "v000001"


SCRIPT = """
import os, resource, signal, sys, time
from cockpit.confined import child
child.CPU_SECONDS, child.WALL_SECONDS, child.LARGEST_FILE = 1, 3, 1_000_000

def work(files, what):
    exec(what)
    return {"files": len(files)}

child.serve(work)
"""
MISBEHAVING = {
    "killed": ("os.kill(os.getpid(), signal.SIGKILL)", "limits"),
    "aborted": ("os.kill(os.getpid(), signal.SIGABRT)", "limits"),
    "crashed": ("os.kill(os.getpid(), signal.SIGSEGV)", "damaged"),
    "silent": ("os._exit(0)", "damaged"),
    "asleep": ("time.sleep(60)", "limits"),
    "busy": ("signal.alarm(0)\nwhile time.process_time() < 5: pass", "limits"),
    "greedy": ("bytes(2_000_000_000)", "limits"),
    "talkative": ("for _ in range(3): os.write(files[0], bytes(1_000_000))", "limits"),
    "panicking": ("raise BaseException('010280-' + '1234')", "damaged"),
    "alone": ("assert set(os.environ) <= {'PYTHONPATH', 'LC_CTYPE'}; raise child.Problem('own')", "own"),
    "without a core dump": (
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0); raise child.Problem('own')", "own",
    ),
    "ending all": ("os.kill(os.getppid(), signal.SIGKILL)", "limits"),
}  # fmt: skip


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("script") / "misbehaving.py"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", MISBEHAVING)
def test_a_job_that_misbehaves_harms_nothing_else(
    script: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], kind: str
) -> None:
    monkeypatch.setenv("COCKPIT_SECRET", "not for a child")
    what, code = MISBEHAVING[kind]
    written = MemoryFile()
    with pytest.raises(Unusable) as caught:
        run_confined(script, [written.descriptor], what=what)
    assert caught.value.code == code
    assert capfd.readouterr() == ("", "")
    assert run_confined(script, [written.descriptor] * 200, what="") == {"files": 200}


def test_nothing_runs_on(script: Path) -> None:
    end_workers()  # one that an earlier test began would do this job too
    before = _children()
    run_confined(script, [], what="")
    fresh = _children() - before
    assert fresh
    end_workers()
    assert not _children() & fresh


def test_a_worker_ends_with_its_parent(script: Path, tmp_path: Path) -> None:
    """However the parent went: here it is killed."""
    told = tmp_path / "pid"
    what = f"open({str(told)!r}, 'w').write(str(os.getppid()))"
    killed = (
        "import os, pathlib, signal; from cockpit.confined.running import run_confined; "
        f"run_confined(pathlib.Path({str(script)!r}), [], what={what!r}); "
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", killed], check=False, timeout=60)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and _runs(told.read_text()):
        time.sleep(0.05)
    assert not _runs(told.read_text())


def _children() -> set[str]:
    """The processes that this one started, those that have ended too until somebody asks for them."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if stat.read_text().rpartition(")")[2].split()[1] == str(os.getpid()):
                found.add(stat.parent.name)
    return found


def _runs(process: str) -> bool:
    """One that has ended, but that nobody has asked for, still has a place without a command line."""
    command = Path("/proc") / process / "cmdline"
    return command.exists() and command.read_bytes() != b""


def test_a_text_too_large_is_not_read(tmp_path: Path, settings: Settings) -> None:
    folder = write(tmp_path / "delivery", GOOD)
    os.truncate(folder / "services.csv", LARGEST_FILE + 1)
    told = check(folder, settings).refusals
    assert told[0] == "services.csv fylder for meget. Del den i flere, og prøv igen."


def test_a_delivery_that_takes_too_much_memory(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "MEMORY_TO_READ", "1MB")
    with pytest.raises(PlainError, match="hukommelse nok"):
        check(write(tmp_path / "delivery", GOOD), settings)


def test_more_problems_than_anybody_can_look_through(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outcome, "MOST", 2)
    repeated = GOOD | {"providers": GOOD["providers"] + "T1;Birkely;own;330;botilbud\n" * 3}
    report = load(write(tmp_path / "delivery", repeated), AS_OF, settings, progress=print)
    assert len(report.warnings) == 2
    assert report.version is None
    assert report.refusals[0].startswith("Leverancen har 3 afvisninger og advarsler")
