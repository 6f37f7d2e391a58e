"""A delivery is read in a process of its own: whatever becomes of that, one sentence tells it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cockpit.confined.apart import MEMORY
from cockpit.dropped_check import LONGEST
from cockpit.intake import refused_deliveries
from cockpit.warehouse.log_file import log_path
from tests.intake.apart import PLANTED
from tests.intake.deliveries import GOOD, settings_in, write
from tests.serving import environment

TOLD = {
    "a hog": "kunne ikke fuldføres (MemoryError)",
    "a loop": "tog længere tid",
    "asleep": "tog længere tid",
    "a crash": "brød sammen",
    "an abort": "brød sammen",
    "killed": "manglede hukommelse",
    "a fault": "brød sammen",
}
WAITS = """
import sys, time
from unittest.mock import patch
from cockpit import cli
from cockpit.intake import loading

def wait(bench):
    print("waiting", flush=True)
    time.sleep(60)

with patch.object(loading, "read_extracts", wait):
    sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("apart")


@pytest.fixture(scope="module")
def tried(home: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.intake.apart", str(write(home / "november", GOOD)), str(home)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", PLANTED)
def test_one_sentence_and_nothing_changed(tried: dict[str, Any], name: str) -> None:
    answer = tried[name]
    assert (answer["status"], answer["in_use"], answer["out"]) == (1, "v000001", "")
    [sentence] = answer["told"].splitlines()
    assert TOLD[name] in sentence
    assert "Intet er ændret." in sentence
    assert sentence.endswith(".")
    assert "1234" not in sentence


def test_each_is_recorded_and_logged_once(tried: dict[str, Any], home: Path) -> None:
    settings = settings_in(home)
    recorded = {record.refusals[0] for record in refused_deliveries(settings.data_dir)}
    assert recorded == {tried[name]["told"].strip() for name in PLANTED}
    logged = log_path(settings).read_text(encoding="utf-8")
    assert logged.count("load refused reasons=1 delivery=november") == len(PLANTED)
    assert "ValueError at apart.py" in logged
    assert "1234" not in logged


def test_the_next_load_finds_nothing_in_its_way(tried: dict[str, Any], home: Path) -> None:
    assert (tried["nothing"]["status"], tried["nothing"]["in_use"]) == (0, "v000002")
    assert {path.name for path in (home / "data" / "versions").glob("v*")} == {
        f"v00000{number}{kind}" for number in (1, 2, 3) for kind in (".duckdb", ".json")
    }


def test_what_is_in_use_already_is_not_told_as_refused(tried: dict[str, Any]) -> None:
    late = tried["late"]
    assert (late["status"], late["in_use"]) == (1, "v000003")
    assert late["told"].splitlines()[-1].startswith("Leverancen er indlæst og i brug")


@pytest.fixture
def waiting(tmp_path: Path) -> "subprocess.Popen[str]":
    """A load that waits in the middle, in a group of processes of its own."""
    settings = settings_in(tmp_path)
    command = [sys.executable, "-c", WAITS, "load", str(write(tmp_path / "a", GOOD)), "--as-of", "2026-10-31"]
    load = subprocess.Popen(
        command,
        env=environment(settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert load.stdout
    while "waiting" not in load.stdout.readline():
        assert load.poll() is None
    return load


@pytest.mark.parametrize("both", [True, False], ids=["at a terminal", "from elsewhere"])
def test_ctrl_c_ends_both(waiting: "subprocess.Popen[str]", tmp_path: Path, both: bool) -> None:
    (os.killpg if both else os.kill)(waiting.pid, signal.SIGINT)
    told, _ = waiting.communicate(timeout=40)  # to its end: the fork holds it open, too
    assert (waiting.returncode, told) == (130, "")
    assert [path.name for path in (tmp_path / "data" / "versions").glob("v*")] == []


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_the_fork_ends_with_its_parent(waiting: "subprocess.Popen[str]", number: signal.Signals) -> None:
    waiting.send_signal(number)
    waiting.communicate(timeout=40)
    assert waiting.returncode == -number


LIMITED = """
import resource
from unittest.mock import patch
from cockpit import dropped_check

def told(_):
    print([resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_DATA, resource.RLIMIT_CPU)])

with patch.object(dropped_check, "read_dropped", told):
    dropped_check.main()
"""


def test_the_check_of_dropped_files_has_limits_too(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LIMITED]
    done = subprocess.run(
        command, env=environment(settings_in(tmp_path)), check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == str([MEMORY, LONGEST])
