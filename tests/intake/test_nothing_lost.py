"""Whatever a file holds, every row is loaded, rejected, fallen or a duplicate: nothing is lost."""

import random
from pathlib import Path

import pytest

from cockpit.intake import check
from cockpit.intake.report import LoadReport
from tests.intake.deliveries import GOOD, settings_in, write

SPOILS = [
    "", "-", "x", "18500.00", "31-02-2024", "B1", "S1", 'a "b" c', '"a;b"', '"to\nlinjer"', "a;b", "1,2,3",
]  # fmt: skip


def spoiled_fields(chance: random.Random, lines: list[str], spoils: list[str]) -> list[str]:
    """A row like one of `lines`, perhaps with other fields and another id."""
    fields = chance.choice(lines).split(";")
    for _ in range(chance.choice([0, 0, 1, 2])):
        fields[chance.randrange(len(fields))] = chance.choice(spoils)
    if chance.random() < 0.5 and not fields[0].endswith('"'):
        fields[0] += str(chance.randrange(9))
    return fields


def _messy(chance: random.Random, extract: str) -> tuple[str, int]:
    """A file of spoiled and repeated rows, and how many records it holds."""
    head, *lines = GOOD[extract].splitlines()
    written = []
    for _ in range(chance.randint(5, 30)):
        fields = spoiled_fields(chance, lines, SPOILS)
        written.append(";".join(fields[: chance.choice([len(fields)] * 9 + [len(fields) - 1])]))
    return chance.choice(["\n", "\r\n"]).join([head, *written, ""]), len(written)


@pytest.mark.parametrize("seed", range(8))
def test_every_row_is_accounted_for(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    files = {extract: _messy(chance, extract) for extract in GOOD}
    folder = write(tmp_path / "delivery", {name: text for name, (text, _) in files.items()})
    report = check(folder, settings_in(tmp_path))
    assert {row.name: row.rows_read for row in report.extracts} == {name: n for name, (_, n) in files.items()}
    _accounted(report)


def _accounted(report: LoadReport) -> None:
    for extract in report.extracts:
        told = [row for row in report.rejected if row.extract == extract.name]
        assert extract.rows_read == (
            extract.rows_loaded + extract.rows_rejected + extract.rows_fallen + extract.rows_duplicate
        )
        counted = {(row.file, row.line) for row in told if row.counts}
        assert extract.rows_rejected == len(counted)
        assert extract.rows_fallen == len({(row.file, row.line) for row in told} - counted)
        repeated = [row for row in report.warnings if (row.extract, row.rule) == (extract.name, "duplicate")]
        assert extract.rows_duplicate == len(repeated)
