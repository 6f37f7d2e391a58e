"""The streams in and out: every number is told once, widths follow counts, and no text can be markup."""

from itertools import pairwise
from xml.etree import ElementTree

from cockpit.charts.sankey import FULL_HEIGHT, Stream, sankey


def drawn(coming: list[Stream], going: list[Stream]) -> ElementTree.Element:
    return ElementTree.fromstring(sankey("Botilbud", coming, going))


def heights(picture: ElementTree.Element, tone: str) -> list[float]:
    return [float(part.attrib["height"]) for part in picture.iter("rect") if part.attrib["class"] == tone]


def texts(picture: ElementTree.Element) -> list[str]:
    return ["".join(part.itertext()) for part in picture.iter("text")]


def test_the_fuller_side_fills_the_middle_and_widths_follow_the_counts() -> None:
    picture = drawn([Stream("Ny", 30, "none"), Stream("Støtte", 10, "0")], [Stream("Død", 20, "none")])
    assert heights(picture, "tone-0") == [FULL_HEIGHT * 10 / 40]
    assert heights(picture, "tone-none") == [FULL_HEIGHT * 30 / 40, FULL_HEIGHT * 20 / 40]
    assert texts(picture) == ["Ny 30", "Støtte 10", "20 Død", "Botilbud", "40 ind · 20 ud"]


def test_labels_never_overlap_and_stay_inside() -> None:
    many = [Stream(f"Gruppe {place}", count, "1") for place, count in enumerate((900, *[1] * 20))]
    picture = drawn(many, [])
    places = [float(part.attrib["y"]) for part in picture.iter("text")][: len(many)]
    assert all(later - earlier >= 18 for earlier, later in pairwise(places))
    assert places[-1] < float(picture.attrib["viewBox"].split()[3])


def test_nobody_on_a_side_leaves_it_empty() -> None:
    assert texts(drawn([], [Stream("Død", 1, "none")])) == ["1 Død", "Botilbud", "0 ind · 1 ud"]


def test_a_name_is_text_whatever_it_holds() -> None:
    assert texts(drawn([Stream("<b> & co", 1, "0")], []))[0] == "<b> & co 1"
