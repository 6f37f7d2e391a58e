"""The large figures of a sheet: which there are, and what they are in words."""

from cockpit.sheets.model import Chart, Place, Series
from cockpit.sheets.numbers import numbers_of
from cockpit.sheets.topics import TOPICS
from cockpit.warehouse import Warehouse
from tests.sheets.conftest import sheet


def test_a_number_is_singular_where_one_is_counted() -> None:
    topic = TOPICS["market"]
    chart = Chart(
        "bars", ("A", "B", "C"),
        (Series("n", "N", (1, 1, 2), "stock", "", each=("borgere i A", "ledige pladser", "borgere i C")),),
        "count", "borgere",
    )  # fmt: skip
    assert [one.words for one in numbers_of(topic, chart)] == ["borger i A", "ledig plads", "borgere i C"]


def test_amounts_tell_their_unit_once() -> None:
    chart = Chart("bars", ("A", "B", "C"), (
        Series("n", "N", (950.0, 676_000.0, 1_120_000.0), "stock", "", each=("pr. plads",) * 3),
    ), "kroner", "kr.")  # fmt: skip
    told = [f"{one.shown} {one.words}" for one in numbers_of(TOPICS["compared_cost"], chart)]
    assert told == ["950 kr. pr. plads", "676 t.kr. pr. plads", "1,12 mio. kr. pr. plads"]


def test_a_section_that_nobody_is_in_any_more_gives_way(demo: Warehouse) -> None:
    keys = [one.key for one in sheet("sections", Place("group", "støttende indsatser")).numbers]
    assert keys == ["sections/BL 32", "flow/closing", "flow/inflow"]


def test_of_one_section_the_years_before_make_up_three(demo: Warehouse) -> None:
    full = sheet("flow", Place("section", "SEL 108"))
    assert full.chart
    [closing] = full.chart.series
    keys = ["flow/closing", "flow/closing:2025", "flow/closing:2024"]
    assert [one.key for one in full.numbers] == keys
    assert [one.value for one in full.numbers] == list(reversed(closing.values[-3:]))
    words = full.numbers[1].words.replace("\u00a0", " ")
    assert words == "borgere efter § 108 ved udgangen af 2025, 3 flere end ved udgangen af 2024"
