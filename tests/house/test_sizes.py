"""Files and functions that a reader can hold in the head."""

import ast
from pathlib import Path

import pytest

from cockpit.settings import PROJECT
from tests.house.files import name_of, project_files, python_files

LONGEST_FILE = 300
LONGEST_FUNCTION = 60
TOP_LEVEL = {
    "app.py", "cockpit", "queries", "data", "assets", "tests", "pyproject.toml", "README.md",
    # What tools demand.
    "requirements.lock", "Makefile", "CHANGELOG.md", "LICENSE", ".ci", ".gitignore", ".gitattributes",
}  # fmt: skip
WRITTEN = [
    path
    for path in project_files()
    if path.suffix in {".py", ".sql", ".css", ".js", ".toml"} and "vendor" not in path.parts
]


def test_the_top_level_is_fixed() -> None:
    assert {path.relative_to(PROJECT).parts[0] for path in project_files()} <= TOP_LEVEL


@pytest.mark.parametrize("path", WRITTEN, ids=name_of)
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", python_files("cockpit", "tests"), ids=name_of)
def test_no_function_is_long(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION]
    assert long == []


def test_nothing_is_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "misc", "common"}
    assert [name_of(path) for path in python_files("cockpit", "tests") if path.stem in drawers] == []
