"""The README tells what is so: settings, commands, links."""

import re
import subprocess

from cockpit.settings import PROJECT, SETTINGS
from tests.serving import COCKPIT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")


def test_every_setting_is_in_the_table() -> None:
    rows = re.findall(r"^\| `(COCKPIT_\w+)` \| `(.*?)` \| (.*?) \|$", README, re.MULTILINE)
    assert rows == [(setting.name, setting.default, setting.meaning) for setting in SETTINGS]


def test_make_commands_exist() -> None:
    named = set(re.findall(r"^make (\w+)|`make (\w+)`", README, re.MULTILINE))
    targets = set(re.findall(r"^(\w+):", MAKEFILE, re.MULTILINE))
    assert {first or second for first, second in named} <= targets


def test_cockpit_commands_exist() -> None:
    named = set(re.findall(r"(?:^|\$ |/|`)cockpit ([a-z]+)", README, re.MULTILINE))
    told = subprocess.run([COCKPIT, "--help"], capture_output=True, text=True, check=True).stdout
    assert named
    assert {name for name in named if not re.search(rf"\b{name}\b", told)} == set()


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert links
    assert [link for link in links if not (PROJECT / link).exists()] == []
