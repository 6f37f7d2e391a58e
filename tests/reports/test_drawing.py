"""A drawing holds the chart's numbers in Danish, hides what is hidden, and nothing in it lies on another."""

import random
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from cockpit.reports import drawing_of, height_of_bars, summary_of, svg
from cockpit.reports.tones import FILLS, READABLE, WHITE, contrast, upon, word_colour
from cockpit.sheets.model import Chart, Series
from tests.reports import made
from tests.reports.looked_at import SVG, clashes, outside, words_in

SIZES = ((790, 560), (790, 840), (1000, 600))
NAMES = (
    "Botilbud til længerevarende ophold",
    "§ 107",
    "Støtte i eget hjem",
    "Beskyttet beskæftigelse",
    "Ungestøtte",
)


def invented(seed: int) -> Chart:
    """Any form with any number of series and values, large, small, hidden, missing."""
    dice = random.Random(seed)
    form = dice.choice(["flow", "lines", "stacked", "columns", "bars"])
    count = dice.randint(1, 12 if form == "bars" else 5)
    many = {"bars": 2, "columns": 2, "flow": 3}.get(form, 6)
    shape = (
        "percent" if form == "lines" and dice.random() < 0.3 else dice.choice(["count", "decimal", "kroner"])
    )
    largest = 1 if shape == "percent" else 10 ** dice.randint(1, 7 if shape == "kroner" else 4)
    signed = form in ("bars", "columns") and dice.random() < 0.3
    listed = []
    for place in range(3 if form == "flow" else dice.randint(1, many)):
        values = [dice.uniform(-largest if signed else 0, largest) for _ in range(count)]
        missing = {at for at in range(count) if dice.random() < 0.15}
        tone = ("stock", "inflow", "outflow")[place] if form == "flow" else f"part-{place}"
        listed.append(
            Series(
                f"{place}",
                f"{dice.choice(NAMES)} {place}"
                if form != "flow"
                else ("Bestand", "Tilgang", "Afgang")[place],
                tuple(None if at in missing else value for at, value in enumerate(values)),
                tone,
                "borgere",
                frozenset(at for at in missing if dice.random() < 0.7),
            )
        )
    names = made.YEARS if form != "bars" else tuple(dice.choice(NAMES) for _ in range(count))
    return Chart(form, tuple(names[:count]), tuple(listed), shape, "borgere")


@pytest.mark.parametrize("form", made.CHARTS)
@pytest.mark.parametrize("size", SIZES)
def test_words_stand_apart_and_inside(form: str, size: tuple[int, int]) -> None:
    words = words_in(drawing_of(made.CHARTS[form], *size))
    assert clashes(words) == []
    assert outside(words, *size) == []


@pytest.mark.parametrize("seed", range(120))
def test_so_do_those_of_any_chart(seed: int) -> None:
    words = words_in(drawing_of(invented(seed)))
    assert clashes(words) == []
    assert outside(words, 790, 560) == []


@pytest.mark.parametrize("form", made.CHARTS)
def test_words_can_be_read_from_the_back_row(form: str) -> None:
    drawing = drawing_of(made.CHARTS[form])
    assert svg.TEXT >= 24
    assert "font-size" not in drawing.replace(f'font-size="{svg.TEXT}"', "", 1)
    fills = set(FILLS.values())
    for word in words_in(drawing):
        assert max(contrast(word.colour, back) for back in (WHITE, *fills)) >= READABLE
        assert word.colour == WHITE or contrast(word.colour, WHITE) >= READABLE, word


@pytest.mark.parametrize("tone", FILLS)
def test_every_tone_has_words_that_can_be_read(tone: str) -> None:
    assert contrast(word_colour(tone), WHITE) >= READABLE


@pytest.mark.parametrize("tone", ["step-0", "step-1", "step-2"])
def test_numbers_are_read_upon_the_parts_of_a_column(tone: str) -> None:
    assert contrast(FILLS[tone], upon(FILLS[tone])) >= READABLE


def test_numbers_are_written_as_danes_write_them() -> None:
    assert {"1.202", "1.214", "41", "36"} <= texts(made.FLOW)
    assert {"mio. kr.", "0,98", "1,18"} <= texts(made.COLUMNS)
    assert {"+3,10", "−0,66", "−1,20"} <= texts(made.BUDGET)
    assert {"pct.", "92,1", "Handleplaner: 75,0"} <= texts(made.SHARES)
    assert {"38,3", "21,5"} <= texts(made.BARS)


ACCOUNTS = (
    "Forebyggende foranstaltninger for børn og unge *",
    "Botilbud for personer med særlige sociale problemer *",
    "Botilbud for længerevarende ophold *",
    "Botilbud til midlertidigt ophold *",
    "Kontaktperson- og ledsageordninger",
    "Opholdssteder mv. for børn og unge",
    "Aktivitets- og samværstilbud *",
)
KINDS = ("Opfølgning", "Vurdering af underretning", "Børnefaglig undersøgelse")


@pytest.mark.parametrize("size", [*SIZES, (560, 0)])
def test_names_of_accounts_stand_whole(size: tuple[int, int]) -> None:
    values = tuple(100_000.0 * (4 - at) for at in range(len(ACCOUNTS)))
    chart = replace(made.BUDGET, categories=ACCOUNTS, series=(made.series("Afvigelse", values, "cost-up"),))
    width, height = size
    words = words_in(drawing_of(chart, width, height or height_of_bars(chart, width)))
    assert [word.text for word in words if "…" in word.text] == []
    assert clashes(words) == []
    assert outside(words, width, height or height_of_bars(chart, width)) == []


@pytest.mark.parametrize("width", [790, 560])
def test_names_of_lines_stand_whole(width: int) -> None:
    names = ("Første opfølgning på barnets plan", "§ 85, botilbudslignende", *KINDS)
    listed = [made.series(name, (0.9, 0.8, 0.87), f"part-{at}") for at, name in enumerate(names)]
    words = words_in(drawing_of(replace(made.SHARES, categories=made.YEARS[:3], series=tuple(listed)), width))
    assert [word.text for word in words if "…" in word.text] == []
    assert clashes(words) == []
    said = " ".join(word.text for word in words)
    assert all(part in said for name in names for part in name.split())


def texts(chart: Chart) -> set[str]:
    return {word.text for word in words_in(drawing_of(chart))}


@pytest.mark.parametrize("form", ["flow", "lines", "stacked", "columns", "bars"])
def test_a_hidden_value_is_told_and_not_drawn(form: str) -> None:
    """Even when the number stands in the model by a fault, the drawing is the same as without it."""
    chart = made.CHARTS[form]
    drawing = drawing_of(chart)
    assert "skjult" in drawing
    leaked = replace(chart, series=tuple(with_secrets(series) for series in chart.series))
    assert drawing_of(leaked) == drawing
    assert summary_of(leaked) == summary_of(chart)


def with_secrets(series: Series) -> Series:
    values = [made.SECRET if at in series.hidden else value for at, value in enumerate(series.values)]
    return replace(series, values=tuple(values))


def test_a_line_breaks_where_a_value_is_hidden() -> None:
    whole = replace(made.LINES, series=made.LINES.series[:1])
    broken = replace(made.LINES, series=(replace(whole.series[0], hidden=frozenset({2})),))
    assert [drawing_of(chart).count("<polyline") for chart in (whole, broken)] == [1, 2]


@pytest.mark.parametrize("values", [(10, 90, 95), (95, 90, 10), (50, 10, 90), (10, 90, 50)])
def test_no_line_goes_through_its_own_numbers(values: tuple[float, ...]) -> None:
    alone = replace(made.LINES.series[0], values=values, hidden=frozenset())
    chart = replace(made.LINES, series=(alone,), categories=made.LINES.categories[: len(values)])
    drawing = drawing_of(chart, *SIZES[0])
    path = next(ElementTree.fromstring(drawing).iter(f"{SVG}polyline")).attrib["points"]
    points = [tuple(map(float, point.split(","))) for point in path.split()]
    numbers = [word for word in words_in(drawing) if word.text in map(str, values[:-1])]
    assert len(numbers) == 2
    for word in numbers:
        for (x, y), (far, other) in pairwise(points):
            for at in range(101):
                across, down = x + (far - x) * at / 100, y + (other - y) * at / 100
                assert not (word.left < across < word.right and word.top < down < word.foot), word.text


def test_a_sum_is_not_told_where_a_part_is_hidden() -> None:
    assert {"178", "185", "202", "208"} <= texts(made.STACKED)
    assert "183" not in texts(made.STACKED)


def test_bars_begin_at_zero() -> None:
    """Half the value is half the bar."""
    chart = Chart(
        "columns", ("2025", "2026"), (made.series("Borgere", (50, 100), "inflow"),), "count", "borgere"
    )
    nodes = ElementTree.fromstring(drawing_of(chart)).iter(f"{SVG}rect")
    half, whole = (float(node.attrib["height"]) for node in nodes)
    assert whole == pytest.approx(2 * half, abs=0.2)


def test_no_words_are_markup() -> None:
    chart = replace(made.BARS, categories=("<script>alert(1)</script>", 'a"b', "&amp;", "\x07\u202eomvendt"))
    drawing = drawing_of(chart)
    assert "<script" not in drawing
    assert {"&amp;", "omvendt"} <= texts(chart)


@pytest.mark.parametrize("chart", [replace(made.FLOW, series=()), replace(made.LINES, categories=())])
def test_an_empty_chart_says_so(chart: Chart) -> None:
    assert texts(chart) == {"Der er ingen tal at vise."}


def test_the_summary_holds_every_number() -> None:
    said = summary_of(made.FLOW)
    assert "Tilgang: 41 (2022), 44 (2023), skjult (2024), 49 (2025), – (okt. 2026)." in said
