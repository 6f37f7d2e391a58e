"""Versions are published whole, in order, and a damaged one is never served."""

from pathlib import Path

import duckdb
import pytest

from cockpit.warehouse import current_version, list_versions, new_draft
from cockpit.wording import PlainError
from tests.warehouse.making import publish_tiny, settings_in


def test_a_published_version_is_in_use_and_remembers_its_facts(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    published = publish_tiny(settings, workers=3)
    assert current_version(settings.data_dir) == published
    assert published.rows == {"caseworkers": 3}
    assert published.id == "v000001"


def test_the_newest_is_in_use_and_the_rest_are_kept_up_to_the_limit(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, keep_versions=2)
    for _ in range(3):
        publish_tiny(settings)
    assert [version.id for version in list_versions(settings.data_dir)] == ["v000003", "v000002"]
    assert not (settings.data_dir / "versions" / "v000001.duckdb").exists()


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
