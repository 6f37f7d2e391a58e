"""Every event is one line that names no citizen."""

import logging
import re
from pathlib import Path

import pytest

from cockpit.one_line import OneLine
from cockpit.warehouse import Warehouse, back_up, keep_log, roll_back
from cockpit.warehouse.log_file import EVENTS, log_path
from tests.warehouse.making import publish_tiny, settings_in

LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (info|warning|error) cockpit\S* .+")


@pytest.fixture(autouse=True)
def _quiet_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EVENTS, "handlers", [])
    monkeypatch.setattr(EVENTS, "level", logging.NOTSET)


def test_what_happens_to_versions_is_told_in_lines(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    keep_log(settings)
    keep_log(settings)  # a second time writes no line twice
    first = publish_tiny(settings)
    second = publish_tiny(settings, 2)
    roll_back(settings, first.id)
    back_up(settings, tmp_path / "copy")
    second.path.write_bytes(b"damaged")
    assert Warehouse(settings).version == first
    lines = log_path(settings).read_text(encoding="utf-8").splitlines()
    assert all(LINE.fullmatch(line) for line in lines), lines
    assert [line.split(" ", 3)[3] for line in lines] == [
        "rolled back version=v000001",
        "backed up version=v000001",
        "serving version=v000001 as_of=2026-10-31",
    ]


def test_an_error_is_told_by_kind_and_place_only() -> None:
    try:
        raise KeyError("010203-1234\nlinje to")
    except KeyError as error:
        told = (type(error), error, error.__traceback__)
        record = logging.LogRecord("cockpit", logging.ERROR, "", 0, "answer\nfailed", (), told)
    line = OneLine().format(record)
    assert LINE.fullmatch(line)
    assert re.search(r" answer failed KeyError at test_log_file\.py:\d+$", line)


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    keep_log(settings)
    publish_tiny(settings)
    (settings.data_dir / "log").write_text("a file where the folder should be", encoding="utf-8")
    assert Warehouse(settings).reader()
