"""The guide to profiles tells what is so: its own files, by its own profile, give its own report."""

import re
import tomllib
from pathlib import Path

from cockpit.intake import check, propose_profile
from cockpit.settings import PROJECT, Settings
from tests.intake.deliveries import write

GUIDE = (PROJECT / "data" / "sources" / "README.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`(\S+\.csv)`\n\n```csv\n(.*?)```", GUIDE, re.MULTILINE | re.DOTALL))
PROFILE = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)[-1]
REPORT = re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL)[-1]


def test_the_profile_of_the_guide_reads_its_files(tmp_path: Path, settings: Settings) -> None:
    assert len(FILES) == 3
    sources = settings.reference_dir / "sources"
    sources.mkdir(parents=True)
    (sources / "vognen.toml").write_text(PROFILE, encoding="utf-8")
    report = check(write(tmp_path / "delivery", FILES), settings, "vognen")
    assert report.lines() == REPORT.splitlines()


def test_the_proposal_is_near_to_the_profile(tmp_path: Path) -> None:
    """Ten minutes are enough because most of it is there: every heading but those that need thought."""
    proposal = tomllib.loads(propose_profile(sorted(write(tmp_path / "files", FILES).iterdir())))
    complete = tomllib.loads(PROFILE)
    assert proposal["files"].keys() == complete["files"].keys()
    wanted = [(name, column) for name, feed in complete["extracts"].items() for column in feed["columns"]]
    there = [(name, column) for name, feed in proposal["extracts"].items() for column in feed["columns"]]
    assert set(wanted) - set(there) == {("services", "citizen_id"), ("services", "law")}


def test_every_key_is_told_of() -> None:
    reader = (PROJECT / "cockpit" / "intake" / "profiles.py").read_text(encoding="utf-8")
    keys = set(re.findall(r"(?:facts|table)\.\w*(?:text|flag|one_of|pairs|tables?)\w*\(\"(\w+)\"", reader))
    assert {"from", "known", "on", "decimal", "patterns"} <= keys
    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", GUIDE)] == []
