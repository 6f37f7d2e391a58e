"""A version file damaged while it is served gives way to the one before, and readers are told."""

import json
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cockpit.settings import Settings
from cockpit.warehouse import Version, Warehouse, versions
from cockpit.warehouse.schema import layout
from cockpit.warehouse.serving import SECONDS_BETWEEN_LOOKS
from cockpit.wording import PlainError
from tests.warehouse.making import publish_tiny, settings_in

COUNT = "select count(*) as workers from caseworkers"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


def workers(warehouse: Warehouse) -> int:
    """What is served after the next look at the files."""
    time.sleep(SECONDS_BETWEEN_LOOKS + 0.05)
    return int(warehouse.reader().rows(COUNT)[0]["workers"])


def flip(version: Version) -> None:
    """Change one byte in place; size and name stay."""
    content = bytearray(version.path.read_bytes())
    content[len(content) // 2] ^= 1
    version.path.write_bytes(content)


def cut(version: Version) -> None:
    os.truncate(version.path, version.path.stat().st_size // 2)


def remove(version: Version) -> None:
    version.path.unlink()


@pytest.mark.parametrize("damage", [flip, cut, remove])
def test_the_one_before_is_served_and_told(settings: Settings, damage: Callable[[Version], None]) -> None:
    publish_tiny(settings, workers=1)
    second = publish_tiny(settings, workers=2)
    warehouse = Warehouse(settings)
    assert workers(warehouse) == 2
    assert warehouse.notice is None
    damage(second)
    assert workers(warehouse) == 1
    assert str(warehouse.notice).startswith(
        "Den nyeste version kan ikke læses. I ser tallene fra en tidligere"
    )


def test_a_new_version_ends_the_notice(settings: Settings) -> None:
    publish_tiny(settings, workers=1)
    flip(publish_tiny(settings, workers=2))
    warehouse = Warehouse(settings)
    assert warehouse.notice
    publish_tiny(settings, workers=3)
    assert workers(warehouse) == 3
    assert warehouse.notice is None


def test_the_file_put_back_is_served_again(settings: Settings) -> None:
    publish_tiny(settings, workers=1)
    second = publish_tiny(settings, workers=2)
    content = second.path.read_bytes()
    warehouse = Warehouse(settings)
    cut(second)
    assert workers(warehouse) == 1
    second.path.write_bytes(content)
    assert workers(warehouse) == 2
    assert warehouse.notice is None


def test_with_no_other_version_the_message_says_so(settings: Settings) -> None:
    only = publish_tiny(settings, workers=1)
    warehouse = Warehouse(settings)
    assert workers(warehouse) == 1
    flip(only)
    with pytest.raises(PlainError, match="ingen tidligere"):
        workers(warehouse)


def test_an_undisturbed_file_is_hashed_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_tiny(settings)
    warehouse = Warehouse(settings)
    assert workers(warehouse) == 1
    publish_tiny(settings, workers=2)
    assert workers(warehouse) == 2
    monkeypatch.setattr(versions, "file_hash", lambda path: pytest.fail(f"{path} is hashed again"))
    assert workers(warehouse) == 2


def test_a_load_in_the_making_disturbs_nobody(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    published = publish_tiny(settings)
    warehouse = Warehouse(settings)
    assert workers(warehouse) == 1
    monkeypatch.setattr(versions, "file_hash", lambda path: pytest.fail(f"{path} is hashed again"))
    published.path.with_name("v000002.duckdb").write_bytes(b"half a draft")
    assert workers(warehouse) == 1


def test_a_version_built_by_other_queries_is_served_and_told(settings: Settings) -> None:
    version = publish_tiny(settings)
    assert (version.layout, Warehouse(settings).notice) == (layout(), None)
    for earlier in ("", "0123456789abcdef"):
        versions.write_manifest(replace(version, layout=earlier))
        warehouse = Warehouse(settings)
        assert workers(warehouse) == 1
        assert str(warehouse.notice).startswith("Tallene er indlæst med en tidligere udgave af cockpittet")


def test_a_manifest_from_before_the_layout_was_recorded_is_read(settings: Settings) -> None:
    manifest = publish_tiny(settings).path.with_suffix(".json")
    facts = json.loads(manifest.read_text(encoding="utf-8"))
    del facts["layout"]
    manifest.write_text(json.dumps(facts), encoding="utf-8")
    [version] = versions.list_versions(settings.data_dir)
    assert version.layout == ""


def test_a_version_built_by_other_queries_is_not_compared_with(settings: Settings) -> None:
    first = publish_tiny(settings)
    publish_tiny(settings)
    warehouse = Warehouse(settings)
    assert warehouse.before(warehouse.reader())
    versions.write_manifest(replace(first, layout="0123456789abcdef"))
    warehouse = Warehouse(settings)
    assert warehouse.before(warehouse.reader()) is None


@pytest.mark.parametrize("pointer", [b"", b"\0" * 7, b"v00000\xb1", b"v1", b"v000001\nv000002"])
def test_a_damaged_pointer_leads_to_the_newest_whole_version(settings: Settings, pointer: bytes) -> None:
    publish_tiny(settings, workers=1)
    newest = publish_tiny(settings, workers=2)
    (settings.data_dir / "versions" / "current").write_bytes(pointer)
    assert workers(Warehouse(settings)) == 2
    flip(newest)
    assert workers(Warehouse(settings)) == 1
