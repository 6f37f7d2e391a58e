"""A machine that lacks something is told in one line what mends it; nothing is made before."""

import os
import subprocess
from pathlib import Path

import pytest

from cockpit.settings import PROJECT

OLD_PYTHON = "#!/bin/sh\nexit 1\n"
# Is new enough, but cannot import ensurepip, as Debian's python3 without python3-venv.
PYTHON_WITHOUT_VENV = '#!/bin/sh\ncase "$*" in *ensurepip*) exit 1;; esac\nexit 0\n'


def make_setup(python: Path, venv: Path) -> "subprocess.CompletedProcess[str]":
    command = ["make", "--no-print-directory", "setup", f"PYTHON={python}", f"VENV={venv}"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (OLD_PYTHON, "make setup PYTHON=python3.12"),
        (PYTHON_WITHOUT_VENV, "apt-get install python3-venv"),
        (None, "apt-get install python3 python3-venv"),
    ],
    ids=["old", "without venv", "missing"],
)
def test_one_line_says_what_mends_it(script: str | None, told: str, tmp_path: Path) -> None:
    python = tmp_path / "python"
    if script is not None:
        python.write_text(script, encoding="utf-8")
        python.chmod(0o755)
    done = make_setup(python, tmp_path / "venv")
    lines = [line for line in done.stderr.splitlines() if not line.startswith("make:")]
    assert done.returncode != 0
    assert len(lines) == 1
    assert told in lines[0]
    assert not (tmp_path / "venv").exists()
