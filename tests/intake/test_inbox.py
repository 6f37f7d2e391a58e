"""The inbox: complete deliveries are loaded in order and moved, others wait, nothing is lost."""

import os
import signal
import time
import zipfile
from pathlib import Path

import pytest

from cockpit.confined.apart import Stopped
from cockpit.intake.inbox import UNREADABLE, Taken, take_deliveries
from cockpit.intake.lying import QUIET_SECONDS
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
    loaded = [one.name for one in take(inbox, settings, changed + QUIET_SECONDS) if one.is_loaded]
    assert loaded == ["2024-12-31"]
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


def test_a_delivery_that_had_to_be_stopped_is_not_tried_again(
    inbox: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crashed(_work: object, _seconds: int) -> None:
        raise Stopped(-signal.SIGSEGV)

    write(inbox / "2024-12-31", GOOD)
    monkeypatch.setattr("cockpit.intake.apart.apart", crashed)
    [taken] = take(inbox, settings)
    assert (taken.is_loaded, "brød sammen" in taken.told) == (False, True)
    assert "brød sammen" in (inbox / "afvist" / "2024-12-31" / "rapport.txt").read_text(encoding="utf-8")
    assert (inbox / "afvist" / "2024-12-31" / "services.csv").exists()
    assert take(inbox, settings) == []


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


def test_a_cpr_number_after_the_day_is_not_told(inbox: Path, settings: Settings) -> None:
    name = "2024-12-31 " + "010280" + "-1234"
    write(inbox / name, GOOD)
    [taken] = take(inbox, settings)
    assert taken.is_loaded
    assert taken.name == "2024-12-31"
    assert [path.name for path in inbox.glob("*/*")] == ["2024-12-31"]
    with zipfile.ZipFile(inbox / f"{name}.zip", "w") as packed:
        packed.writestr("services.txt", "x")
    [nothing] = take(inbox, settings)
    assert (nothing.name, nothing.is_loaded) == ("2024-12-31.zip", False)


def test_a_link_that_leads_nowhere_is_told_and_holds_up_nothing(inbox: Path, settings: Settings) -> None:
    folder = write(inbox / "2024-11-30", GOOD)
    (folder / "x.csv").symlink_to("nowhere.csv")
    write(inbox / "2024-12-31", GOOD)
    taken = take(inbox, settings)
    assert [one.is_loaded for one in taken] == [True, True]
    assert "Ikke brugt: genvejen x.csv" in taken[0].told


@pytest.mark.parametrize("error", [FileNotFoundError, PermissionError])
def test_what_cannot_be_looked_at_is_told_and_holds_up_nothing(
    inbox: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, error: type[OSError]
) -> None:
    write(inbox / "2024-11-30", GOOD)
    write(inbox / "2024-12-31", GOOD)
    real = Path.stat

    def vanished(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "services.csv" and path.parent.name == "2024-11-30":
            raise error(path)
        return real(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", vanished)
    first, second = take(inbox, settings)
    assert (first.name, first.told, second.is_loaded) == ("2024-11-30", UNREADABLE, True)
    assert (inbox / "2024-11-30").is_dir()


def test_a_delivery_that_cannot_be_moved_holds_up_nothing(
    inbox: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(inbox / "2024-11-30", GOOD)
    write(inbox / "2024-12-31", GOOD)
    real = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if path.name == "2024-11-30":
            raise PermissionError(path)
        return real(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    first, second = take(inbox, settings)
    assert (first.told, second.is_loaded) == (UNREADABLE, True)


def test_of_a_link_to_a_folder_only_the_link_goes(inbox: Path, settings: Settings, tmp_path: Path) -> None:
    elsewhere = write(tmp_path / "andetsteds", GOOD)
    (inbox / "2024-12-31").symlink_to(elsewhere)
    [taken] = take(inbox, settings)
    assert taken.is_loaded
    assert [path.name for path in (inbox / "indlæst" / "2024-12-31").iterdir()] == ["rapport.txt"]
    assert len(list(elsewhere.iterdir())) == len(GOOD)
    assert not (inbox / "2024-12-31").exists()


def test_what_was_not_read_is_named_and_kept(inbox: Path, settings: Settings) -> None:
    write(inbox / "2024-12-31" / "bilag", {"ledger": GOOD["ledger"]})
    write(inbox / "2024-12-31" / "rates.csv", {"noter.txt": "x"})
    write(
        inbox / "2024-12-31", {name: text for name, text in GOOD.items() if name not in ("ledger", "rates")}
    )
    write(inbox / "2024-12-31", {"læs mig.txt": "x"})
    [taken] = take(inbox, settings)
    assert taken.is_loaded
    for named in ("mappen bilag", "mappen rates.csv", "filen læs mig.txt"):
        assert f"Ikke brugt: {named}" in taken.told
    done = inbox / "indlæst" / "2024-12-31"
    assert sorted(str(path.relative_to(done)) for path in done.rglob("*") if path.is_file()) == [
        "bilag/ledger.csv",
        "læs mig.txt",
        "rapport.txt",
        "rates.csv/noter.txt",
    ]


def test_what_will_never_be_taken_is_told_once(inbox: Path, settings: Settings) -> None:
    now = time.time() + 10 * QUIET_SECONDS
    write(inbox, {"services": GOOD["services"]})
    (inbox / "2024-11-30").mkdir()
    (inbox / ".skjult").write_text("x")
    ahead = write(inbox / "2024-12-31", GOOD) / "rates.csv"
    os.utime(ahead, (now + 3600, now + 3600))
    told = {one.name: one.told for one in take(inbox, settings, now)}
    assert told.keys() == {"services.csv", "2024-11-30", "2024-12-31"}
    assert "hverken en mappe eller en zip-fil" in told["services.csv"]
    assert "en tom mappe" in told["2024-11-30"]
    assert "ud i fremtiden" in told["2024-12-31"]
    assert take(inbox, settings, now) == []
    (inbox / "services.csv").unlink()
    write(inbox / "2024-11-30", GOOD)
    assert [one.is_loaded for one in take(inbox, settings, now)] == [True]
    write(inbox, {"services": GOOD["services"]})
    assert [one.name for one in take(inbox, settings, now)] == ["services.csv"]


def test_what_is_still_on_its_way_is_not_told(inbox: Path, settings: Settings) -> None:
    write(inbox, {"services": GOOD["services"]})
    (inbox / "2024-11-30").mkdir()
    assert take(inbox, settings, time.time()) == []


def test_what_was_told_is_told_again_where_it_cannot_be_remembered(inbox: Path, settings: Settings) -> None:
    write(inbox, {"services": GOOD["services"]})
    (inbox / ".fortalt.json").mkdir()
    assert len(take(inbox, settings) + take(inbox, settings)) == 2
