"""The charts of Botilbud and Udgifter as plain dicts: what is drawn, labelled and left open."""

from typing import Any

from cockpit.charts import PALETTES
from cockpit.charts.cost_columns import cost_columns
from cockpit.charts.interval_bars import interval_bars
from cockpit.charts.markup import bold
from cockpit.charts.section_ages import age_bars, section_colors
from cockpit.charts.year_lines import year_lines
from cockpit.components.legend import legend

PALETTE = PALETTES["light"]


def texts(figure: dict[str, Any]) -> list[str]:
    return [note["text"] for note in figure["layout"]["annotations"]]


def test_ages_name_their_sections_in_the_first_band() -> None:
    figure = age_bars(["18–24", "25–34"], {"§ 107": [3, 0], "§ 108": [0, 2]}, PALETTE)
    assert [trace["text"] for trace in figure["data"]] == [["3 · § 107", ""], ["0 · § 108", "2"]]
    assert [trace["x"] for trace in figure["data"]] == [[3, 0], [0, 2]]
    assert figure["layout"]["xaxis"]["range"][0] == 0


def test_a_section_has_one_colour_in_both_charts() -> None:
    bars = age_bars(["18–24"], {"a": [1], "b": [2]}, PALETTE)
    lines = year_lines(["2025", "2026"], {"a": [1, 2], "b": [2, 3]}, PALETTE)
    assert [trace["marker"]["color"] for trace in bars["data"]] == section_colors(PALETTE, 2)
    assert list(dict.fromkeys(trace["line"]["color"] for trace in lines["data"])) == section_colors(
        PALETTE, 2
    )


def test_one_line_is_told_at_every_point_and_open_where_the_year_is() -> None:
    figure = year_lines(
        ["2025", "2026\ntil 31-10"], {"": [1_120_322.76, 1_177_855.93]}, PALETTE,
        scale=1e6, decimals=2, open_end=True,
    )  # fmt: skip
    assert texts(figure) == [bold("1,12"), bold("1,18")]
    whole, rest, marks = figure["data"]
    assert (whole["x"], rest["x"], rest["line"]["dash"]) == ([0], [0, 1], "dot")
    assert marks["marker"]["color"] == [PALETTE.brand, PALETTE.surface]
    assert marks["text"][1] == "2026 til 31-10: 1,18"


def test_one_open_year_is_a_mark_alone() -> None:
    figure = year_lines(["2026"], {"": [5.0]}, PALETTE, open_end=True)
    assert figure["data"][-1]["marker"]["color"] == [PALETTE.surface]
    assert texts(figure) == [bold("5")]


def test_several_lines_are_named_at_their_end() -> None:
    figure = year_lines(["2025", "2026"], {"§ 107": [1, 82], "§ 108": [2, 102]}, PALETTE)
    assert texts(figure) == [bold("82") + " § 107", bold("102") + " § 108"]


def test_columns_show_what_is_granted_beside_what_is_spent() -> None:
    figure = cost_columns(["2025", "2026\ntil 31-10"], [224e6, 206e6], [224e6, 249e6], PALETTE)
    spent, ahead = figure["data"]
    assert (spent["y"], ahead["y"]) == ([224e6, 206e6], [None, 43e6])
    assert texts(figure) == [bold("224"), bold("249"), bold("206")]
    assert ahead["customdata"][1] == "2026, disponeret i alt: 249,0 mio. kr."


def test_years_that_are_over_have_columns_of_one_piece() -> None:
    figure = cost_columns(["2024", "2025"], [5e6, 6e6], [5e6, 6e6], PALETTE)
    assert len(figure["data"]) == 1
    assert texts(figure) == [bold("5,0"), bold("6,0")]


def test_intervals_run_from_pale_to_dark_and_are_named_below() -> None:
    layers = {"Under 0,5 mio. kr.": [7, 8], "0,5–1 mio. kr.": [139, 134], "1 mio. kr. og derover": [70, 106]}
    figure = interval_bars(["2025", "2026\ntil 31-10"], layers, PALETTE)
    colors = [trace["marker"]["color"] for trace in figure["data"]]
    assert colors == [PALETTE.intervals[0], PALETTE.intervals[2], PALETTE.intervals[4]]
    assert figure["data"][0]["marker"]["line"] == {"width": 1, "color": PALETTE.interval_edge}
    assert figure["layout"]["showlegend"] is False
    assert figure["layout"]["yaxis"]["ticktext"] == ["2025", "2026\ntil 31-10"]
    swatches = legend(list(layers), PALETTE.intervals, PALETTE.interval_edge).children
    assert [item.children[0].style["background"] for item in swatches] == colors
    assert [item.children[1] for item in swatches] == list(layers)
