"""The PowerPoint file that slides are made from: the municipality's own, or ours."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.presentation import Presentation as Opened
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout

from cockpit.wording import PlainError, listed, number, safe_quote

LAYOUT = "Planche"
TITLE, CHART = "Titel", "Diagram"
PLACES = ("Emne", TITLE, "Tal", "Diagramtekst", CHART, "Udfordringer", "Tendenser", "Kilde", "Side")
MEGABYTE = 1_000_000
LARGEST, LARGEST_UNPACKED, LARGEST_XML = 50 * MEGABYTE, 300 * MEGABYTE, 20 * MEGABYTE
MOST_PARTS = 3000
# Who wrote comments on the template's slides, and what those looked like.
_PERSONAL = (RELATIONSHIP_TYPE.COMMENT_AUTHORS, RELATIONSHIP_TYPE.THUMBNAIL)
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_WITHOUT_WORDS = (
    PP_PLACEHOLDER.PICTURE,
    PP_PLACEHOLDER.CHART,
    PP_PLACEHOLDER.TABLE,
    PP_PLACEHOLDER.MEDIA_CLIP,
)


def opened(template: Path) -> Opened:
    """The file without its slides and without people's names; PlainError where it cannot be used."""
    _refuse_too_large(template)
    try:
        presentation: Opened = Presentation(str(template))
        _refuse_macros(presentation, template)
        emptied(presentation)
        layout_of(presentation)
    except PlainError:
        raise
    except Exception:  # the library has many, and raises those of lxml and zipfile too
        raise _unreadable(template) from None
    return presentation


def layout_of(presentation: Opened) -> SlideLayout:
    """The layout »Planche«; PlainError that names what is missing, or is of a wrong kind."""
    named = [layout for layout in presentation.slide_layouts if _same(layout.name, LAYOUT)]
    if not named:
        raise PlainError(
            f"Skabelonen har intet layout med navnet »{LAYOUT}«. Omdøb et layout i diasmasteren, eller "
            "begynd med en PowerPoint, som cockpittet har skrevet."
        )
    places = places_in(named[0])
    missing = [f"»{name}«" for name in PLACES if name not in places]
    if missing:
        raise PlainError(
            f"Layoutet »{LAYOUT}« i skabelonen mangler pladsholderen {listed(missing)}. Tilføj den i "
            "diasmasteren, og giv den navnet i ruden Markering."
        )
    _refuse_wrong_kinds(places)
    return named[0]


def places_in(layout: SlideLayout) -> Mapping[str, LayoutPlaceholder]:
    """The layout's placeholders that have one of our names."""
    return {
        name: place for name in PLACES for place in layout.placeholders if _same(place.name, name)
    }  # fmt: skip


def emptied(presentation: Opened) -> None:
    """Its slides are examples, and may hold anything; the names of those who worked on it go too."""
    slides = presentation.slides._sldIdLst
    for slide in list(slides):
        presentation.part.drop_rel(slide.rId)
        slides.remove(slide)
    for part in (presentation.part, presentation.part.package):
        relations = part._rels
        for relation in [key for key, value in relations.items() if value.reltype in _PERSONAL]:
            relations.pop(relation)
    about = presentation.core_properties
    for name in (
        "author",
        "last_modified_by",
        "comments",
        "keywords",
        "category",
        "subject",
        "content_status",
    ):
        setattr(about, name, "")


def _refuse_wrong_kinds(places: Mapping[str, LayoutPlaceholder]) -> None:
    if places[TITLE].placeholder_format.type not in _TITLES:
        raise PlainError(f"»{TITLE}« i layoutet »{LAYOUT}« skal være layoutets titel. Giv titlen det navn.")
    wrong = [
        f"»{name}«"
        for name in PLACES
        if name != CHART and places[name].placeholder_format.type in _WITHOUT_WORDS
    ]
    if wrong:
        raise PlainError(
            f"I layoutet »{LAYOUT}« skal {listed(wrong)} være en pladsholder til tekst. Skift den ud."
        )


def _refuse_macros(presentation: Opened, template: Path) -> None:
    """The library reads them; PowerPoint opens no .pptx that has them, and they are not ours to hand on."""
    if presentation.part.content_type != CONTENT_TYPE.PML_PRESENTATION_MAIN:
        raise _unreadable(template)


def _refuse_too_large(template: Path) -> None:
    try:
        size = template.stat().st_size
        with zipfile.ZipFile(template) as archive:
            parts = archive.infolist()
    except FileNotFoundError:
        raise PlainError(f"Skabelonen {safe_quote(template.name)} findes ikke. Ret navnet.") from None
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile):
        raise _unreadable(template) from None
    texts = [part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    unpacked = sum(part.file_size for part in parts)
    too_large = size > LARGEST or unpacked > LARGEST_UNPACKED or max(texts, default=0) > LARGEST_XML
    if too_large or len(parts) > MOST_PARTS:
        most = number(LARGEST / MEGABYTE)
        raise PlainError(
            f"Skabelonen {safe_quote(template.name)} er for stor. Den må fylde {most} MB; "
            "slet billeder og dias i den."
        )


def _unreadable(template: Path) -> PlainError:
    return PlainError(
        f"Skabelonen {safe_quote(template.name)} kan ikke læses som PowerPoint. Gem den som .pptx, "
        "ikke som .potx eller .pptm, og prøv igen."
    )


def _same(name: str, wanted: str) -> bool:
    return name.strip().casefold() == wanted.casefold()
