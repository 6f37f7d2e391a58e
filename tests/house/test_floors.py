"""A module imports only from lower floors; each floor keeps to its own work."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cockpit.settings import PROJECT
from tests.house.files import name_of, python_files

FLOORS = {
    "periods": 0, "settings": 0, "wording": 0, "one_line": 0, "plain_parser": 1, "confined": 0,
    "warehouse": 1, "access": 1,
    "kept_file": 2, "keyfigures": 2, "demo": 2, "own_views": 3, "sheets": 3, "review_pack": 3,
    # A load makes the tables that politicians read, which are key figures.
    "intake": 3,
    "findings": 1,
    "printing": 3,
    "charts": 3, "reports": 4,
    "components": 5, "handing_out": 5,
    "pages": 6, "comparing": 6, "dropped_check": 7,
    # `cockpit serve` checks before the start that the panel leads to pages that there are.
    "cli": 7, "worker": 7, "app": 7,
}  # fmt: skip
MODULES = python_files("cockpit")
SHOWN = ("charts", "components", "pages")


def room(path: Path) -> str:
    """`cockpit/intake/rules.py` is of the room intake, `app.py` of app."""
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return parts[1] if parts[0] == "cockpit" else parts[0]


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module named in an import, as far as the statement tells it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_every_room_has_a_floor() -> None:
    rooms = {room(path) for path in MODULES} - {"__init__"}
    assert rooms <= FLOORS.keys()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_down(path: Path) -> None:
    own = room(path)
    rooms = {name.split(".")[1] for name in imported(tree_of(path)) if name.startswith("cockpit.")}
    # The three files of the ground floor may lean on each other: settings tells its errors in wording's way.
    allowed = {name for name, floor in FLOORS.items() if floor < max(FLOORS.get(own, 0), 1)}
    assert rooms - allowed - {own} == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_warehouse_opens_a_database(path: Path) -> None:
    if room(path) == "warehouse":
        return
    names = set(imported(tree_of(path)))
    assert not {name for name in names if name.split(".")[0] in ("sqlalchemy", "duckdb_sqlalchemy")}
    calls = {ast.unparse(node.func) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)}
    assert not calls & {"duckdb.connect", "duckdb.default_connection", "duckdb.sql", "duckdb.execute"}
    assert "duckdb.connect" not in names


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) in SHOWN], ids=name_of)
def test_what_is_shown_holds_no_sql(path: Path) -> None:
    assert not {name for name in imported(tree_of(path)) if name.split(".")[0] == "duckdb"}
    texts = [str(node.value) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Constant)]
    assert [text for text in texts if re.search(r"(?is)\bselect\b.+\bfrom\b", text)] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_settings_reads_the_environment(path: Path) -> None:
    if path.name == "settings.py":
        return
    used = {ast.unparse(node) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Attribute)}
    assert not used & {"os.environ", "os.getenv", "os.environb"}
    assert not {"os.environ", "os.getenv"} & set(imported(tree_of(path)))
