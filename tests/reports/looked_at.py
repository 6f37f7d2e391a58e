"""What stands in a drawing, read back from its SVG."""

from dataclasses import dataclass
from xml.etree import ElementTree

from cockpit.reports import svg
from cockpit.reports.lettering import BOLD, PLAIN, width_of

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    foot: float
    colour: str

    def lies_on(self, other: "Word") -> bool:
        beside = self.right <= other.left + 1 or self.left >= other.right - 1
        return not beside and self.top < other.foot - 1 and self.foot > other.top + 1


def words_in(drawing: str) -> list[Word]:
    return [_word(node) for node in ElementTree.fromstring(drawing).iter(f"{SVG}text")]


def _word(node: ElementTree.Element) -> Word:
    text = node.text or ""
    assert not list(node), "words are plain text"
    width = width_of(text, svg.TEXT, BOLD if node.get("font-weight") else PLAIN)
    x, y = float(node.attrib["x"]), float(node.attrib["y"])
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[node.attrib["text-anchor"]]
    return Word(text, left, y - svg.TEXT * 0.7, left + width, y, node.attrib["fill"])


def clashes(words: list[Word]) -> list[tuple[str, str]]:
    return [
        (one.text, other.text)
        for place, one in enumerate(words)
        for other in words[place + 1 :]
        if one.lies_on(other)
    ]


def outside(words: list[Word], width: float, height: float) -> list[Word]:
    return [
        word
        for word in words
        if word.left < -0.5 or word.right > width + 0.5 or word.top < -0.5 or word.foot > height + 0.5
    ]
