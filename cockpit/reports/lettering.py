"""Text as wide as it will be: measured in the font that it is set in, broken into lines, shortened."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from cockpit.settings import PROJECT

if TYPE_CHECKING:
    from PIL import ImageFont

FONTS = PROJECT / "assets" / "vendor"
PLAIN, BOLD = 400, 600
MORE = "…"
MAY_BREAK = "\u200b"
UNKNOWN = "\ufffd"
_FILES = {PLAIN: "ibm-plex-sans-regular.ttf", BOLD: "ibm-plex-sans-semibold.ttf"}
_MEASURED_AT = 100
# Signs that are not seen but change what is: controls, directions, joiners, halves of a sign.
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")
# Of a word that is wider than its line no piece stands alone.
_SHORTEST_PIECE = 3


def clean(text: str) -> str:
    """One line without what cannot be written in a file: controls, and signs that turn the text around.

    A blank that keeps `§ 108` together stays.
    """
    flat = re.sub(r"[^\S\u00a0]+", " ", unicodedata.normalize("NFC", text)).strip()
    return "".join(sign for sign in flat if unicodedata.category(sign) not in _UNSEEN)


def in_font(text: str) -> str:
    """What our font lacks, such as an emoji, becomes the sign for an unknown one: never nothing."""
    return "".join(sign if sign == MAY_BREAK or _has(sign) else UNKNOWN for sign in text)


@lru_cache(maxsize=10_000)
def width_of(text: str, size: float, weight: int = PLAIN) -> float:
    """In the unit of `size`."""
    return _font(weight).getlength(text) * size / _MEASURED_AT


def shortened(text: str, size: float, width: float, weight: int = PLAIN) -> str:
    """As much as there is room for, with `…` where something is left out."""
    if width_of(text, size, weight) <= width:
        return text
    kept = _fitting(text, size, width - width_of(MORE, size, weight), weight)
    return text[:kept].rstrip() + MORE


def wrapped(text: str, size: float, width: float, weight: int = PLAIN, most: int | None = None) -> list[str]:
    """Its lines; past `most` of them it is shortened. A word wider than a line is broken."""
    lines: list[str] = []
    for word in text.split(" "):
        pieces = _pieces(word, size, width, weight)
        if lines and width_of(f"{lines[-1]} {pieces[0]}", size, weight) <= width:
            lines[-1] = f"{lines[-1]} {pieces.pop(0)}"
        lines += pieces
    if most is None or len(lines) <= most:
        return lines
    return [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), size, width, weight)]


def breakable(text: str, size: float, width: float, weight: int = PLAIN) -> str:
    """With an unseen sign where a word is wider than its line: other programs break no word."""
    return " ".join(MAY_BREAK.join(_pieces(word, size, width, weight)) for word in text.split(" "))


def _fitting(text: str, size: float, width: float, weight: int) -> int:
    """How many of its signs fit."""
    return bisect_right(range(1, len(text) + 1), width, key=lambda end: width_of(text[:end], size, weight))


def _pieces(word: str, size: float, width: float, weight: int) -> list[str]:
    pieces = []
    while width_of(word, size, weight) > width and len(word) > _SHORTEST_PIECE:
        fits = max(_fitting(word, size, width, weight), _SHORTEST_PIECE)
        pieces.append(word[:fits])
        word = word[fits:]
    return [*pieces, word]


@lru_cache(maxsize=4)
def _font(weight: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont  # not before a sheet is drawn

    return ImageFont.truetype(FONTS / _FILES[weight], _MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _has(sign: str) -> bool:
    """Pillow tells of no missing sign, but draws the same box for each."""
    return sign == " " or bytes(_font(PLAIN).getmask(sign)) != bytes(_font(PLAIN).getmask("\uffff"))
