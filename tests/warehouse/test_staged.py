"""A version that waits is seen by nobody, and is published whole or leaves no trace."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from cockpit.settings import Settings
from cockpit.warehouse import (
    Warehouse,
    back_up,
    current_version,
    discard_staged,
    list_versions,
    new_draft,
    publish_staged,
    restore,
    roll_back,
    staged_version,
)
from cockpit.warehouse.staged import STAGED
from cockpit.warehouse.versions import write_manifest
from cockpit.wording import PlainError
from tests.serving import environment
from tests.warehouse.making import publish_tiny, settings_in

COUNT = "select count(*) as workers from caseworkers"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = settings_in(tmp_path)
    publish_tiny(settings, workers=1)
    return settings


def files(settings: Settings) -> set[str]:
    return {path.name for path in (settings.data_dir / "versions").iterdir()}


def in_use(settings: Settings) -> str:
    version = current_version(settings.data_dir)
    return version.id if version else ""


def test_what_waits_is_seen_by_nobody(settings: Settings, tmp_path: Path) -> None:
    waiting = publish_tiny(settings, workers=2, stage=True)
    assert staged_version(settings.data_dir) == waiting
    assert [version.id for version in list_versions(settings.data_dir)] == ["v000001"]
    assert in_use(settings) == "v000001"
    assert Warehouse(settings).reader().rows(COUNT) == [{"workers": 1}]
    raw = settings.data_dir / "dropped" / "0123" / "Lagt op" / "citizens.csv"
    raw.parent.mkdir(parents=True)
    raw.write_text("raw until it is checked")
    back_up(settings, tmp_path / "copy")
    elsewhere = settings_in(tmp_path / "elsewhere")
    restore(elsewhere, tmp_path / "copy")
    assert files(elsewhere) == {"v000001.duckdb", "v000001.json", "current", "loader.lock"}
    assert not (elsewhere.data_dir / "dropped").exists()


def test_published_it_is_the_version_in_use(settings: Settings) -> None:
    warehouse = Warehouse(settings)
    assert warehouse.version.id == "v000001"
    waiting = publish_tiny(settings, workers=2, stage=True)
    assert publish_staged(settings, waiting.sha256) == waiting
    assert (in_use(settings), staged_version(settings.data_dir)) == ("v000002", None)
    assert Warehouse(settings).reader().rows(COUNT) == [{"workers": 2}]
    with pytest.raises(PlainError, match="ingen kontrolleret leverance"):
        publish_staged(settings, waiting.sha256)
    roll_back(settings, "v000001")
    assert publish_tiny(settings).id == "v000003"


def test_discarded_it_leaves_no_trace(settings: Settings) -> None:
    before = files(settings)
    publish_tiny(settings, workers=2, stage=True)
    discard_staged(settings)
    assert (files(settings), in_use(settings)) == (before, "v000001")


def test_the_first_version_of_all_can_wait(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    waiting = publish_tiny(settings, stage=True)
    assert current_version(settings.data_dir) is None
    publish_staged(settings, waiting.sha256)
    assert in_use(settings) == "v000001"


def test_only_one_waits(settings: Settings) -> None:
    first = publish_tiny(settings, workers=2, stage=True)
    second = publish_tiny(settings, workers=3, stage=True)
    assert staged_version(settings.data_dir) == second
    assert not first.path.exists()
    with pytest.raises(PlainError, match="ingen kontrolleret leverance"):
        publish_staged(settings, first.sha256)


def test_it_is_not_published_over_another_version(settings: Settings) -> None:
    waiting = publish_tiny(settings, workers=2, stage=True)
    assert publish_tiny(settings, workers=3).id == "v000003"
    with pytest.raises(PlainError, match="Tallene er ændret, siden"):
        publish_staged(settings, waiting.sha256)
    roll_back(settings, "v000001")
    # The very version that it was compared with is in use again, but it does not mind what v000003 has told.
    with pytest.raises(PlainError, match="Tallene er ændret, siden"):
        publish_staged(settings, waiting.sha256)


def test_a_damaged_one_is_not_published(settings: Settings) -> None:
    waiting = publish_tiny(settings, workers=2, stage=True)
    waiting.path.write_bytes(waiting.path.read_bytes()[:-1])
    with pytest.raises(PlainError, match="kan ikke læses"):
        publish_staged(settings, waiting.sha256)
    assert in_use(settings) == "v000001"


def test_a_load_under_way_is_told_of(settings: Settings) -> None:
    waiting = publish_tiny(settings, workers=2, stage=True)
    with new_draft(settings):
        with pytest.raises(PlainError, match="indlæsning er i gang"):
            publish_staged(settings, waiting.sha256)
        with pytest.raises(PlainError, match="indlæsning er i gang"):
            discard_staged(settings)


def test_one_that_has_waited_for_a_day_is_gone(settings: Settings) -> None:
    waiting = publish_tiny(settings, workers=2, stage=True)
    write_manifest(replace(waiting, created=waiting.created - timedelta(hours=25)), STAGED)
    assert staged_version(settings.data_dir) is None
    assert publish_tiny(settings, workers=3).id == waiting.id
    assert not waiting.path.with_suffix(STAGED).exists()
    with pytest.raises(PlainError, match="ingen kontrolleret leverance"):
        publish_staged(settings, waiting.sha256)


KILLED = """
from cockpit.settings import read_settings
from cockpit.warehouse import staged
from tests.warehouse.making import publish_tiny
staged.write_manifest = lambda *given: print("finished", flush=True) or input()
publish_tiny(read_settings(), workers=5, stage=True)
"""


def test_a_loader_killed_as_it_was_to_wait_is_cleared_by_the_next(settings: Settings) -> None:
    command = [sys.executable, "-c", KILLED]
    with subprocess.Popen(
        command, env=environment(settings), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as loader:
        assert loader.stdout
        assert loader.stdout.readline() == b"finished\n"
        os.kill(loader.pid, signal.SIGKILL)
    assert "v000002.duckdb" in files(settings)
    assert staged_version(settings.data_dir) is None
    started = time.monotonic()
    assert publish_tiny(settings, workers=2).id == "v000002"
    assert time.monotonic() - started < 20
    assert files(settings) == {
        "v000001.duckdb", "v000001.json", "v000002.duckdb", "v000002.json", "current", "loader.lock",
    }  # fmt: skip
