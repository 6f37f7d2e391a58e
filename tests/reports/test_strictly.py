"""PowerPoint cannot be run here: what it is strict about is looked for in the file."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

from cockpit.reports import powerpoint_of
from cockpit.sheets.model import FilledSet
from tests.reports import made
from tests.reports.strict import problems

SETS = {"ordinary": made.ORDINARY, "odd": made.ODD, "one": made.as_set(made.sheet("flow"))}


@pytest.mark.parametrize("name", SETS)
def test_powerpoint_finds_nothing_to_repair(tmp_path: Path, name: str) -> None:
    assert problems(powerpoint_of(SETS[name]), tmp_path) == []


@pytest.mark.parametrize("name", SETS)
def test_nor_on_a_template_of_ones_own(tmp_path: Path, name: str) -> None:
    """Which has slides, notes, comments' authors and a layout that is not used."""
    presentation = Presentation(io.BytesIO(powerpoint_of(SETS["odd"])))
    presentation.slides[0].notes_slide.notes_text_frame.text = "Husk"
    presentation.save(str(tmp_path / "skabelon.pptx"))
    found: FilledSet = SETS[name]
    assert problems(powerpoint_of(found, tmp_path / "skabelon.pptx"), tmp_path) == []


ONE = powerpoint_of(SETS["one"])
SLIDE, CHART, TYPES = "ppt/slides/slide1.xml", "ppt/charts/chart1.xml", "[Content_Types].xml"
FAULTS: dict[str, tuple[str, Callable[[str], str], str]] = {
    "an identity twice": (SLIDE, lambda text: re.sub('cNvPr id="[34]"', 'cNvPr id="3"', text), "Duplicate"),
    "no such relation": (SLIDE, lambda text: re.sub('r:id="rId[0-9]+"', 'r:id="rId99"', text), "rId99"),
    "order of elements": (
        SLIDE,
        lambda text: re.sub("(<a:spcAft>.*?</a:spcAft>)(<a:buChar[^>]*>)", r"\2\1", text),
        "Unexpected element",
    ),
    "no type": (TYPES, lambda text: re.sub("<Override PartName=./ppt/charts.*?>", "", text), "no type"),
    "a label's place": (CHART, lambda text: text.replace('"inEnd"', '"outEnd"'), "outEnd"),
    "an axis below zero": (CHART, lambda text: text.replace('axId val="', 'axId val="-'), "less than"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_are_found(tmp_path: Path, fault: str) -> None:
    name, change, words = FAULTS[fault]
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(ONE)) as sound,
        zipfile.ZipFile(file, "w") as broken,
    ):
        for part in sound.namelist():
            text = sound.read(part)
            broken.writestr(part, change(text.decode()) if part == name else text)
    assert any(words in found for found in problems(file.getvalue(), tmp_path))
