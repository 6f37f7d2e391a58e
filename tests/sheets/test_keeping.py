"""Sets of sheets as they are kept: named, filled, ordered, rewritten, and told when something is wrong."""

import json
from datetime import date
from pathlib import Path

import pytest

from cockpit.sheets import keeping
from cockpit.sheets.keeping import (
    KEPT,
    add_sheet,
    delete_set,
    kept_set,
    kept_sets,
    make_set,
    mark_of,
    move_sheet,
    remove_sheet,
    rename_set,
    write_sheet,
)
from cockpit.sheets.model import Number, Place, Sheet
from cockpit.wording import PlainError

BOTILBUD = Place("group", "botilbud")
AS_OF = date(2026, 10, 31)
STOCK = Number("flow/closing", 214.0, "count", "214", "borgere i botilbud, 8 flere", "borgere i botilbud")


def write(folder: Path, set_id: str, sheet_id: str, title: str = "", text: str = "", mark: str = "") -> None:
    write_sheet(
        folder, set_id, sheet_id, title=title, challenges=text, tendencies="", numbers=("flow/closing",),
        now={"flow/closing": STOCK}, as_of=AS_OF, mark=mark or mark_of(Sheet("", "", BOTILBUD)),
    )  # fmt: skip


def test_a_set_is_made_filled_ordered_and_deleted(tmp_path: Path) -> None:
    found = make_set(tmp_path, "  Temamøde  i maj ", BOTILBUD)
    assert kept_sets(tmp_path) == (found,)
    assert found.name == "Temamøde i maj"
    first = add_sheet(tmp_path, found.id, "flow", BOTILBUD)
    second = add_sheet(tmp_path, found.id, "ages", Place("area", "voksne"))
    third = add_sheet(tmp_path, found.id, "places", Place())
    assert move_sheet(tmp_path, found.id, third.id, [third.id, first.id, second.id]) == 1
    assert kept_set(tmp_path, found.id).sheets == (third, first, second)
    remove_sheet(tmp_path, found.id, first.id, mark_of(first))
    assert kept_set(tmp_path, found.id).sheets == (third, second)
    rename_set(tmp_path, found.id, "Temamøde i juni")
    assert kept_set(tmp_path, found.id).name == "Temamøde i juni"
    delete_set(tmp_path, found.id)
    assert kept_sets(tmp_path) == ()


def test_texts_are_kept_with_what_the_numbers_were(tmp_path: Path) -> None:
    found = make_set(tmp_path, "Møde", BOTILBUD)
    one = add_sheet(tmp_path, found.id, "flow", BOTILBUD)
    write(tmp_path, found.id, one.id, " Mit \n budskab ", " Første\nAnden ")
    (kept,) = kept_set(tmp_path, found.id).sheets
    assert (kept.title, kept.challenges, kept.numbers) == ("Mit budskab", "Første\nAnden", ("flow/closing",))
    assert (kept.written, kept.written_on) == ({"flow/closing": 214.0}, "2026-10-31")
    assert kept.names == {"flow/closing": "borgere i botilbud"}


def test_a_sheet_from_before_names_were_kept_is_read(tmp_path: Path) -> None:
    found = make_set(tmp_path, "Møde", BOTILBUD)
    one = add_sheet(tmp_path, found.id, "flow", BOTILBUD)
    write(tmp_path, found.id, one.id)
    kept = json.loads((tmp_path / KEPT.name).read_text(encoding="utf-8"))
    del kept["sets"][0]["sheets"][0]["names"]
    (tmp_path / KEPT.name).write_text(json.dumps(kept), encoding="utf-8")
    (read,) = kept_set(tmp_path, found.id).sheets
    assert (read.written, dict(read.names)) == ({"flow/closing": 214.0}, {})


def test_a_copy_of_a_set_has_sheets_of_its_own(tmp_path: Path) -> None:
    copied = [Sheet("1", "flow", BOTILBUD, challenges="Et"), Sheet("2", "ages", BOTILBUD)]
    found = make_set(tmp_path, "Kopi", BOTILBUD, copied)
    assert [one.topic for one in found.sheets] == ["flow", "ages"]
    assert len({one.id for one in found.sheets} | {"1", "2"}) == 4


def test_two_who_move_sheets_do_not_undo_each_other(tmp_path: Path) -> None:
    found = make_set(tmp_path, "Møde", BOTILBUD, [Sheet("", "flow", BOTILBUD)] * 4)
    a, b, c, d = (one.id for one in found.sheets)

    def order() -> list[str]:
        return [one.id for one in kept_set(tmp_path, found.id).sheets]

    assert move_sheet(tmp_path, found.id, d, [d, a, b, c]) == 1
    # Another still sees a, b, c, d and moves b last.
    assert move_sheet(tmp_path, found.id, b, [a, c, d, b]) == 2
    assert order() == [d, b, a, c]
    # What they saw it placed after is gone: it comes after the one before that.
    remove_sheet(tmp_path, found.id, a, mark_of(found.sheets[0]))
    assert move_sheet(tmp_path, found.id, b, [c, a, b, d]) == 3
    assert order() == [d, c, b]
    with pytest.raises(PlainError, match="fjernet"):
        move_sheet(tmp_path, found.id, a, [a, b])


def test_what_another_has_written_is_not_lost_unsaid(tmp_path: Path) -> None:
    found = make_set(tmp_path, "Møde", BOTILBUD)
    one = add_sheet(tmp_path, found.id, "flow", BOTILBUD)
    write(tmp_path, found.id, one.id, "Den ene", mark=mark_of(one))
    (kept,) = kept_set(tmp_path, found.id).sheets
    with pytest.raises(PlainError, match="En anden har ændret planchen imens"):
        write(tmp_path, found.id, one.id, "Den anden", mark=mark_of(one))
    with pytest.raises(PlainError, match="En anden har ændret planchen imens"):
        remove_sheet(tmp_path, found.id, one.id, mark_of(one))
    assert kept_set(tmp_path, found.id).sheets == (kept,)
    write(tmp_path, found.id, one.id, "Den anden", mark=mark_of(kept))
    (kept,) = kept_set(tmp_path, found.id).sheets
    assert kept.title == "Den anden"
    remove_sheet(tmp_path, found.id, one.id, mark_of(kept))
    with pytest.raises(PlainError, match="En anden har måske fjernet den"):
        write(tmp_path, found.id, one.id, "For sent", mark=mark_of(kept))


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (" ", "Skriv et navn"),
        ("x" * 61, "for langt"),
        ("010180-1234", "CPR-nummer"),
        ("MØDE", "allerede et sæt"),
    ],
)
def test_names_that_cannot_be_used(tmp_path: Path, name: str, problem: str) -> None:
    make_set(tmp_path, "Møde", Place())
    other = make_set(tmp_path, "Andet", Place())
    with pytest.raises(PlainError, match=problem):
        make_set(tmp_path, name, Place())
    with pytest.raises(PlainError, match=problem):
        rename_set(tmp_path, other.id, name)
    assert [one.name for one in kept_sets(tmp_path)] == ["Møde", "Andet"]


@pytest.mark.parametrize(
    ("title", "text", "problem"),
    [
        ("x" * 401, "", "Budskabet er for langt"),
        ("", "x" * 1001, "Udfordringer er for langt"),
        ("Som 010180-1234", "", "Budskabet ligner et CPR-nummer"),
        ("", "Borger 0101801234", "Udfordringer ligner et CPR-nummer"),
    ],
)
def test_texts_that_cannot_be_used(tmp_path: Path, title: str, text: str, problem: str) -> None:
    found = make_set(tmp_path, "Møde", BOTILBUD)
    one = add_sheet(tmp_path, found.id, "flow", BOTILBUD)
    with pytest.raises(PlainError, match=problem):
        write(tmp_path, found.id, one.id, title, text)
    assert kept_set(tmp_path, found.id).sheets == (one,)


def test_signs_that_nobody_sees_are_left_out(tmp_path: Path) -> None:
    found = make_set(tmp_path, "Mø\x00de\u202e", BOTILBUD)
    one = add_sheet(tmp_path, found.id, "flow", BOTILBUD)
    write(tmp_path, found.id, one.id, "Fl\x07ere", "En\r\nTo\x1b")
    (kept,) = kept_set(tmp_path, found.id).sheets
    assert (found.name, kept.title, kept.challenges) == ("Møde", "Flere", "En\nTo")


def test_what_another_has_deleted_is_told(tmp_path: Path) -> None:
    found = make_set(tmp_path, "Møde", BOTILBUD)
    delete_set(tmp_path, found.id)
    for ask in (
        lambda: kept_set(tmp_path, found.id),
        lambda: rename_set(tmp_path, found.id, "Ny"),
        lambda: add_sheet(tmp_path, found.id, "flow", BOTILBUD),
        lambda: move_sheet(tmp_path, found.id, "1", ["1"]),
    ):
        with pytest.raises(PlainError, match="findes ikke mere"):
            ask()


def test_there_is_an_end_to_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_SETS", 1)
    monkeypatch.setattr(keeping, "MOST_SHEETS", 1)
    found = make_set(tmp_path, "Møde", BOTILBUD)
    add_sheet(tmp_path, found.id, "flow", BOTILBUD)
    with pytest.raises(PlainError, match="højst have 1 plancher"):
        add_sheet(tmp_path, found.id, "flow", BOTILBUD)
    with pytest.raises(PlainError, match="allerede 1 sæt"):
        make_set(tmp_path, "Nyt", BOTILBUD)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"sets": 1}',
        '{"sets": [{"id": "1"}]}',
        '{"sets": [{"id":"1","name":"A","place":{},"sheets":[3]}]}',
    ],
)
def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path: Path, content: str) -> None:
    (tmp_path / KEPT.name).write_text(content, encoding="utf-8")
    with pytest.raises(PlainError, match=r"theme-meetings\.json i datamappen er beskadiget"):
        kept_sets(tmp_path)
    with pytest.raises(PlainError, match="beskadiget"):
        make_set(tmp_path, "Ny", Place())
    assert (tmp_path / KEPT.name).read_text(encoding="utf-8") == content
