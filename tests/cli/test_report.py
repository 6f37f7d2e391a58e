"""`cockpit report` as a scheduled job meets it: whole files, and one sentence where there is none."""

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest

from cockpit.settings import Settings
from cockpit.sheets.keeping import add_sheet, make_set
from cockpit.sheets.model import Place
from tests.cli.commands import Answer, cockpit_here

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
        (["Voksne i botilbud", "--out", "x.pptx", "--template", "findes-ikke.pptx"], "findes-ikke.pptx"),
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
