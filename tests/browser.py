"""Chromium for the browser tests and the screenshots: `python -m tests.browser` installs it where it can."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# --no-sandbox: root, as in a container, may not start the sandbox. The rest keeps Chromium from calling home.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
MISSING = "Chromium is missing. Install it with: sudo apt-get install chromium"


def find_chromium() -> str | None:
    """Path of the Chromium on PATH, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium; FileNotFoundError with the command that mends it where there is none."""
    path = find_chromium()
    if path is None:
        raise FileNotFoundError(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


def install() -> None:
    """Ask the system's package manager for Chromium; say the command where that is not ours to do."""
    if find_chromium():
        return
    rights = _rights()
    if rights is None or shutil.which("apt-get") is None:
        print(MISSING)
        return
    print("Installing Chromium ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "--yes", "chromium"]):
        full = [*rights, *command]
        done = subprocess.run(full, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{' '.join(full)} failed: {done.stderr.strip()[-500:]}\n{MISSING}")
            return


def _rights() -> list[str] | None:
    """What to put before a command so that it runs as root without a password; None where nothing does."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    free = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if free.returncode == 0 else None


if __name__ == "__main__":
    install()
