"""The inbox: complete deliveries are loaded in order and moved, others wait, nothing is lost."""

import time
from pathlib import Path

import pytest

from cockpit.intake.inbox import QUIET_SECONDS, Taken, take_deliveries
from cockpit.settings import Settings
from cockpit.warehouse import current_version, list_versions, new_draft
from cockpit.wording import PlainError
from tests.intake.deliveries import GOOD, settings_in, write

LACKING = GOOD | {"rates": "service_id;from_date;unit;kind\nS1;01-01-2024;day;base\n"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "indbakke"
    folder.mkdir()
    return folder


def take(inbox: Path, settings: Settings, now: float | None = None) -> list[Taken]:
    """At `now`; else when all has long lain still."""
    now = time.time() + 10 * QUIET_SECONDS if now is None else now
    return list(take_deliveries(inbox, settings, now, lambda _line: None))


def test_complete_deliveries_are_loaded_the_oldest_first(inbox: Path, settings: Settings) -> None:
    write(inbox / "2024-12-31", GOOD)
    write(inbox / "2024-11-30 rettet", GOOD)
    assert [(one.name, one.is_loaded) for one in take(inbox, settings)] == [
        ("2024-11-30 rettet", True),
        ("2024-12-31", True),
    ]
    assert [str(version.as_of) for version in list_versions(settings.data_dir)] == [
        "2024-12-31",
        "2024-11-30",
    ]
    left = [str(path.relative_to(inbox)) for path in sorted(inbox.rglob("*")) if path.is_file()]
    assert left == ["indlæst/2024-11-30 rettet/rapport.txt", "indlæst/2024-12-31/rapport.txt"]
    assert take(inbox, settings) == []


def test_what_is_still_being_written_waits(inbox: Path, settings: Settings) -> None:
    folder = write(inbox / "2024-12-31", GOOD)
    (inbox / "2024-11-30").mkdir()
    changed = max(path.stat().st_mtime for path in (folder, *folder.iterdir()))
    assert take(inbox, settings, changed + QUIET_SECONDS - 1) == []
    assert (folder / "services.csv").exists()
    [taken] = take(inbox, settings, changed + QUIET_SECONDS)
    assert taken.is_loaded
    assert (inbox / "2024-11-30").is_dir()


def test_a_refused_delivery_keeps_its_files_and_gets_its_report(inbox: Path, settings: Settings) -> None:
    write(inbox / "2024-12-31", LACKING)
    [refused] = take(inbox, settings)
    assert not refused.is_loaded
    done = inbox / "afvist" / "2024-12-31"
    assert (done / "services.csv").read_text(encoding="utf-8") == GOOD["services"]
    assert "Leverancen er afvist" in (done / "rapport.txt").read_text(encoding="utf-8")
    write(inbox / "2024-12-31", LACKING)
    take(inbox, settings)
    assert (inbox / "afvist" / "2024-12-31 (2)" / "rapport.txt").exists()


@pytest.mark.parametrize("name", ["oktober", "2024-13-01", "2024"])
def test_a_delivery_without_a_day_stays_and_is_told(inbox: Path, settings: Settings, name: str) -> None:
    write(inbox / name, GOOD)
    write(inbox / "2024-12-31", GOOD)
    taken = {one.name: one for one in take(inbox, settings)}
    assert taken["2024-12-31"].is_loaded
    assert "skal begynde med den dag" in taken[name].told
    assert (inbox / name / "services.csv").exists()


def test_while_another_load_runs_everything_stays(inbox: Path, settings: Settings) -> None:
    write(inbox / "2024-12-31", GOOD)
    with new_draft(settings):
        [taken] = take(inbox, settings)
    assert "indlæsning er i gang" in taken.told
    assert (inbox / "2024-12-31" / "services.csv").exists()
    assert current_version(settings.data_dir) is None


def test_an_inbox_that_is_not_there_is_told(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(PlainError, match="Indbakken findes ikke"):
        take(tmp_path / "nowhere", settings)


def test_an_inbox_that_cannot_be_written_loads_nothing(inbox: Path, settings: Settings) -> None:
    """A file lies where the loaded deliveries are to be moved."""
    write(inbox / "2024-12-31", GOOD)
    (inbox / "indlæst").write_text("in the way")
    with pytest.raises(PlainError, match="ikke skrives i indbakken"):
        take(inbox, settings)
    assert current_version(settings.data_dir) is None


def test_a_cpr_number_in_a_name_is_not_told(inbox: Path, settings: Settings) -> None:
    write(inbox / ("010280" + "1234"), GOOD)
    [taken] = take(inbox, settings)
    assert "1234" not in taken.name + taken.told
    (inbox / ("010280" + "1234")).rename(inbox / "2024-12-31")
    assert take(inbox, settings)[0].is_loaded
