"""What is handed out says the same as the screen: every ready set, and one of every topic there is."""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

import pypdfium2
import pytest
from flask.testing import FlaskClient
from lxml import html

from app import server
from cockpit.access import User, asked_by
from cockpit.components.sheet_sets import set_called
from cockpit.reports.amounts import scale_of
from cockpit.settings import Settings, read_settings
from cockpit.sheets.filling import filled_set
from cockpit.sheets.keeping import add_sheet, make_set, mark_of, write_sheet
from cockpit.sheets.model import HIDDEN, FilledSet, Place
from cockpit.sheets.ready import ready_ids
from cockpit.sheets.topics import TOPICS
from cockpit.warehouse import served
from tests.cli.commands import cockpit_here
from tests.reports.opened import cells_of, chart_of, slides_of, texts_of
from tests.reports.strict import problems

SLOWEST = 5.0  # seconds
POLITICIAN = User("p", "politiker")
OWN = "Udvalget æøå: alt"
WRITTEN = {"title": "Vi ved – “noget” & <mere>", "challenges": "Første\nAnden § 107", "tendencies": "Én til"}


@dataclass(frozen=True)
class Screen:
    """A sheet's words by part, each without blanks, as they come."""

    parts: dict[str, list[str]]
    drawn: list[str]


@pytest.fixture(scope="module")
def sets(demo_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The ids of all there are, served by the app of this process."""
    before, folder = dict(os.environ), tmp_path_factory.mktemp("handed") / "data"
    shutil.copytree(demo_settings.data_dir, folder)
    os.environ["COCKPIT_DATA_DIR"] = str(folder)
    served.cache_clear()
    yield [*ready_ids(), _own(read_settings())]
    os.environ.clear()
    os.environ.update(before)
    served.cache_clear()


def _own(settings: Settings) -> str:
    made = make_set(settings.data_dir, OWN, Place())
    for topic in TOPICS.values():
        place = Place("group", "botilbud") if "group" in topic.places else Place()
        sheet = add_sheet(settings.data_dir, made.id, topic.id, place)
        as_of, mark = served().version.as_of, mark_of(sheet)
        write_sheet(
            settings.data_dir, made.id, sheet.id, **WRITTEN, numbers=(), now={}, as_of=as_of, mark=mark
        )
    return made.id


def fetched(path: str) -> bytes:
    client: FlaskClient = server.test_client()
    client.environ_base["cockpit.user"] = POLITICIAN  # type: ignore[assignment]
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.get_data()


def packed(text: str) -> str:
    """Without what only decides where a line may break."""
    return re.sub(r"[\s\u200b\u00ad]", "", text)


def screens(set_id: str) -> list[Screen]:
    page = html.fromstring(fetched(f"/temamoede/{set_id}/vis").decode())
    return [_screen(sheet) for sheet in page.find_class("sheet")]


def _screen(sheet: Any) -> Screen:
    parts = {}
    for part in sheet.find_class("sheet-part"):
        lines = part.xpath(".//p | .//h2 | .//h3 | .//li")
        parts[part.get("class").split()[1]] = [packed(line.text_content()) for line in lines]
    wide = [one for one in sheet.find_class("sheet-drawing") if "narrow" not in one.get("class")]
    return Screen(parts, [packed(word.text or "") for one in wide for word in one.xpath(".//text")])


def pages(pdf: bytes) -> list[str]:
    """What is left out of a line's end by a hyphen is put together again."""
    document = pypdfium2.PdfDocument(pdf)
    return [packed(page.get_textpage().get_text_range().replace("\ufffe", "-")) for page in document]


Found = list[tuple[str, FilledSet, list[Screen], bytes]]


@pytest.fixture(scope="module")
def found(sets: list[str]) -> Found:
    """Each set by its id, filled, on the screen, and as PowerPoint."""
    with asked_by(POLITICIAN):
        return [
            (one, filled_set(set_called(one)), screens(one), fetched(f"/hent/temamoede/{one}.pptx"))
            for one in sets
        ]


@pytest.mark.parametrize("form", ["", "?form=a4"])
def test_the_pdf_says_what_the_screen_says(found: Found, form: str) -> None:
    """Every part, in the same order; in the drawing each word of the 16:9 one."""
    for set_id, _, shown, _ in found:
        read = pages(fetched(f"/hent/temamoede/{set_id}.pdf{form}"))
        assert len(read) == len(shown) > 0
        for page, screen in zip(read, shown, strict=True):
            for name, texts in screen.parts.items():
                at = 0
                for text in texts:
                    assert text in page[at:], (set_id, name, text)
                    at = page.index(text, at) + len(text) if name in ("numbers", "lists") else at
            if not form:
                assert [word for word in screen.drawn if word not in page] == []


def test_the_slides_say_what_the_screen_says(found: Found) -> None:
    places = {"kicker": "Emne", "title": "Titel", "source": "Kilde", "page": "Side"}
    for set_id, filled, shown, file in found:
        slides = slides_of(file)
        for slide, screen, sheet in zip(slides, shown, filled.sheets, strict=True):
            texts = {name: [packed(text) for text in lines] for name, lines in texts_of(slide).items()}
            for name, place in places.items():
                assert texts[place] == screen.parts[name], (set_id, sheet.id, place)
            assert "".join(texts.get("Tal", [])) == "".join(screen.parts["numbers"])
            lists = [*texts.get("Udfordringer", []), *texts.get("Tendenser", [])]
            assert lists == screen.parts["lists"]
            said = screen.parts.get("subtitle") or screen.parts["without"]
            assert texts["Diagramtekst"][0].startswith(said[0].rstrip("…"))
            if sheet.chart and sheet.chart.hides:
                assert packed(HIDDEN).casefold() in texts["Diagramtekst"][0].casefold()


def test_the_slides_charts_hold_the_screens_numbers(found: Found) -> None:
    for set_id, filled, shown, file in found:
        slides = slides_of(file)
        for slide, screen, sheet in zip(slides, shown, filled.sheets, strict=True):
            if not sheet.chart:
                assert not any(shape.has_chart for shape in slide.shapes)
                continue
            heads, *rows = cells_of(chart_of(slide))
            assert list(heads[1:]) == [series.name for series in sheet.chart.series]
            scale = scale_of(sheet.chart)
            if sheet.chart.form == "stacked":
                wholes = re.findall(r"i\u00a0alt\u00a0([\d.,]+)", " ".join(str(row[0]) for row in rows))
                assert set(wholes) <= set(screen.drawn)
                assert len(wholes) == len(rows) or sheet.chart.hides
            for at, series in enumerate(sheet.chart.series, 1):
                for place, row in enumerate(rows):
                    value = None if place in series.hidden else series.values[place]
                    assert (row[at] is None) == (value is None)
                    if value is not None:
                        assert abs(row[at]) == abs(value), (set_id, sheet.id, series.name)
                        words = (scale.shown(value), scale.shown(abs(value)))
                        assert any(packed(word) in "|".join(screen.drawn) for word in words)


SINCE, DAY = "from=2022-01-01 to=2026-10-31", "on=2026-10-31"
COMMANDS = {
    "flow": f"stock_flow period=year {SINCE} group=botilbud",
    "sections": f"stock_flow period=year {SINCE} by=section",
    "groups": f"stock_flow period=year {SINCE} by=group",
    "ages": f"age_intervals bands=25,67 {DAY} group=botilbud",
    "intervals": "cost_intervals limits=1000000,2000000 from_year=2021 to_year=2025 group=botilbud",
    "unit_cost": "cost from_year=2021 to_year=2025 group=botilbud",
    "market": f"market {DAY} group=botilbud",
    "places": f"places {DAY}",
    "caseload": f"caseload by=area {DAY}",
    "deadlines": f"deadlines_kept period=year {SINCE}",
    "budget": "budget year=2026 month=10",
}


@pytest.mark.parametrize("topic", COMMANDS)
def test_the_numbers_are_those_of_the_command_line(found: Found, topic: str) -> None:
    """As a politician gets them; of the ages those of the day itself."""
    line = ["figure", *COMMANDS[topic].split(), "--role", "politiker", "--format", "json"]
    done = cockpit_here(read_settings(), *line)
    assert done.status == 0, done.told
    told = [float(number) for number in re.findall(r"(?<=: )-?[0-9]+(?:\.[0-9]+)?(?=[,\s}])", done.out)]
    chart = found[-1][1].sheets[list(TOPICS).index(topic)].chart
    assert chart
    values = [one.values[-1:] if topic == "ages" else one.values for one in chart.series]
    shown = [value for every in values for value in every if value is not None]
    assert [value for value in shown if not any(abs(value - one) < 1e-9 for one in told)] == []
    assert shown


def test_powerpoint_finds_nothing_to_repair(found: Found, tmp_path: Path) -> None:
    for _, _, _, file in found:
        assert problems(file, tmp_path) == []


def test_fourteen_sheets_are_quick_also_the_first_time(sets: list[str]) -> None:
    """Nothing is asked before; processor time, which a busy machine does not change."""
    served.cache_clear()
    start = process_time()
    for kind in ("pptx", "pdf"):
        fetched(f"/hent/temamoede/{sets[-1]}.{kind}")
    assert process_time() - start < SLOWEST


def test_a_chart_is_told_to_who_cannot_see_it(found: Found) -> None:
    """The alternative text holds each of its numbers."""
    for _, filled, _, file in found:
        slides = slides_of(file)
        for slide, sheet in zip(slides, filled.sheets, strict=True):
            if sheet.chart:
                told = chart_of(slide)._element.nvGraphicFramePr.cNvPr.get("descr")
                scale = scale_of(sheet.chart)
                for series in sheet.chart.series:
                    assert all(scale.at(series, at) in told for at in range(len(series.values)))
