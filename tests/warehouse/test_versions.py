"""Versions are published whole, in order, and a damaged one is never served."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from cockpit.periods import add_months
from cockpit.warehouse import Version, current_version, list_versions, new_draft
from cockpit.warehouse.versions import write_manifest
from cockpit.wording import PlainError
from tests.warehouse.making import publish_tiny, settings_in


def test_a_published_version_is_in_use_and_remembers_its_facts(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    published = publish_tiny(settings, workers=3)
    assert current_version(settings.data_dir) == published
    assert published.rows == {"caseworkers": 3}
    assert published.id == "v000001"


def aged(version: Version, months: int) -> None:
    """The manifest as it would be had the version been published that many months ago."""
    past = add_months(datetime.now(UTC).date(), -months)
    created = datetime(past.year, past.month, past.day, tzinfo=UTC)
    write_manifest(replace(version, created=created))


def test_what_is_too_old_is_deleted_but_never_what_is_in_use(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, keep_months=2)
    for months in (4, 3, 2):
        aged(publish_tiny(settings), months)
    publish_tiny(settings)
    assert [version.id for version in list_versions(settings.data_dir)] == ["v000004", "v000003"]
    assert not (settings.data_dir / "versions" / "v000001.duckdb").exists()
    aged(publish_tiny(settings), 9)
    publish_tiny(settings)
    # The one before is what figures are compared with, however old it is.
    assert [version.id for version in list_versions(settings.data_dir)][:2] == ["v000006", "v000005"]


def test_a_load_that_fails_leaves_no_trace(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    published = publish_tiny(settings)
    with pytest.raises(duckdb.CatalogException), new_draft(settings) as draft:
        draft.connection.execute("create table draft.half as select * from nothing")
    assert current_version(settings.data_dir) == published
    files = {path.name for path in (settings.data_dir / "versions").iterdir()}
    assert files == {"v000001.duckdb", "v000001.json", "current", "loader.lock"}


@pytest.mark.parametrize("damage", ["flip", "truncate", "zero", "remove"])
def test_a_damaged_version_gives_way_to_the_one_before(tmp_path: Path, damage: str) -> None:
    settings = settings_in(tmp_path)
    first, second = publish_tiny(settings), publish_tiny(settings)
    content = second.path.read_bytes()
    middle = len(content) // 2
    if damage == "flip":
        second.path.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
    elif damage == "truncate":
        second.path.write_bytes(content[:middle])
    elif damage == "zero":
        second.path.write_bytes(b"")
    else:
        second.path.unlink()
    assert current_version(settings.data_dir) == first


def test_two_loads_at_once_are_told_apart(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    with new_draft(settings), pytest.raises(PlainError, match="indlæsning er i gang"), new_draft(settings):
        pass


def test_a_data_folder_that_is_a_file_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(PlainError, match="Datamappen"):
        list_versions(tmp_path / "data")
