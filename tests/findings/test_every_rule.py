"""Every rule that draws a title has cases that fire it and cases that must not, and none says why."""

import inspect
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from cockpit import findings

FOLDER = Path(findings.__file__).parent
THEMES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in ("__init__", "rows"))
CAUSES = r"\b(fordi|skyldes|derfor|grundet|medfører|på grund af|som følge af|takket være|årsag\w*)\b"


def rules(theme: str) -> dict[str, Callable[..., str]]:
    members = inspect.getmembers(import_module(f"cockpit.findings.{theme}"), inspect.isfunction)
    return {
        name: rule
        for name, rule in members
        if name.endswith("_title") and rule.__module__ == f"cockpit.findings.{theme}"
    }


def expected_titles(theme: str, rule: str) -> set[str]:
    """The titles of the cases that `test_<rule>` is given."""
    test = getattr(import_module(f"tests.findings.test_{theme}"), f"test_{rule}")
    (cases,) = [mark for mark in test.pytestmark if mark.name == "parametrize"]
    place = cases.args[0].index("title")
    return {case[place] for case in cases.args[1]}


def is_plain(title: str, rule: Callable[..., str]) -> bool:
    """What is shown when nothing is found: the plain name, or that there is none."""
    default: Any = inspect.signature(rule).parameters.get("plain")
    plain = "plain" if default is None or default.default is inspect.Parameter.empty else default.default
    return title in (plain, "plain") or title.split()[0] == "Ingen"


RULES = [(theme, name, rule) for theme in THEMES for name, rule in rules(theme).items()]


def test_there_are_rules_and_all_are_here() -> None:
    assert len(RULES) > 20
    elsewhere = [path for path in (FOLDER.parent).rglob("*.py") if path.parent != FOLDER]
    drawn = re.compile(r"^def \w+_title\(", re.MULTILINE)
    assert [path.name for path in elsewhere if drawn.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(("theme", "name", "rule"), RULES, ids=[name for _, name, _ in RULES])
def test_every_rule_fires_and_is_silent(theme: str, name: str, rule: Callable[..., str]) -> None:
    titles = expected_titles(theme, name)
    assert [title for title in titles if is_plain(title, rule)], "no case in which the rule must not fire"
    assert [title for title in titles if not is_plain(title, rule)], "no case in which the rule fires"


@pytest.mark.parametrize("theme", THEMES)
def test_no_words_claim_a_cause(theme: str) -> None:
    text = (FOLDER / f"{theme}.py").read_text(encoding="utf-8")
    assert re.findall(CAUSES, text, re.IGNORECASE) == []
