"""A new key makes every pseudonym anew, and nothing is lost on the way."""

from pathlib import Path

import pytest

from cockpit.intake import check, key_alarm, loading
from cockpit.settings import Settings
from cockpit.warehouse import current_version
from tests.intake.conftest import Loader, Rows
from tests.intake.deliveries import GOOD

WORKERS = "select citizen_id from citizens order by citizen_id"
STAYS = "select section, start_date from services order by start_date"
PERSONAL = {name: text for name, text in GOOD.items() if "citizen_id" in text}


def alarm(settings: Settings) -> str | None:
    version = current_version(settings.data_dir)
    assert version is not None
    return key_alarm(settings, version)


def left(settings: Settings) -> set[str]:
    return {path.name for path in settings.key_file.parent.iterdir()}


def test_a_new_key_makes_new_pseudonyms(loaded: Loader, rows: Rows, settings: Settings) -> None:
    loaded(GOOD)
    old_key, old, stays = settings.key_file.read_text(), rows(WORKERS), rows(STAYS)
    assert not loaded(PERSONAL, new_key=True).refusals
    assert settings.key_file.read_text() != old_key
    assert settings.key_file.with_name("pseudonym.key.before").read_text() == old_key
    assert len(rows(WORKERS)) == len(old)
    assert not {row["citizen_id"] for row in old} & {row["citizen_id"] for row in rows(WORKERS)}
    assert rows(STAYS) == stays
    assert not loaded({"services": GOOD["services"]}).refusals
    assert alarm(settings) is None


def test_citizens_under_two_keys_are_refused(loaded: Loader, rows: Rows, settings: Settings) -> None:
    loaded(GOOD)
    key, before = settings.key_file.read_text(), rows(WORKERS)
    report = loaded({name: text for name, text in PERSONAL.items() if name != "deadlines"}, new_key=True)
    assert [refusal[:93] for refusal in report.refusals] == [
        "En ny nøgle kræver alle udtræk med borgere på én gang, og deadlines er ikke i leverancen. Tag"
    ]
    assert (settings.key_file.read_text(), rows(WORKERS)) == (key, before)
    assert left(settings) == {"pseudonym.key"}


def test_a_lost_key_is_told_and_replaced(loaded: Loader, settings: Settings) -> None:
    loaded(GOOD)
    settings.key_file.unlink()
    assert str(alarm(settings)).startswith("Nøglen til pseudonymer mangler.")
    assert loaded(GOOD).refusals
    assert not loaded(GOOD, new_key=True).refusals
    assert alarm(settings) is None
    assert left(settings) == {"pseudonym.key"}


def test_another_key_is_told(loaded: Loader, settings: Settings) -> None:
    loaded(GOOD)
    settings.key_file.write_text("en anden\n", encoding="utf-8")
    assert str(alarm(settings)).startswith("Nøglen til pseudonymer er ikke den")


def test_a_loader_killed_before_the_keys_changed_places(
    loaded: Loader, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    loaded(GOOD)
    with monkeypatch.context() as killed:
        killed.setattr(loading, "settle_key", lambda *_: None)
        assert loaded(GOOD, new_key=True).version
    assert left(settings) == {"pseudonym.key", "pseudonym.key.new"}
    assert check(tmp_path / "delivery-0", settings).refusals
    assert not loaded(GOOD).refusals
    assert left(settings) == {"pseudonym.key", "pseudonym.key.before"}
