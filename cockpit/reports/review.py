"""A team's review pack as PDF on A4, tagged for who listens to it."""

import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cockpit.reports.lettering import MAY_BREAK, clean
from cockpit.reports.setting import set_as_pdf
from cockpit.reports.tones import INK, LIGHT, LINE, QUIET
from cockpit.review_pack import Part, ReviewPack
from cockpit.wording import date_text

TEMPLATE = Path(__file__).with_name("review.typ")
LONG_WORD = re.compile(r"(\S{25})(?=\S)")
NARROWEST, WIDEST = 7, 30  # letters
FOR_THE_TEAM = "Til gennemgang i teamet. Numrene er fagsystemets egne; del ikke listen med andre."


def review_pdf_of(pack: ReviewPack) -> bytes:
    data = {
        "kicker": "Sagsgennemgang",
        "title": f"{_safe(pack.team)}, {date_text(pack.as_of)}",
        "foot": f"Opgjort pr. {date_text(pack.as_of)}. {FOR_THE_TEAM}",
        "numbers": pack.numbers,
        "parts": [_part(part) for part in pack.parts],
        "colours": {"ink": INK, "quiet": QUIET, "line": LINE, "brand": LIGHT.brand},
    }
    return set_as_pdf(TEMPLATE, data)


def _part(part: Part) -> dict[str, Any]:
    texts = {"title": _safe(part.title), "headings": [_safe(heading) for heading in part.headings]}
    rows = [[_safe(text) for text in row] for row in part.rows]
    return asdict(part) | texts | {"rows": rows, "widths": _widths(part)}


def _safe(text: str) -> str:
    """Without signs that no file may hold; a word that is wider than any column may break."""
    return LONG_WORD.sub(rf"\1{MAY_BREAK}", clean(text))


def _widths(part: Part) -> list[int]:
    """As much of the page for each column as its longest text asks for."""
    columns = zip(part.headings, *part.rows, strict=True)
    return [min(max(NARROWEST, *(len(text) for text in column)), WIDEST) for column in columns]
