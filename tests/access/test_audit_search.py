"""The latest lines that fit are found, by each choice alone and together, in files of any size."""

import json
import tracemalloc
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import process_time

import pytest

from cockpit.access import audit_search
from cockpit.access.audit import FOLDER
from cockpit.access.audit_search import Kind, Sought, find
from cockpit.settings import Settings, read_settings

DAY = date(2026, 11, 20)
# Noon in Denmark.
NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)
FILES = Kind("Filer", ('"what": "file"',), lambda line: line.what == "file")
REFUSED = Kind("Afvist", (), lambda line: line.status == 403)
A_DAY = 100_000


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / FOLDER).mkdir()
    return read_settings({"COCKPIT_DATA_DIR": str(tmp_path)})


def text(at: datetime, user: str = "anna", **facts: object) -> str:
    usual = {"role": "leder", "what": "page", "path": "/", "status": 200, "filters": {}}
    return (
        json.dumps({"at": at.isoformat(timespec="seconds"), "user": user} | usual | facts, ensure_ascii=False)
        + "\n"
    )


def write(settings: Settings, day: date, *lines: str) -> None:
    (settings.data_dir / FOLDER / f"{day}.jsonl").write_text("".join(lines), encoding="utf-8")


def paths(settings: Settings, sought: Sought, most: int = 10) -> list[str]:
    return [line.path for line in find(settings, sought, most).lines]


def test_the_latest_first_over_days(settings: Settings) -> None:
    for back in range(4):
        at = NOON - timedelta(days=back)
        write(
            settings, at.date(), text(at, path=f"/{back}b"), text(at + timedelta(hours=1), path=f"/{back}a")
        )
    two = Sought(DAY - timedelta(days=2), DAY - timedelta(days=1))
    assert paths(settings, two) == ["/1a", "/1b", "/2a", "/2b"]
    found = find(settings, two, most=3)
    assert ([line.path for line in found.lines], found.more) == (["/1a", "/1b", "/2a"], True)
    assert not find(settings, two, most=4).more


def test_a_day_is_a_danish_day(settings: Settings) -> None:
    midnight = datetime(2026, 11, 19, 23, tzinfo=UTC)
    for at in (midnight - timedelta(seconds=1), midnight, midnight + timedelta(days=1)):
        file = settings.data_dir / FOLDER / f"{at.date()}.jsonl"
        with file.open("a", encoding="utf-8") as lines:
            lines.write(text(at, path=at.isoformat()))
    assert paths(settings, Sought(DAY, DAY)) == [midnight.isoformat()]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ["/4", "/3", "/2", "/1"]),
        ({"user": "ANNA"}, ["/4", "/1"]),
        ({"user": "Æble"}, ["/3"]),
        ({"user": 'p"e'}, ["/2"]),
        ({"user": "leder"}, []),
        ({"kinds": (FILES,)}, ["/2", "/1"]),
        ({"kinds": (REFUSED,)}, ["/3", "/2"]),
        ({"kinds": (FILES, REFUSED)}, ["/2"]),
        ({"kinds": (FILES, REFUSED), "user": "anna"}, []),
    ],
)
def test_each_choice(settings: Settings, change: dict[str, object], expected: list[str]) -> None:
    write(
        settings,
        DAY,
        text(NOON, "anna", path="/1", what="file"),
        text(NOON, 'p"er', path="/2", what="file", status=403),
        text(NOON, "æble", path="/3", status=403),
        text(NOON, "hanna", path="/4", filters={"vis": '"what": "file"'}),
    )
    sought: Sought = replace(Sought(DAY, DAY), **change)  # type: ignore[arg-type]
    assert paths(settings, sought) == expected


def test_what_is_not_lines_is_passed_over(settings: Settings) -> None:
    write(settings, DAY, '{"at": "2026-', "\n", "nonsense\n", "[]\n", text(NOON, path="/a"), text(NOON)[:30])
    write(settings, DAY - timedelta(days=1))
    (settings.data_dir / FOLDER / "notes.jsonl").write_text(text(NOON), encoding="utf-8")
    assert paths(settings, Sought(DAY - timedelta(days=1), DAY)) == ["/a"]


def test_reading_ends_somewhere_and_says_so(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_search, "MOST_READ", 3)
    before = NOON - timedelta(days=1)
    write(settings, DAY, text(NOON), text(NOON))
    write(settings, before.date(), text(before), text(before, "eva"))
    week = Sought(DAY - timedelta(days=6), DAY, "eva")
    found = find(settings, week, most=10)
    assert (len(found.lines), found.read_to) == (1, before.date())
    assert find(settings, replace(week, first=DAY), most=10).read_to is None


def test_the_dearest_question_of_a_large_day_is_answered_at_once(settings: Settings) -> None:
    """Every line has to be read, and none fits."""
    write(settings, DAY, *[text(NOON, "anna.andersen@kommune.dk", filters={"fra": "2024-01"})] * A_DAY)
    start = process_time()
    found = find(settings, Sought(DAY, DAY, "kommune", (REFUSED,)), most=200)
    assert process_time() - start < 2.0  # 0,5 s on a machine at rest
    assert (found.lines, found.more, found.read_to) == ((), False, None)


def test_a_file_is_not_read_into_memory(settings: Settings) -> None:
    write(settings, DAY, *[text(NOON)] * 20_000)
    tracemalloc.start()
    try:
        assert len(paths(settings, Sought(DAY, DAY))) == 10
        assert not paths(settings, Sought(DAY, DAY, "nobody"))
        assert tracemalloc.get_traced_memory()[1] < 500_000  # bytes; the file is of 2 million
    finally:
        tracemalloc.stop()
