"""What is restored is what was backed up, and what is not whole changes nothing."""

import errno
import io
import tarfile
from pathlib import Path

import pytest

from cockpit.settings import Settings
from cockpit.warehouse import (
    Warehouse,
    back_up,
    current_version,
    damaged_versions,
    list_versions,
    restore,
    roll_back,
)
from cockpit.wording import PlainError
from tests.warehouse.making import publish_tiny, settings_in

COUNT = "select count(*) as workers from caseworkers"


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    """A cockpit with three versions, the second in use, a list of rejected rows and a draft left behind."""
    settings = settings_in(tmp_path / "kept")
    for workers in (1, 2, 3):
        publish_tiny(settings, workers)
    roll_back(settings, "v000002")
    (settings.data_dir / "rejects").mkdir()
    (settings.data_dir / "rejects" / "v000002.csv").write_text("file;line\n", encoding="utf-8")
    (settings.data_dir / "theme-meetings.json").write_text("{}", encoding="utf-8")
    for folder in ("sessions", "dropped"):
        (settings.data_dir / folder).mkdir()
        (settings.data_dir / folder / "one").write_text("who has signed in, or raw", encoding="utf-8")
    (settings.data_dir / "versions" / "v000009.duckdb").write_bytes(b"a draft that was killed")
    return settings


@pytest.fixture
def empty(tmp_path: Path) -> Settings:
    return settings_in(tmp_path / "empty")


def test_what_is_restored_is_the_same(kept: Settings, empty: Settings, tmp_path: Path) -> None:
    file = tmp_path / "copy.tar.gz"
    assert back_up(kept, file).id == "v000002"
    assert restore(empty, file).id == "v000002"
    assert Warehouse(empty).reader().rows(COUNT) == [{"workers": 2}]
    assert [one.sha256 for one in list_versions(empty.data_dir)] == [
        one.sha256 for one in list_versions(kept.data_dir)
    ]
    names = {str(path.relative_to(empty.data_dir)) for path in empty.data_dir.rglob("*") if path.is_file()}
    assert {"rejects/v000002.csv", "theme-meetings.json"} <= names
    assert not {name for name in names if name.startswith(("sessions", "dropped"))}
    assert not {name for name in names if "v000009" in name or name.endswith(".new")}
    assert publish_tiny(empty).replaces == "v000002"


def test_a_damaged_version_is_left_out(kept: Settings, empty: Settings, tmp_path: Path) -> None:
    (kept.data_dir / "versions" / "v000001.duckdb").write_bytes(b"damaged")
    assert [one.id for one in damaged_versions(kept.data_dir)] == ["v000001"]
    back_up(kept, tmp_path / "copy")
    assert restore(empty, tmp_path / "copy").id == "v000002"
    assert [one.id for one in list_versions(empty.data_dir)] == ["v000003", "v000002"]


def test_a_full_disk_is_not_a_bad_copy(
    kept: Settings, empty: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(kept, tmp_path / "copy")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as disk:
        disk.setattr(tarfile.TarFile, "extractall", full)
        with pytest.raises(PlainError, match="ikke plads"):
            restore(empty, tmp_path / "copy")
    assert restore(empty, tmp_path / "copy").id == "v000002"


def test_the_key_is_never_in_it(kept: Settings, tmp_path: Path) -> None:
    kept.key_file.write_text("the-secret-key", encoding="utf-8")
    back_up(kept, tmp_path / "copy")
    with tarfile.open(tmp_path / "copy") as archive:
        assert not [name for name in archive.getnames() if kept.key_file.name in Path(name).name]


@pytest.mark.parametrize("damage", ["cut", "other", "missing"])
def test_a_copy_that_is_not_whole_changes_nothing(
    kept: Settings, empty: Settings, tmp_path: Path, damage: str
) -> None:
    file = tmp_path / "copy"
    back_up(kept, file)
    content = file.read_bytes()
    middle = len(content) // 2
    damaged = {
        "cut": content[:middle],
        "other": b"something else",
    }
    file.unlink()
    if damage in damaged:
        file.write_bytes(damaged[damage])
    with pytest.raises(PlainError, match="findes ikke" if damage == "missing" else "ikke en hel"):
        restore(empty, file)
    assert current_version(empty.data_dir) is None
    assert [path.name for path in empty.data_dir.rglob("*") if path.is_file()] == ["loader.lock"]


def test_a_flipped_bit_is_found_or_changes_nothing(kept: Settings, tmp_path: Path) -> None:
    """Some bits of a compressed file may be either way: what comes out of it is the same."""
    file = tmp_path / "copy"
    back_up(kept, file)
    content = file.read_bytes()
    files = sorted(
        path.relative_to(kept.data_dir) for path in (kept.data_dir / "versions").glob("v00000[123].*")
    )
    refused = 0
    for place in range(20, len(content), len(content) // 25):
        file.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        empty = settings_in(tmp_path / f"empty-{place}")
        try:
            restore(empty, file)
        except PlainError:
            refused += 1
            assert current_version(empty.data_dir) is None
        else:
            assert [(empty.data_dir / name).read_bytes() for name in files] == [
                (kept.data_dir / name).read_bytes() for name in files
            ]
    assert refused


def test_a_path_out_of_the_folder_is_refused(empty: Settings, tmp_path: Path) -> None:
    file = tmp_path / "copy"
    with tarfile.open(file, "w:gz") as archive:
        member = tarfile.TarInfo("../outside")
        member.size = 4
        archive.addfile(member, io.BytesIO(b"evil"))
    with pytest.raises(PlainError, match="ikke en hel"):
        restore(empty, file)
    assert not (tmp_path / "empty" / "outside").exists()


def test_versions_that_are_there_are_never_written_over(kept: Settings, tmp_path: Path) -> None:
    back_up(kept, tmp_path / "copy")
    with pytest.raises(PlainError, match="har allerede versioner"):
        restore(kept, tmp_path / "copy")


def test_nothing_to_keep_and_nowhere_to_write(kept: Settings, empty: Settings, tmp_path: Path) -> None:
    with pytest.raises(PlainError, match="ingen version"):
        back_up(empty, tmp_path / "copy")
    with pytest.raises(PlainError, match="kan ikke skrives"):
        back_up(kept, tmp_path / "no" / "such" / "copy")
