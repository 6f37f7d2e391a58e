"""DuckDB reads a plain file where it lies; the rest is read record by record. All ways say the same."""

import random
from pathlib import Path

import pytest

from cockpit.intake import LoadReport, load, reading
from cockpit.warehouse import Warehouse
from tests.intake.conftest import AS_OF
from tests.intake.deliveries import GOOD, settings_in, write
from tests.intake.test_nothing_lost import spoiled_fields

MORE_SPOILS = [
    " x ", "\u00a0x", "x\t", " 1-10-2026", "31-10-226 ", "1e3", "1_000", "5,", "NULL", "Null", '5" rør', "−5",
    "1,234", "010203-" + "1234", "0099031234", "børn og Unge", "DØGN", "a,b", "2026-10-31 08:15", "+3",
]  # fmt: skip
KINDS = ("even", "uneven", "patient")


def _messy(chance: random.Random, extract: str, kind: str) -> str:
    """A spoiled file that can be read without padding, only with it, or only record by record."""
    head, *lines = GOOD[extract].splitlines()
    rows = [spoiled_fields(chance, lines, MORE_SPOILS) for _ in range(40)]
    if kind != "even":
        rows[3] = rows[3][:-1]
        rows[5].append("")
        rows[7].append("x")
    if kind == "patient":
        rows[9][1] = '"over\nto linjer"'
    return "\n".join([head, *(";".join(row) for row in rows), ""])


def _told(folder: Path, home: Path) -> tuple[LoadReport, dict[str, list[str]]]:
    settings = settings_in(home)
    settings.key_file.parent.mkdir(parents=True)
    settings.key_file.write_text("one key for both")
    report = load(folder, AS_OF, settings, accept_fewer_rows=True, progress=print)
    reader = Warehouse(settings).reader()
    return report, {name: sorted(map(str, reader.rows(f"from extract_{name}"))) for name in GOOD}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("kind", KINDS)
def test_all_ways_of_reading_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, seed: int
) -> None:
    chance = random.Random(seed)
    folder = write(tmp_path / "delivery", {name: _messy(chance, name, kind) for name in GOOD})
    read_plain = reading._insert_plain
    plain = []

    def watched(*given: object) -> int | None:
        plain.append(read_plain(*given))  # type: ignore[arg-type]
        return plain[-1]

    monkeypatch.setattr(reading, "_insert_plain", watched)
    report, rows = _told(folder, tmp_path / "fast")
    assert plain == [None if kind == "patient" else 40] * len(GOOD)
    monkeypatch.setattr(reading, "_insert_plain", lambda *_: None)
    patient_report, patient_rows = _told(folder, tmp_path / "patient")
    assert rows == patient_rows
    assert report.rejected == patient_report.rejected
    assert report.warnings == patient_report.warnings
    assert report.extracts == patient_report.extracts
    assert report.rejected
    assert any(rows.values())


@pytest.mark.parametrize("place", range(5))
def test_a_letter_that_is_not_utf8_is_seen_wherever_it_stands(tmp_path: Path, place: int) -> None:
    """DuckDB, not Python, finds out that a file is in Windows-1252, also far into it."""
    fields = ["T9", "navn", "own", "", "botilbud"]
    fields[place] += "å"
    lines = [f"T{number}x;Et navn, der er langt;own;330;botilbud" for number in range(3000)]
    text = "\n".join(["provider_id;name;owner;municipality;provider_type", *lines, ";".join(fields), ""])
    folder = write(tmp_path / "delivery", {"providers": text}, "cp1252")
    report, rows = _told(folder, tmp_path)
    if place in (0, 1, 4):
        assert any("å" in row for row in rows["providers"])
    else:
        assert any("å«" in problem.message for problem in report.rejected)
