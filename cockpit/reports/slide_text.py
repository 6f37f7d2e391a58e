"""Text in a slide's places: real paragraphs, in the place's own font and colours."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

LANGUAGE = "da-DK"
INDENT = 171_450  # EMU from the bullet to its text


def write_line(place: Any, text: str, size: float) -> None:
    """`size` is in points."""
    place.text_frame.word_wrap = True
    _paragraph(place.text_frame.paragraphs[0], text, size)


def write_numbers(place: Any, numbers: Sequence[tuple[str, str]], size: float, small: float) -> None:
    """Each number large, with what it is in words below it."""
    frame = place.text_frame
    frame.word_wrap = True
    for at, (shown, words) in enumerate(numbers):
        large = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        _paragraph(large, shown, size, bold=True)
        _paragraph(frame.add_paragraph(), words, small, after=size * 0.35)


def write_list(
    place: Any, heading: str, lines: Sequence[str], size: float, heading_size: float, between: float
) -> None:
    """All three in points; `between` is the space below each."""
    frame = place.text_frame
    frame.word_wrap = True
    _paragraph(frame.paragraphs[0], heading, heading_size, bold=True, after=between)
    for line in lines:
        paragraph = frame.add_paragraph()
        _paragraph(paragraph, line, size, after=between)
        properties = paragraph._p.get_or_add_pPr()
        properties.set("marL", f"{INDENT}")
        properties.set("indent", f"{-INDENT}")
        properties.append(parse_xml(f'<a:buChar {nsdecls("a")} char="•"/>'))


def _paragraph(paragraph: Any, text: str, size: float, *, bold: bool | None = None, after: float = 0) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(size), bold
    run._r.get_or_add_rPr().set("lang", LANGUAGE)
    paragraph.space_after = Pt(after)
