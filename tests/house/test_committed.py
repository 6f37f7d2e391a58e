"""What may not be committed: a machine's paths, secrets, CPR numbers, files of unknown origin."""

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest

from cockpit.settings import PROJECT
from tests.house.files import name_of, project_files

VENDOR = PROJECT / "assets" / "vendor"
TEXTS = [
    path
    for path in project_files()
    if path.suffix not in {".png", ".webp", ".woff2", ".ico"} and VENDOR not in path.parents
]
# Written in pieces, so that this file does not hold what it looks for.
FORBIDDEN = {
    "a path of a machine": r"(?<![\w.*/}])/(?:work|root|home/\w+|Users/\w+|tmp/\w+)/",
    "a registry's host": r"(?i)py" + r"pi\.(org|python)|python" + r"hosted\.|registry\.npm" + r"js",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE" + r" KEY-----",
    "a token": r"(?:AKIA|ghp_|glpat-|xox[bp]-)[0-9A-Za-z]{16}",
}


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_no_machine_no_secret(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="replace")
    found = {what: match[0] for what, pattern in FORBIDDEN.items() if (match := re.search(pattern, text))}
    assert found == {}


@pytest.mark.parametrize(
    "path", [path for path in TEXTS if "tests" not in path.parts and path.suffix != ".lock"], ids=name_of
)
def test_no_cpr_number(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="replace")
    assert [token for token in re.findall(r"(?<!\d)\d{6}-?\d{4}(?!\d)", text) if _has_a_date(token)] == []


def _has_a_date(token: str) -> bool:
    day, month = int(token[:2]), int(token[2:4])
    try:
        # 2000 was a leap year; day + 60 is a substitute number.
        date(2000, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    return True


def test_third_party_files_are_as_noted() -> None:
    noted = dict(re.findall(r"^\| (\S+) \|.*\| ([0-9a-f]{64}) \|$", _vendor_notes(), re.MULTILINE))
    files = {path.name: path for path in VENDOR.iterdir() if path.name != "README.md"}
    unnoted = {name for name in files if name not in noted and "LICENSE" not in name}
    assert unnoted == set()
    for name, sha256 in noted.items():
        assert hashlib.sha256(files[name].read_bytes()).hexdigest() == sha256, name


def test_third_party_files_have_their_licence() -> None:
    licences = set(re.findall(r"\((\S*LICENSE\S*)\)", _vendor_notes()))
    assert licences == {path.name for path in VENDOR.glob("*LICENSE*")}


def _vendor_notes() -> str:
    return (VENDOR / "README.md").read_text(encoding="utf-8")


def test_the_lock_has_hashes_and_no_address() -> None:
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^\S+==.*$", lock, re.MULTILINE)
    assert pins
    assert all(pin.endswith("\\") for pin in pins), "a pin without a hash"
    assert "://" not in lock
