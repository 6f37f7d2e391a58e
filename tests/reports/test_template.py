"""The municipality's own template: what it must have, and what is said of one that has it not."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE

from cockpit.reports import powerpoint_of
from cockpit.reports.template import PLACES
from cockpit.settings import PROJECT
from cockpit.wording import PlainError
from tests.reports import made
from tests.reports.opened import chart_of, parts, slides_of, texts_of

SET = made.as_set(made.sheet("flow"), made.sheet("bars"))
# What the cockpit has written is itself a template to begin with.
EXAMPLE = powerpoint_of(SET)


def changed(folder: Path, change: Callable[[Any], None]) -> Path:
    """The example as somebody has changed it."""
    presentation = Presentation(io.BytesIO(EXAMPLE))
    change(presentation)
    path = folder / "skabelon.pptx"
    presentation.save(str(path))
    return path


def place(presentation: Any, name: str) -> Any:
    return next(shape for shape in presentation.slide_layouts[0].placeholders if shape.name == name)


def test_the_example_has_every_place(tmp_path: Path) -> None:
    presentation = Presentation(io.BytesIO(EXAMPLE))
    assert [layout.name for layout in presentation.slide_layouts] == ["Planche"]
    assert {shape.name for shape in presentation.slide_layouts[0].placeholders} == set(PLACES)
    assert len(slides_of(powerpoint_of(SET, changed(tmp_path, lambda _: None)))) == 2


def test_the_guide_names_every_place() -> None:
    guide = (PROJECT / "data" / "powerpoint.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE) == list(PLACES)


def test_its_places_are_kept(tmp_path: Path) -> None:
    def move(presentation: Any) -> None:
        chart, source = place(presentation, "Diagram"), place(presentation, "Kilde")
        chart.left, chart.top, chart.width, chart.height = 100_000, 200_000, 5_000_000, 3_000_000
        source.name = " kilde "
        source.top = 6_000_000

    slide = slides_of(powerpoint_of(SET, changed(tmp_path, move)))[0]
    chart = chart_of(slide)
    assert (chart.left, chart.top, chart.width, chart.height) == (100_000, 200_000, 5_000_000, 3_000_000)
    assert next(shape.top for shape in slide.shapes if shape.name == "Kilde") == 6_000_000
    assert texts_of(slide)["Kilde"][0].startswith("Kilde:")


def test_lists_beside_each_other_stay_there(tmp_path: Path) -> None:
    def beside(presentation: Any) -> None:
        upper, lower = place(presentation, "Udfordringer"), place(presentation, "Tendenser")
        lower.left, lower.top, lower.width, lower.height = (
            upper.left - 2_000_000,
            upper.top,
            1_900_000,
            upper.height,
        )

    slide = slides_of(powerpoint_of(SET, changed(tmp_path, beside)))[0]
    tops = {shape.top for shape in slide.placeholders if shape.name in ("Udfordringer", "Tendenser")}
    assert len(tops) == 1


def test_its_own_slides_and_names_are_left_out(tmp_path: Path) -> None:
    def fill(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[0])
        slide.shapes.title.text_frame.text = "Fortroligt udkast"
        slide.notes_slide.notes_text_frame.text = "Husk Kirsten"
        presentation.core_properties.author = presentation.core_properties.comments = "Kirsten"

    file = powerpoint_of(SET, changed(tmp_path, fill))
    assert len(slides_of(file)) == 2
    assert [name for name, content in parts(file) if b"Fortroligt" in content or b"Kirsten" in content] == []


def test_missing_places_are_named(tmp_path: Path) -> None:
    def take_away(presentation: Any) -> None:
        for name in ("Diagram", "Kilde"):
            element = place(presentation, name)._element
            element.getparent().remove(element)

    told(changed(tmp_path, take_away), "mangler pladsholderen »Diagram« og »Kilde«")


@pytest.mark.parametrize("name", PLACES)
def test_so_is_each_alone(tmp_path: Path, name: str) -> None:
    def take_away(presentation: Any) -> None:
        element = place(presentation, name)._element
        element.getparent().remove(element)

    told(changed(tmp_path, take_away), f"i skabelonen mangler pladsholderen »{name}«. Tilføj den")


def test_a_missing_layout_is_named(tmp_path: Path) -> None:
    def rename(presentation: Any) -> None:
        presentation.slide_layouts[0]._element.cSld.set("name", "Forside")

    told(changed(tmp_path, rename), "intet layout med navnet »Planche«")


def test_a_title_that_is_none_is_told(tmp_path: Path) -> None:
    def swap(presentation: Any) -> None:
        title, kicker = place(presentation, "Titel"), place(presentation, "Emne")
        title.name, kicker.name = "Emne", "Titel"

    told(changed(tmp_path, swap), "»Titel« i layoutet »Planche« skal være layoutets titel")


def test_a_place_for_pictures_is_told(tmp_path: Path) -> None:
    def picture(presentation: Any) -> None:
        place(presentation, "Tal")._element.xpath(".//p:ph")[0].set("type", "pic")

    told(changed(tmp_path, picture), "skal »Tal« være en pladsholder til tekst")


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + place, b"&%c;" % (97 + place) * 10) for place in range(9)
) + b"]><p>&j;</p>"  # fmt: skip
BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "no zip": lambda _: b"\xd0\xcf\x11\xe0" * 100,
    "cut short": lambda file: file[: len(file) // 2],
    "another zip": lambda _: zipped({"word/document.xml": b"<w/>"}),
    "a template file": lambda file: zipped({**dict(parts(file)), "[Content_Types].xml": as_template(file)}),
    "macros": lambda file: zipped({**raw(file), "[Content_Types].xml": with_macros(file)}),
    "no xml": lambda file: zipped({**dict(parts(file)), "ppt/presentation.xml": b"<p:presentation"}),
    "entities": lambda file: zipped({**dict(parts(file)), "ppt/presentation.xml": LAUGHS}),
}


def zipped(content: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return file.getvalue()


def raw(file: bytes) -> dict[str, bytes]:
    """Its parts as they are, those that are packed themselves too."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_macros(file: bytes) -> bytes:
    standard, macros = CONTENT_TYPE.PML_PRESENTATION_MAIN, CONTENT_TYPE.PML_PRES_MACRO_MAIN
    return raw(file)["[Content_Types].xml"].replace(standard.encode(), macros.encode())


def as_template(file: bytes) -> bytes:
    return dict(parts(file))["[Content_Types].xml"].replace(b"presentation.main+xml", b"template.main+xml")


@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_is_none_is_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "skabelon.pptx"
    path.write_bytes(BROKEN[kind](EXAMPLE))
    told(path, "»skabelon.pptx« kan ikke læses som PowerPoint. Gem den som .pptx")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    told(tmp_path / "ingen.pptx", "»ingen.pptx« findes ikke")


@pytest.mark.parametrize("name", ["ppt/slides/slide1.xml", "ppt/media/image1.bin"])
def test_one_that_would_fill_the_memory_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / "skabelon.pptx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        for _ in range(320 if name.endswith("bin") else 21):
            part.write(b" " * 1_000_000)
    told(path, "er for stor")


def told(template: Path, words: str) -> None:
    with pytest.raises(PlainError) as problem:
        powerpoint_of(SET, template)
    assert words in str(problem.value)
