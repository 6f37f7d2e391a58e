"""The PDF opened again: who listens can follow it, nothing is hidden in it, nothing runs over its place."""

import io
from collections.abc import Iterator
from dataclasses import replace
from time import process_time
from typing import Any

import pypdf
import pypdfium2
import pytest

from cockpit.reports import pdf_of
from cockpit.reports.areas import WIDE, Areas, areas_of
from cockpit.reports.lettering import clean, wrapped
from cockpit.reports.pdf import PAPERS
from cockpit.sheets.model import FilledSet
from cockpit.wording import PlainError
from tests.reports import made
from tests.reports.test_drawing import with_secrets

SETS = {"ordinary": made.ORDINARY, "odd": made.ODD}
SLOWEST = 5.0  # seconds of processor time for ten sheets, which a busy machine does not change


@pytest.fixture(scope="module")
def pdfs() -> dict[tuple[str, str], bytes]:
    return {(name, paper): pdf_of(found, paper) for name, found in SETS.items() for paper in PAPERS}


def read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """Of all pages, with one blank between words however the lines were broken."""
    document = pypdfium2.PdfDocument(pdf)
    pages = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(pages.replace("\u200b", "").split())


def structure(pdf: bytes) -> Iterator[dict[str, Any]]:
    """Every element of the structure, in reading order."""
    root: Any = read(pdf).trailer["/Root"]
    waiting = [root["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop(0).get_object()
        if isinstance(node, list):
            waiting = [*node, *waiting]
        elif isinstance(node, dict):
            yield node
            waiting = [node["/K"], *waiting] if "/K" in node and not isinstance(node["/K"], int) else waiting


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", SETS)
def test_it_is_tagged_and_danish(pdfs: dict[tuple[str, str], bytes], name: str, paper: str) -> None:
    opened = read(pdfs[name, paper])
    root: Any = opened.trailer["/Root"]
    assert bool(root["/MarkInfo"]["/Marked"])
    assert root["/Lang"] == "da"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert opened.metadata is not None
    assert opened.metadata.title == "Temamøde: Voksne i botilbud"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_titles_are_headings_and_charts_are_told_in_words(pdfs: dict[tuple[str, str], bytes]) -> None:
    found = list(structure(pdfs["ordinary", "a4"]))
    kinds = [str(node.get("/S")) for node in found]
    assert (kinds.count("/H1"), kinds.count("/H2"), kinds.count("/Figure")) == (10, 20, 10)
    told = [str(node["/Alt"]) for node in found if node.get("/S") == "/Figure"]
    assert "Tilgang: 41 (2022), 44 (2023), skjult (2024)" in told[0]


def test_it_names_nobody(pdfs: dict[tuple[str, str], bytes]) -> None:
    metadata = read(pdfs["ordinary", "a4"]).metadata
    assert metadata is not None
    assert metadata.author is None


@pytest.mark.parametrize(("paper", "ratio"), [("16:9", 16 / 9), ("a4", 297 / 210)])
def test_one_page_a_sheet(pdfs: dict[tuple[str, str], bytes], paper: str, ratio: float) -> None:
    pages = read(pdfs["ordinary", paper]).pages
    assert len(pages) == 10
    assert all(
        float(page.mediabox.width / page.mediabox.height) == pytest.approx(ratio, abs=1e-3) for page in pages
    )


@pytest.mark.parametrize("paper", PAPERS)
def test_its_text_can_be_read_out(pdfs: dict[tuple[str, str], bytes], paper: str) -> None:
    text = text_of(pdfs["ordinary", paper])
    for words in (
        "Flere unge får plads i midlertidige botilbud, og de bliver boende længere",
        "1,18 mio. kr.", "1.202", "+3,10", "−0,66", "skjult", "Udfordringer",
        "Tilgangen er størst fra psykiatrien",
        "Kilde: Indsatser og Borgere, opgjort pr. 31-10-2026. Små tal er skjult.", "10 / 10",
    ):  # fmt: skip
        assert words in text


def test_what_people_write_is_not_markup(pdfs: dict[tuple[str, str], bytes]) -> None:
    text = text_of(pdfs["odd", "16:9"])
    assert r"og omvendt #emph[x] $a$ \ <b>fed</b> & @ref" in text
    assert "findes ikke mere. Vælg et andet." in text


def test_a_long_title_is_whole(pdfs: dict[tuple[str, str], bytes]) -> None:
    assert " ".join(["Meget lang titel"] * 24) in text_of(pdfs["odd", "16:9"])


def test_a_section_is_not_broken_over_two_lines() -> None:
    assert clean("mest  efter\t§\u00a0108") == "mest efter §\u00a0108"
    lines = [wrapped("mest efter §\u00a0108", 10, width) for width in range(30, 120)]
    assert all(line != "108" for found in lines for line in found)


def test_what_is_left_out_is_told(pdfs: dict[tuple[str, str], bytes]) -> None:
    text = text_of(pdfs["odd", "16:9"])
    assert "Der er mere tekst, end der er plads til." in text
    assert "…" in text


def test_no_hidden_number_is_in_it() -> None:
    """The file is the same whether the model holds it or not."""
    assert pdf_of(leaked(made.ORDINARY)) == pdf_of(made.ORDINARY)


def leaked(found: FilledSet) -> FilledSet:
    sheets = []
    for sheet in found.sheets:
        assert sheet.chart
        series = tuple(with_secrets(one) for one in sheet.chart.series)
        sheets.append(replace(sheet, chart=replace(sheet.chart, series=series)))
    return replace(found, sheets=tuple(sheets))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", SETS)
def test_nothing_is_blank_and_nothing_runs_over(
    pdfs: dict[tuple[str, str], bytes], name: str, paper: str
) -> None:
    """What stands too long in its place would show between the places, or at the paper's edge."""
    width, height = PAPERS[paper]
    areas = areas_of(WIDE * height / width)
    for page in pypdfium2.PdfDocument(pdfs[name, paper]):
        picture = page.render(scale=WIDE / width, grayscale=True).to_pil()
        for gap in gaps(areas, picture.width, picture.height):
            assert picture.crop(gap).getextrema() == (255, 255), gap
        title = areas.title
        assert (
            picture.crop((int(title.left), int(title.top), 600, int(title.top + title.height))).getextrema()[
                0
            ]
            < 80
        )


def gaps(areas: Areas, width: int, height: int) -> list[tuple[int, int, int, int]]:
    body, foot = int(areas.numbers.top), int(areas.source.top - 24)
    return [
        (0, 0, 90, height), (width - 90, 0, width, height), (0, 0, width, 60),
        (0, height - 36, width, height),
        (90, body - 30, width - 90, body - 2),
        (int(areas.numbers.left + areas.numbers.width) + 8, body, int(areas.chart.left) - 4, foot),
        (int(areas.chart.left + areas.chart.width) + 4, body, int(areas.lists.left) - 4, foot),
        (90, int(areas.numbers.top + areas.numbers.height) + 4, width - 90, foot),
        (int(areas.source.left + areas.source.width) + 4, foot + 10, int(areas.page.left), height),
    ]  # fmt: skip


def test_ten_sheets_are_quick() -> None:
    start = process_time()
    for paper in PAPERS:
        pdf_of(made.ORDINARY, paper)
    assert process_time() - start < SLOWEST


def test_a_set_without_sheets_and_an_unknown_paper_are_told_plainly() -> None:
    with pytest.raises(PlainError, match="har ingen plancher"):
        pdf_of(made.as_set())
    with pytest.raises(PlainError, match="16:9 eller a4"):
        pdf_of(made.ORDINARY, "a3")
