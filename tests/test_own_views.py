"""The file of saved views: whole, shared between processes, and told plainly when it is not."""

import json
import multiprocessing
import os
from pathlib import Path

import pytest

from cockpit import own_views as store
from cockpit.access import User, asked_by
from cockpit.own_views import delete_view, own_views, rename_view, save_view
from cockpit.wording import PlainError

AT_ONCE, EACH = 4, 8


def names(folder: Path) -> list[str]:
    return [view.name for view in own_views(folder)]


def test_saved_renamed_and_deleted(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert own_views(folder) == ()
    saved = save_view(folder, "  Udgift pr.\tparagraf ", "cost", "by=section&paragraf=gruppe:botilbud")
    other = save_view(folder, "Frister", "deadlines_kept", "")
    assert own_views(folder) == (saved, other)
    assert saved.name == "Udgift pr. paragraf"
    rename_view(folder, saved.id, "Udgift")
    # A name may be given to itself anew, in other letters too.
    rename_view(folder, saved.id, "UDGIFT")
    assert names(folder) == ["UDGIFT", "Frister"]
    delete_view(folder, saved.id)
    assert own_views(folder) == (other,)
    with pytest.raises(PlainError, match="findes ikke mere"):
        delete_view(folder, saved.id)
    with pytest.raises(PlainError, match="findes ikke mere"):
        rename_view(folder, saved.id, "Ny")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "Skriv et navn"),
        (" \n\u200b", "Skriv et navn"),
        ("a" * 61, "højst være på 60"),
        ("frister", "allerede en visning"),
        ("Sag 010170-1234", "CPR"),
        ("0101701234", "CPR"),
        ("sag_010170 1234_", "CPR"),
    ],
)
def test_names_that_cannot_be_used(tmp_path: Path, name: str, told: str) -> None:
    kept = save_view(tmp_path, "Frister", "cost", "")
    other = save_view(tmp_path, "a" * 60, "cost", "")
    for change in (
        lambda: save_view(tmp_path, name, "cost", ""),
        lambda: rename_view(tmp_path, other.id, name),
    ):
        with pytest.raises(PlainError, match=told) as problem:
            change()
        assert "0101" not in str(problem.value)
    assert own_views(tmp_path) == (kept, other)


@pytest.mark.parametrize("name", ["Frister 2025-2026", "2026/10", "Æ – 100 pct. <b>&amp;", "CPR 010170"])
def test_names_that_can(tmp_path: Path, name: str) -> None:
    save_view(tmp_path, name, "cost", "")
    assert names(tmp_path) == [name]


def test_there_is_a_limit(tmp_path: Path) -> None:
    for number in range(store.MOST):
        save_view(tmp_path, f"Nr. {number}", "cost", "")
    with pytest.raises(PlainError, match="Slet en"):
        save_view(tmp_path, "En til", "cost", "")
    with pytest.raises(PlainError, match="færre"):
        save_view(tmp_path, "Lang", "cost", "x" * 2001)
    assert len(own_views(tmp_path)) == store.MOST


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"views": 1}', b'{"views": [{"id": "1"}]}', b"\xff\xfe", b'{"views": [1]}',
     b'{"views": [{"id": "1", "name": 2, "figure": "cost", "query": ""}]}'],
)  # fmt: skip
def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / store.KEPT.name
    path.write_bytes(content)
    asked = (
        lambda: own_views(tmp_path),
        lambda: save_view(tmp_path, "Ny", "cost", ""),
        lambda: rename_view(tmp_path, "1", "Ny"),
        lambda: delete_view(tmp_path, "1"),
    )
    for ask in asked:
        with pytest.raises(PlainError, match="beskadiget"):
            ask()
    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(PlainError, match="datamappen"):
        save_view(tmp_path / "file", "Ny", "cost", "")


def test_a_write_that_is_cut_off_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = save_view(tmp_path, "Frister", "cost", "")

    def cut_off(_: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", cut_off)
    with pytest.raises(PlainError, match="kunne ikke gemmes"):
        save_view(tmp_path, "Ny", "cost", "")
    monkeypatch.undo()
    assert own_views(tmp_path) == (kept,)
    save_view(tmp_path, "Ny", "cost", "")
    assert names(tmp_path) == ["Frister", "Ny"]


def test_each_has_their_own(tmp_path: Path) -> None:
    first = save_view(tmp_path, "Frister", "cost", "")
    with asked_by(User("anna", "leder")):
        assert own_views(tmp_path) == ()
        # A name that another has is free, and another's view is nobody's to change.
        theirs = save_view(tmp_path, "Frister", "cost", "by=section")
        with pytest.raises(PlainError, match="findes ikke mere"):
            rename_view(tmp_path, first.id, "Ny")
        with pytest.raises(PlainError, match="findes ikke mere"):
            delete_view(tmp_path, first.id)
        assert own_views(tmp_path) == (theirs,)
    assert own_views(tmp_path) == (first,)
    delete_view(tmp_path, first.id)
    with asked_by(User("anna", "leder")):
        assert own_views(tmp_path) == (theirs,)


def test_views_from_before_anyone_signed_in_are_the_machines(tmp_path: Path) -> None:
    old = {"id": "1", "name": "Gammel", "figure": "cost", "query": ""}
    (tmp_path / store.KEPT.name).write_text(json.dumps({"views": [old]}), encoding="utf-8")
    assert names(tmp_path) == ["Gammel"]
    with asked_by(User("anna", "leder")):
        assert names(tmp_path) == []


def _save_many(folder: Path) -> None:
    for number in range(EACH):
        save_view(folder, f"{os.getpid()} nr. {number}", "cost", "")


def test_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_save_many, args=(tmp_path,)) for _ in range(AT_ONCE)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * AT_ONCE
    assert len(set(names(tmp_path))) == AT_ONCE * EACH
    assert json.loads((tmp_path / store.KEPT.name).read_text(encoding="utf-8"))["views"]
