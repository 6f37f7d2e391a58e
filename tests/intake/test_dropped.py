"""Files that are dropped: kept for their check only, checked in a process apart, seen by every browser."""

import io
import os
import signal
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from cockpit import dropped_check
from cockpit.intake import Dropped, load, uploads
from cockpit.intake.dropped import (
    CHECKING,
    READY,
    REFUSED,
    clear_at_start,
    only_check,
    read_dropped,
    settle,
    write_dropped,
)
from cockpit.intake.dropping import discard_dropped, look, outdated, publish_dropped, start_check
from cockpit.intake.profiles import profile_titles
from cockpit.intake.uploads import begin_upload, clear_uploads, receive, upload_in
from cockpit.settings import Settings
from cockpit.warehouse import current_version, list_versions, staged_version
from cockpit.wording import PlainError
from tests.intake.conftest import AS_OF
from tests.intake.deliveries import GOOD, with_lines, write
from tests.intake.dropping import CPR, WITH_CPR, drop, holding, raw_folders
from tests.serving import environment

LIMIT = 90  # seconds
HANGS = """
import os, pathlib, time
pathlib.Path(os.environ["COCKPIT_DATA_DIR"], "pid").write_text(str(os.getpid()))
time.sleep(99)
"""


@pytest.fixture
def settings(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """In the environment too, where the process that checks finds them."""
    for name, value in environment(settings).items():
        monkeypatch.setenv(name, value)
    return settings


@pytest.fixture
def use(settings: Settings, tmp_path: Path) -> Callable[[dict[str, str]], None]:
    """Load a delivery, so that there is something to compare with."""

    def loaded(texts: dict[str, str]) -> None:
        assert load(write(tmp_path / "loaded", texts), AS_OF, settings, progress=print).version

    return loaded


def ended(settings: Settings) -> Dropped:
    limit = time.monotonic() + LIMIT
    while time.monotonic() < limit:
        settle(settings.data_dir)
        found = look(settings)
        if found and found.state != CHECKING:
            return found
        time.sleep(0.05)
    raise AssertionError("the check does not end")


def checked(settings: Settings, texts: dict[str, str], as_of: date = AS_OF) -> Dropped:
    start_check(settings, drop(settings, texts), as_of)
    return ended(settings)


def in_use(settings: Settings) -> str:
    version = current_version(settings.data_dir)
    return version.id if version else ""


def test_a_delivery_is_checked_told_and_published(
    settings: Settings, use: Callable[[dict[str, str]], None], tmp_path: Path
) -> None:
    use(WITH_CPR)
    line = f"{CPR[:6]}-{CPR[6:]};01-02-1980;q;;;"
    found = checked(settings, with_lines("citizens", line) | {"rates": WITH_CPR["rates"]}, date(2026, 11, 30))
    assert (found.state, found.refusals, found.files[0]) == (READY, (), "benchmarks.csv")
    assert (in_use(settings), [one.id for one in list_versions(settings.data_dir)]) == (
        "v000001",
        ["v000001"],
    )
    assert {one.name: one.rows_rejected for one in found.extracts}["citizens"] == found.rows_rejected == 1
    assert [text for text in found.problems if text.startswith("Afvist: citizens.csv, linje 5, sex")]
    assert found.comparison
    assert {one["extract"] for one in found.comparison["rows"]} == set(GOOD)
    assert raw_folders(settings) == []
    assert publish_dropped(settings, found.sha256).id == in_use(settings) == "v000002"
    assert (look(settings), staged_version(settings.data_dir)) == (None, None)
    assert "sex" in (settings.data_dir / "rejects" / "v000002.csv").read_text("utf-8")
    for written in (CPR, f"{CPR[:6]}-{CPR[6:]}"):
        assert holding(settings.data_dir, written) == []


def test_the_first_delivery_of_all_tells_of_its_key(settings: Settings) -> None:
    found = checked(settings, WITH_CPR)
    assert found.state == READY
    assert "En ny nøgle til pseudonymer" in " ".join(found.told)
    assert found.comparison
    assert "ingen tidligere version" in found.comparison["told"]
    with pytest.raises(PlainError, match="Udgiv eller kassér den først"):
        start_check(settings, drop(settings, GOOD), AS_OF)
    discard_dropped(settings)
    assert (look(settings), staged_version(settings.data_dir), in_use(settings)) == (None, None, "")
    assert [path.name for path in (settings.data_dir / "versions").iterdir()] == ["loader.lock"]


def test_a_delivery_that_is_refused_changes_nothing(
    settings: Settings, use: Callable[[dict[str, str]], None]
) -> None:
    use(GOOD)
    wrong = GOOD | {"rates": GOOD["rates"].replace("amount", "beløb"), "ledger": "month\n"}
    found = checked(settings, wrong)
    assert found.state == REFUSED
    assert [text for text in found.refusals if "Kolonnen amount mangler i rates.csv" in text]
    assert len(found.refusals) > 1
    assert (in_use(settings), staged_version(settings.data_dir), raw_folders(settings)) == (
        "v000001",
        None,
        [],
    )
    # Nobody but who dropped it is told.
    assert not (settings.data_dir / "refused").exists()
    assert checked(settings, {"noget": "andet"}).refusals[0].startswith("Leverancen indeholder ingen kendte")
    discard_dropped(settings)
    assert look(settings) is None


def test_a_zip_file_alone_is_the_delivery(settings: Settings) -> None:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in WITH_CPR.items():
            archive.writestr(f"{name}.csv", text)
    place = begin_upload(settings.data_dir)
    receive(settings.data_dir, place, "oktober.zip", io.BytesIO(packed.getvalue()).read)
    start_check(settings, place, AS_OF)
    found = ended(settings)
    assert (found.state, found.refusals, len(found.extracts)) == (READY, (), len(GOOD))
    assert publish_dropped(settings, found.sha256).delivery == "oktober"


def test_files_are_read_by_the_profile_that_is_chosen(settings: Settings) -> None:
    assert [*profile_titles(settings)][:1] == ["canonical"]
    assert profile_titles(settings)["sensum"] == "Sensum"
    own = settings.reference_dir / "sources"
    own.mkdir(parents=True)
    (own / "halv.toml").write_text("title = ")
    assert profile_titles(settings)["halv"] == "halv"
    start_check(settings, drop(settings, GOOD), AS_OF, source="halv")
    assert "halv.toml" in ended(settings).refusals[0]


def test_another_key_or_another_version_stops_the_publishing(
    settings: Settings, use: Callable[[dict[str, str]], None], tmp_path: Path
) -> None:
    use(GOOD)
    found = checked(settings, GOOD)
    assert outdated(settings) == ""
    key = settings.key_file.read_text()
    settings.key_file.write_text("another")
    with pytest.raises(PlainError, match="ikke den, som de tidligere"):
        publish_dropped(settings, found.sha256)
    settings.key_file.write_text(key)
    with pytest.raises(PlainError, match="ingen kontrolleret"):
        publish_dropped(settings, "what another page shows")
    assert load(write(tmp_path / "other", GOOD), AS_OF, settings, progress=print).version
    assert "Tallene er ændret" in outdated(settings)
    with pytest.raises(PlainError, match="Tallene er ændret"):
        publish_dropped(settings, found.sha256)
    assert in_use(settings) == "v000003"


def test_a_check_that_is_killed_leaves_nothing_raw(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cockpit.intake.dropping.CHECK", ("-c", HANGS))
    start_check(settings, drop(settings, WITH_CPR), AS_OF)
    told = settings.data_dir / "pid"
    while not (told.exists() and told.read_text()):
        time.sleep(0.02)
    settle(settings.data_dir)
    found = look(settings)
    assert found
    assert (found.state, len(raw_folders(settings))) == (CHECKING, 1)
    with pytest.raises(PlainError, match="kontrol er i gang"):
        discard_dropped(settings)
    place = drop(settings, GOOD)
    with pytest.raises(PlainError, match="kontrol er i gang"):
        start_check(settings, place, AS_OF)
    os.kill(int(told.read_text()), signal.SIGKILL)
    ending = ended(settings)
    assert (ending.state, "afbrudt" in ending.refusals[0]) == (REFUSED, True)
    assert raw_folders(settings) == [place]
    assert holding(settings.data_dir, CPR) == []


def test_the_next_load_clears_what_a_stopped_machine_left(settings: Settings, tmp_path: Path) -> None:
    place = drop(settings, WITH_CPR)
    facts = Dropped(CHECKING, begun=datetime.now(UTC), place=place, as_of=AS_OF, files=("citizens.csv",))
    write_dropped(settings.data_dir, facts)
    assert read_dropped(settings.data_dir) == facts
    assert load(write(tmp_path / "next", GOOD), AS_OF, settings, progress=print).version
    assert raw_folders(settings) == []


def test_what_nobody_adds_to_is_cleared(settings: Settings) -> None:
    place = drop(settings, WITH_CPR)
    clear_uploads(settings.data_dir)
    assert raw_folders(settings) == [place]
    old = time.time() - uploads.QUIET_SECONDS - 1
    for path in [*upload_in(settings.data_dir, place).iterdir()]:
        os.utime(path, (old, old))
    for folder in (upload_in(settings.data_dir, place), settings.data_dir / "dropped" / place):
        os.utime(folder, (old, old))
    settle(settings.data_dir)
    assert raw_folders(settings) == []
    with pytest.raises(PlainError, match="ryddet væk"):
        start_check(settings, place, AS_OF)


def test_the_start_of_the_server_clears_what_was_being_sent(settings: Settings) -> None:
    place = drop(settings, WITH_CPR)
    write_dropped(settings.data_dir, Dropped(CHECKING, datetime.now(UTC), place, AS_OF, ("citizens.csv",)))
    other = drop(settings, WITH_CPR)
    assert set(raw_folders(settings)) == {place, other}
    clear_at_start(settings.data_dir)
    assert raw_folders(settings) == []
    found = look(settings)
    assert found
    assert found.state == REFUSED
    clear_at_start(settings.data_dir / "none")


def test_a_fault_in_the_check_tells_no_data(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise ValueError(CPR)

    place = drop(settings, WITH_CPR)
    write_dropped(settings.data_dir, Dropped(CHECKING, datetime.now(UTC), place, AS_OF, ("citizens.csv",)))
    monkeypatch.setattr(dropped_check, "load", broken)
    monkeypatch.setattr(os, "nice", lambda _by: 0)
    monkeypatch.setattr(signal, "alarm", lambda _after: 0)
    with only_check(settings.data_dir):
        dropped_check.main()
    found = look(settings)
    assert found
    assert (found.state, found.refusals) == (REFUSED, (dropped_check.WENT_WRONG,))
    assert holding(settings.data_dir, CPR) == []
