"""`cockpit report` as a scheduled job meets it: whole files, and one sentence where there is none."""

import errno
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb
import pypdf
import pytest

from cockpit import handing_out
from cockpit.settings import Settings, read_settings
from cockpit.sheets.keeping import add_sheet, make_set
from cockpit.sheets.model import Place
from cockpit.warehouse import current_version, list_versions, serving
from cockpit.warehouse.versions import file_hash, point_at, write_manifest
from tests.cli.commands import Answer, cockpit_here

LATER = date(2027, 4, 13)
READY = "Voksne i botilbud\nBørn og familier\nSagstal og frister\n"


@pytest.fixture(scope="module")
def settings(demo_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("report") / "data"
    shutil.copytree(demo_settings.data_dir, folder)
    return replace(demo_settings, data_dir=folder, reference_dir=folder / "reference")


def words(file: Path) -> str:
    if file.suffix == ".pdf":
        return " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(file.read_bytes())).pages)
    with ZipFile(file) as parts:
        slides = [name for name in parts.namelist() if name.startswith("ppt/slides/slide")]
        return " ".join(parts.read(name).decode() for name in slides)


def test_the_sets_there_are(settings: Settings) -> None:
    assert cockpit_here(settings, "report") == Answer(0, READY, "")


@pytest.mark.parametrize("kind", ["pdf", "pptx"])
def test_a_set_in_a_file(settings: Settings, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "ny mappe" / f"møde.{kind}"
    done = cockpit_here(settings, "report", "Voksne i botilbud", "--out", str(file))
    assert done == Answer(0, f"Skrevet: {file}\n", "")
    assert "opgjort pr. 31-10-2026" in words(file)
    assert "Prisen pr. helårsperson i botilbud er steget" in " ".join(words(file).split())
    assert [left.name for left in file.parent.iterdir()] == [file.name]


def test_a_monthly_pack_of_what_has_been_made(settings: Settings, tmp_path: Path) -> None:
    own = replace(settings, data_dir=tmp_path / "data")
    shutil.copytree(settings.data_dir, own.data_dir)
    made = make_set(own.data_dir, "Udvalget: maj/juni", Place("group", "botilbud"))
    add_sheet(own.data_dir, made.id, "ages", made.place)
    done = cockpit_here(own, "report", "--all", "--out", str(tmp_path / "ud"), "--paper", "a4")
    assert done.status == 0, done.told
    names = ["Udvalget maj juni 2026-10-31.pdf", "Udvalget maj juni 2026-10-31.pptx"]
    assert sorted(file.name for file in (tmp_path / "ud").iterdir()) == names
    # The next month's job writes over nothing but its own files.
    assert cockpit_here(own, "report", "--all", "--out", str(tmp_path / "ud")).status == 0


def test_ones_own_is_sent_before_the_ready_one_of_its_name(settings: Settings, tmp_path: Path) -> None:
    own = replace(settings, data_dir=tmp_path / "data")
    shutil.copytree(settings.data_dir, own.data_dir)
    made = make_set(own.data_dir, "Voksne i botilbud", Place("group", "botilbud"))
    add_sheet(own.data_dir, made.id, "places", Place())
    file = tmp_path / "vores.pdf"
    assert cockpit_here(own, "report", made.name, "--out", str(file)).status == 0
    assert "Antal pladser i egne tilbud" in words(file)
    names = cockpit_here(own, "report").out.splitlines()
    assert names == ["Børn og familier", "Sagstal og frister", "Voksne i botilbud"]


def test_a_monthly_pack_is_whole_beside_an_empty_set(settings: Settings, tmp_path: Path) -> None:
    own = replace(settings, data_dir=tmp_path / "data")
    shutil.copytree(settings.data_dir, own.data_dir)
    make_set(own.data_dir, "Kladde", Place())
    for name in ("Maj/juni", "Maj:juni"):
        add_sheet(own.data_dir, make_set(own.data_dir, name, Place()).id, "places", Place())
    assert cockpit_here(own, "report", "--all", "--out", str(tmp_path / "ud")).status == 0
    files = sorted(file.name for file in (tmp_path / "ud").glob("*.pdf"))
    assert files == ["Maj juni 2026-10-31 (2).pdf", "Maj juni 2026-10-31.pdf"]


def test_the_ready_sets_where_none_has_been_made(settings: Settings, tmp_path: Path) -> None:
    assert cockpit_here(settings, "report", "--all", "--out", str(tmp_path)).status == 0
    assert len(list(tmp_path.iterdir())) == 6


def test_a_teams_review_pack(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "team.pdf"
    assert cockpit_here(settings, "report", "--team", "Voksen A", "--out", str(file)).status == 0
    assert "Sagstal pr. rådgiver" in words(file)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["Voksne i botilbud"], "--out mangler"),
        (["Findes ikke", "--out", "x.pdf"], "»Findes ikke«. Vælg blandt: »Voksne i botilbud«, "),
        (["Voksne i botilbud", "--out", "x.docx"], "skal ende på .pptx eller .pdf"),
        (["Voksne i botilbud", "--team", "A", "--out", "x.pdf"], "Vælg enten"),
        (["--team", "Findes ikke", "--out", "x.pdf"], "Findes ikke"),
        (["--team", "Voksen A", "--out", "x.pptx"], "skal ende på .pdf"),
        (["Voksne i botilbud", "--out", "/proc/1/x.pdf"], "kan ikke skrives"),
        (["Voksne i botilbud", "--out", "x.pptx", "--template", "a.pptx"], "»a.pptx« findes ikke"),
        (["Voksne i botilbud", "--out", "x.pdf", "--template", "a.pptx"], "er kun til PowerPoint"),
        (["", "--out", "x.pdf"], "Der er ingen plancher, der hedder »«"),
        (["--team", "", "--out", "x.pdf"], "Teamet »« har ingen sager"),
        (["", "--all", "--out", "x"], "Vælg enten"),
        (["--out", "x.pdf"], "Vælg enten"),
    ],
)
def test_wrong_use_is_told_in_one_sentence(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], problem: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = cockpit_here(settings, "report", *arguments)
    assert done.status == 2
    assert problem in done.told
    assert done.told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def beside(folder: Path) -> Settings:
    return read_settings({"COCKPIT_DATA_DIR": f"{folder / 'data'}", "COCKPIT_KEY_FILE": f"{folder / 'key'}"})


@pytest.fixture
def twice(settings: Settings, tmp_path: Path) -> Settings:
    """A month later the same has been delivered."""
    own = replace(settings, data_dir=tmp_path / "data")
    shutil.copytree(settings.data_dir, own.data_dir)
    [first] = list_versions(own.data_dir)
    later = replace(first, id="v000002", as_of=LATER, path=first.path.with_name("v000002.duckdb"))
    shutil.copyfile(first.path, later.path)
    with duckdb.connect(str(later.path)) as connection:
        connection.execute("update version set as_of = ?", [LATER])
    write_manifest(replace(later, sha256=file_hash(later.path)))
    return own


@pytest.mark.parametrize("what", [["--all"], ["Voksne i botilbud"], ["--team", "Voksen A"]], ids="-".join)
def test_all_of_it_is_of_one_version(
    twice: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: list[str]
) -> None:
    """Though another is published after the first question: the same is written as without it."""
    later, first = list_versions(twice.data_dir)
    folders = (tmp_path / "før", tmp_path / "ud")
    for folder in folders:
        point_at(first)
        out = folder / ("" if what == ["--all"] else "fil.pdf")
        assert cockpit_here(twice, "report", *what, "--out", str(out)).status == 0
        assert current_version(twice.data_dir) == (first if folder is folders[0] else later)
        publish: Callable[..., None] = lambda *_: point_at(later)  # noqa: E731
        monkeypatch.setattr(serving, "SECONDS_BETWEEN_LOOKS", 0)
        monkeypatch.setattr(serving.Reader, "table", followed_by(publish, serving.Reader.table))
        monkeypatch.setattr(handing_out, "_write", followed_by(publish, handing_out._write))
    before, after = ({file.name: words(file) for file in folder.iterdir()} for folder in folders)
    assert before == after != {}


def followed_by(publish: Callable[..., None], function: Callable[..., Any]) -> Callable[..., Any]:
    def both(*given: Any) -> Any:
        try:
            return function(*given)
        finally:
            publish()

    return both


@pytest.fixture
def damaged(settings: Settings, tmp_path: Path) -> Settings:
    own = replace(settings, data_dir=tmp_path / "data")
    shutil.copytree(settings.data_dir, own.data_dir)
    (own.data_dir / "theme-meetings.json").write_text('{"sets": [{"id": "1"', encoding="utf-8")
    return own


def test_ready_sets_are_written_though_ones_own_are_damaged(damaged: Settings, tmp_path: Path) -> None:
    """The status tells the job's owner that they are not all."""
    done = cockpit_here(damaged, "report", "--all", "--out", str(tmp_path / "ud"))
    assert (done.status, done.out.count("Skrevet: ")) == (1, 6)
    assert done.told.startswith("Plancherne kan ikke læses: filen theme-meetings.json i datamappen er besk")
    assert len(list((tmp_path / "ud").iterdir())) == 6
    one = cockpit_here(damaged, "report", "Børn og familier", "--out", str(tmp_path / "én.pdf"))
    assert (one.status, one.told) == (1, done.told)
    assert "Børn og familier" in words(tmp_path / "én.pdf")
    assert cockpit_here(damaged, "report") == Answer(1, READY, done.told)
    own = cockpit_here(damaged, "report", "Udvalgets egne", "--out", str(tmp_path / "to.pdf"))
    assert own == Answer(1, "", done.told)


def test_a_full_disk_leaves_what_was_sent_before(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "møde.pdf"
    file.write_bytes("sidste måned".encode())
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr("cockpit.handing_out.os.fsync", lambda _: (_ for _ in ()).throw(full))
    done = cockpit_here(settings, "report", "Voksne i botilbud", "--out", str(file))
    assert (done.status, done.out) == (1, "")
    assert done.told == f"{file} kan ikke skrives: disken er fuld. Gør plads, og prøv igen.\n"
    assert [(left, left.read_bytes()) for left in tmp_path.iterdir()] == [(file, "sidste måned".encode())]


def test_two_jobs_at_once_write_whole_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one writes the same file while the first has not yet put its own in place."""
    file, others = tmp_path / "møde.pdf", [b"another"]

    def other_job(_: int) -> None:
        if others:
            handing_out._write(file, others.pop())
            assert file.read_bytes() == b"another"

    monkeypatch.setattr("cockpit.handing_out.os.fsync", other_job)
    handing_out._write(file, b"the first")
    assert [(left, left.read_bytes()) for left in tmp_path.iterdir()] == [(file, b"the first")]


def test_nothing_is_written_before_anything_is_loaded(tmp_path: Path) -> None:
    empty = beside(tmp_path)
    for what in (["--all"], ["Voksne i botilbud"], ["--team", "Voksen A"]):
        done = cockpit_here(empty, "report", *what, "--out", str(tmp_path / "ud" / "x.pdf"))
        assert (done.status, done.out) == (2, "")
        assert done.told.startswith("Der er ikke indlæst data endnu.")
    assert not (tmp_path / "ud").exists()
