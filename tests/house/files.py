"""The files of the project, as git would commit them."""

import subprocess
from functools import cache
from pathlib import Path

from cockpit.settings import PROJECT


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is committed or would be: what .gitignore names is left out."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=PROJECT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return tuple(path for name in listing.stdout.split("\0") if name and (path := PROJECT / name).is_file())


def python_files(*folders: str) -> list[Path]:
    """The committed Python files below the folders, and app.py."""
    roots = [PROJECT / folder for folder in folders]
    return [path for path in project_files() if path.suffix == ".py" and _below(path, roots)]


def _below(path: Path, roots: list[Path]) -> bool:
    return path.name == "app.py" or any(path.is_relative_to(root) for root in roots)


def name_of(path: Path) -> str:
    return str(path.relative_to(PROJECT))
