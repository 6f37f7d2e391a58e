"""Charts are plain dicts: what they draw, and that no number is left to plotly's own form."""

import re
from typing import Any

import pytest

from cockpit.charts import PALETTES, bar_chart, flow_chart, line_chart, sparkline, stacked_chart, stays_chart
from cockpit.charts.axes import apart, nice_ticks, spread, tick_texts
from cockpit.charts.markup import bold
from cockpit.settings import PROJECT
from cockpit.wording import number

LIGHT = PALETTES["light"]


def flow_rows(*counts: tuple[int, int, int]) -> list[dict[str, Any]]:
    return [
        {
            "opening": opening,
            "inflow": came,
            "outflow": left,
            "closing": opening + came - left,
            "complete": True,
        }
        for opening, came, left in counts
    ]


@pytest.mark.parametrize(
    ("highest", "whole", "ticks"),
    [
        (0, True, [0, 1]),
        (1, True, [0, 1]),
        (3, True, [0, 1, 2, 3]),
        (7, True, [0, 2, 4, 6, 8]),
        (214, True, [0, 100, 200, 300]),
        (1.18, False, [0, 0.4, 0.8, 1.2]),
        (0.3, False, [0, 0.1, 0.2, 0.3]),
    ],
)
def test_ticks_are_round_and_reach_the_highest(highest: float, whole: bool, ticks: list[float]) -> None:
    assert nice_ticks(highest, whole=whole) == ticks


def test_counts_never_get_decimals() -> None:
    for highest in range(1, 300):
        ticks = nice_ticks(highest, whole=True)
        assert all(tick == int(tick) for tick in ticks)
        assert ticks[-1] >= highest
        assert not any("," in text for text in tick_texts(ticks))


def test_tick_texts_are_danish_and_alike() -> None:
    assert tick_texts([0, 500, 1000, 1500]) == ["0", "500", "1.000", "1.500"]
    assert tick_texts([0, 500_000, 1_000_000], 1e6) == ["0,0", "0,5", "1,0"]
    assert tick_texts([-8, 8]) == ["−8", "8"]


def test_labels_that_fit_count_back_from_the_last() -> None:
    assert spread(["okt. 2026"] * 24, 480) == [3, 8, 13, 18, 23]
    assert spread(["2024", "2025", "2026"], 480) == [0, 1, 2]
    assert spread([], 480) == []


def test_end_labels_do_not_overlap() -> None:
    assert apart([10, 10.5, 30], 4) == [10, 14, 30]


def test_flow_draws_outflow_below_zero_and_stock_above() -> None:
    figure = flow_chart(["sep. 2026", "okt. 2026"], flow_rows((200, 7, 3), (204, 2, 5)), LIGHT)
    inflow, outflow, stock = figure["data"]
    assert inflow["y"] == [7, 2]
    assert outflow["y"] == [-3, -5]
    assert stock["y"] == [204, 201]
    assert stock["yaxis"] == "y2"
    texts = [note["text"] for note in figure["layout"]["annotations"]]
    assert texts == [bold("201") + "\nbestand", bold("Tilgang"), bold("Afgang")]
    # Below zero the axis counts too: no minus on a number of people.
    assert figure["layout"]["yaxis"]["ticktext"] == ["8", "4", "0", "4", "8"]


def test_a_period_that_is_not_over_is_paler_and_says_so() -> None:
    rows = flow_rows((200, 7, 3), (204, 2, 5))
    rows[1]["complete"] = False
    figure = flow_chart(["3. kvt.", "4. kvt."], rows, LIGHT, incomplete=" (til 31-10-2026)")
    assert figure["data"][0]["marker"]["opacity"] == [1, 0.5]
    assert figure["data"][0]["text"][1] == "4. kvt. (til 31-10-2026)\nTilgang: 2"


def test_stays_show_what_is_not_reached() -> None:
    rows: list[dict[str, Any]] = [
        {"spells": 20, "ended": 20, "p25_days": 100, "median_days": 400, "p75_days": 900},
        {"spells": 12, "ended": 4, "p25_days": 200, "median_days": None, "p75_days": None},
    ]
    figure = stays_chart(["2020", "2026"], rows, LIGHT)
    halves, medians = figure["data"]
    assert halves["marker"]["pattern"]["shape"] == ["", "/"]
    assert medians["x"][0] == pytest.approx(13.14, abs=0.01)
    assert medians["x"][1] is None
    texts = [note["text"] for note in figure["layout"]["annotations"]]
    assert texts == [bold("13 mdr."), "Over halvdelen er her endnu"]


def test_a_line_of_few_points_tells_each_value() -> None:
    figure = line_chart(["2025", "2026"], {"": [1.1e6, 1.18e6]}, LIGHT, written=number, scale=1e6)
    assert [note["text"] for note in figure["layout"]["annotations"]] == [bold("1,10"), bold("1,18")]
    assert figure["layout"]["yaxis"]["tickvals"][0] == 0


def test_lines_are_named_at_their_ends_and_gaps_stay_gaps() -> None:
    figure = line_chart(["2025", "2026"], {"Egne": [1, 2], "Private": [None, 3]}, LIGHT, written=number)
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["Egne", "Private"]
    assert figure["data"][1]["y"] == [None, 3]


def test_bars_start_at_zero_and_carry_their_value() -> None:
    figure = bar_chart(["A", "B"], [1234, None], LIGHT, written=number)
    assert figure["data"][0]["text"] == ["1.234", "–"]
    assert figure["layout"]["xaxis"]["range"][0] == 0


def test_layers_run_from_pale_to_dark_with_an_outline() -> None:
    layers = {"Under 0,5 mio. kr.": [6], "0,5–1 mio. kr.": [27], "Over": [5]}
    figure = stacked_chart(["2026"], layers, LIGHT, written=number)
    shades = [LIGHT.intervals.index(trace["marker"]["color"]) for trace in figure["data"]]
    assert shades == sorted(shades)
    assert all(trace["marker"]["line"]["width"] == 1 for trace in figure["data"])
    assert figure["layout"]["annotations"][0]["text"] == bold("38")


def test_sparkline_marks_the_last_point_and_dots_the_target() -> None:
    picture = sparkline([1, 2, 3], LIGHT, target=4)
    assert picture.startswith("data:image/svg+xml,")
    assert picture.count("circle") == 1
    assert "stroke-dasharray" in picture
    assert sparkline([1], LIGHT) == ""
    assert sparkline([2, 2], LIGHT)


@pytest.mark.parametrize(("theme", "selector"), [("light", ":root"), ("dark", ".dark")])
def test_palette_is_the_style_sheets(theme: str, selector: str) -> None:
    sheet = (PROJECT / "assets" / "10-tokens.css").read_text()
    block = sheet[sheet.index(f"\n{selector} {{") :].split("}")[0]
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9A-Fa-f]{6})", block))
    palette = PALETTES[theme]
    for name in ("surface", "ink", "line", "brand", "inflow", "outflow", "stock", "other"):
        assert tokens[name] == getattr(palette, name)
    assert (tokens["ink-2"], tokens["ink-3"], tokens["brand-2"]) == (
        palette.ink_2,
        palette.ink_3,
        palette.brand_2,
    )
