"""The slides opened again: the charts hold the model's numbers, and none that is hidden."""

from dataclasses import replace
from time import process_time
from typing import Any

import pytest

from cockpit.reports import powerpoint_of
from cockpit.reports.lettering import BOLD, PLAIN, wrapped
from cockpit.sheets.model import Chart, FilledSet, Series
from cockpit.wording import PlainError
from tests.reports import made
from tests.reports.opened import cells_of, chart_of, parts, slides_of, texts_of

SLOWEST = 5.0  # seconds of processor time for ten sheets, which a busy machine does not change
EMU = 12_700  # in a point
SECRET = 98_765.0


@pytest.fixture(scope="module")
def ordinary() -> list[Any]:
    return slides_of(powerpoint_of(made.ORDINARY))


@pytest.fixture(scope="module")
def odd() -> list[Any]:
    return slides_of(powerpoint_of(made.ODD))


def expected(chart: Chart) -> list[tuple[float | None, ...]]:
    """The values of each series as they should stand in the file."""
    return [
        tuple(
            None if at in series.hidden or value is None else (-value if series.tone == "outflow" else value)
            for at, value in enumerate(series.values)
        )
        for series in chart.series
    ]


@pytest.mark.parametrize("place", range(len(made.CHARTS)))
def test_charts_hold_the_models_numbers(ordinary: list[Any], place: int) -> None:
    chart = list(made.CHARTS.values())[place]
    native = chart_of(ordinary[place]).chart
    drawn = {series.name: tuple(series.values) for plot in native.plots for series in plot.series}
    assert drawn == dict(zip([series.name for series in chart.series], expected(chart), strict=True))


@pytest.mark.parametrize("place", range(len(made.CHARTS)))
def test_so_does_the_workbook_behind_them(ordinary: list[Any], place: int) -> None:
    """Hidden cells are empty."""
    chart = list(made.CHARTS.values())[place]
    heads, *rows = cells_of(chart_of(ordinary[place]))
    assert list(heads[1:]) == [series.name for series in chart.series]
    assert [tuple(row[at] for row in rows) for at in range(1, len(heads))] == expected(chart)
    assert all(str(row[0]).startswith(name) for row, name in zip(rows, chart.categories, strict=True))


def test_a_column_tells_its_whole_unless_a_part_is_hidden(ordinary: list[Any]) -> None:
    _, *rows = cells_of(chart_of(ordinary[list(made.CHARTS).index("stacked")]))
    assert [row[0].replace("\u00a0", " ") for row in rows] == [
        "2022 (i alt 178)", "2023 (i alt 185)", "2024", "2025 (i alt 202)", "okt. 2026 (i alt 208)"
    ]  # fmt: skip


def test_those_who_come_and_go_stand_in_one_chart_with_the_stock(ordinary: list[Any]) -> None:
    native = chart_of(ordinary[0]).chart
    kinds = {series.name: type(plot).__name__ for plot in native.plots for series in plot.series}
    assert kinds == {"Bestand": "LinePlot", "Tilgang": "BarPlot", "Afgang": "BarPlot"}


def test_numbers_are_written_in_danish(ordinary: list[Any]) -> None:
    formats = {
        form: chart_of(slide).chart.plots[0].series[0]._element.xpath("c:val//c:formatCode")[0].text
        for form, slide in zip(made.CHARTS, ordinary, strict=False)
    }
    assert formats["columns"] == "[$-406]#,##0.00,,"
    assert formats["shares"] == "[$-406]0.0%"
    assert formats["budget"] == '[$-406]"+"#,##0.00,,;[$-406]"−"#,##0.00,,;0'
    texts = texts_of(ordinary[0])
    assert texts["Tal"][:4:2] == ["1.214", "1,18 mio. kr."]


def test_no_hidden_number_is_in_the_file() -> None:
    """Not in the charts, nor in the workbooks, nor in the words about them."""
    file = powerpoint_of(leaked(made.ORDINARY))
    found = [name for name, content in parts(file) if b"98765" in content or b"98.765" in content]
    assert found == []
    told = powerpoint_of(made.as_set(replace(made.sheet("flow"), chart=told_openly(made.FLOW))))
    assert any(b"98765" in content for _, content in parts(told)), "the search finds what is there"


def leaked(found: FilledSet) -> FilledSet:
    def with_secrets(series: Series) -> Series:
        values = (SECRET if at in series.hidden else value for at, value in enumerate(series.values))
        return replace(series, values=tuple(values))

    sheets = [
        replace(sheet, chart=replace(sheet.chart, series=tuple(map(with_secrets, sheet.chart.series))))
        for sheet in found.sheets
        if sheet.chart
    ]
    return replace(found, sheets=tuple(sheets))


def told_openly(chart: Chart) -> Chart:
    return replace(chart, series=(replace(chart.series[0], values=(SECRET,) * 5), *chart.series[1:]))


def test_what_is_hidden_is_told(ordinary: list[Any]) -> None:
    assert texts_of(ordinary[0])["Diagramtekst"] == [
        "Antal borgere i botilbud, borgere. Skjult: Tilgang 2024."
    ]
    assert "skjult (2024)" in alt_text(ordinary[0])


def alt_text(slide: Any) -> str:
    return str(chart_of(slide)._element.nvGraphicFramePr.cNvPr.get("descr"))


def test_a_slide_has_title_source_and_page(ordinary: list[Any]) -> None:
    slide = ordinary[1]
    assert slide.shapes.title.text_frame.text.startswith("Flere unge får plads")
    texts = texts_of(slide)
    assert texts["Kilde"] == ["Kilde: Indsatser og Borgere, opgjort pr. 31-10-2026. Små tal er skjult."]
    assert texts["Side"] == ["2 / 10"]
    assert texts["Emne"] == ["Temamøde: Voksne i botilbud"]
    assert texts["Tendenser"] == [
        "Tendenser",
        "Tilgangen er størst fra psykiatrien",
        "Flere kommuner køber pladser hos os",
    ]
    assert not slide.has_notes_slide


def test_the_file_names_nobody() -> None:
    file = powerpoint_of(made.ORDINARY)
    assert [name for name, content in parts(file) if b"Canny" in content] == []


@pytest.mark.parametrize("name", ["ordinary", "odd"])
def test_no_place_is_empty_and_no_text_runs_over(name: str, request: pytest.FixtureRequest) -> None:
    for slide in request.getfixturevalue(name):
        for shape in slide.placeholders:
            assert shape.text_frame.text.strip(), shape.name
            assert needed(shape) <= shape.height / EMU, (shape.name, shape.text_frame.text[:60])


def needed(shape: Any) -> float:
    """Its text's height in points."""
    height = 0.0
    for paragraph in shape.text_frame.paragraphs:
        [run] = paragraph.runs
        size, weight = run.font.size.pt, BOLD if run.font.bold or shape.name in ("Titel", "Emne") else PLAIN
        indent = int(paragraph._p.pPr.get("marL", 0)) / EMU
        lines = wrapped(run.text.replace("\u200b", ""), size, shape.width / EMU - indent, weight)
        height += len(lines) * size * 1.2 + paragraph.space_after.pt
    return float(height - paragraph.space_after.pt)


def test_everything_stands_on_the_slide(odd: list[Any]) -> None:
    for slide in odd:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= 12_192_000
            assert shape.top + shape.height <= 6_858_000


def test_odd_sheets_say_what_is_lacking_or_left_out(odd: list[Any]) -> None:
    assert texts_of(odd[2])["Diagramtekst"] == ["Nøgletallet »botilbud« findes ikke mere. Vælg et andet."]
    assert texts_of(odd[0])["Udfordringer"][-1].startswith("Der er mere tekst, end der er plads til.")
    assert texts_of(odd[5])["Udfordringer"] == ["Udfordringer", *["Kort"] * 8]
    assert "🎉 med مرحبا og omvendt #emph[x]" in odd[1].shapes.title.text_frame.text


def test_ten_sheets_are_quick() -> None:
    start = process_time()
    powerpoint_of(made.ORDINARY)
    assert process_time() - start < SLOWEST


def test_a_set_without_sheets_is_told_plainly() -> None:
    with pytest.raises(PlainError, match="har ingen plancher"):
        powerpoint_of(made.as_set())
