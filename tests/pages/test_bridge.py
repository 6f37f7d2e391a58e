"""The bridge: its ends meet its effects, the years are chosen in the address, and nothing is cut off."""

import pytest

from cockpit.charts import PALETTES
from cockpit.charts.bridge import bridge
from cockpit.components.answers import ask
from cockpit.components.arranged import BRIDGE, laid_out
from cockpit.components.bridge import effect_name
from cockpit.components.bridge_choice import span_of
from cockpit.components.view import view_of
from cockpit.warehouse import Warehouse

PALETTE = PALETTES["light"]


def test_bars_float_between_the_two_totals() -> None:
    moves = [("Flere borgere", 30.0), ("Pris", -10.0)]
    figure = bridge(("Udgift 2025", "Disponeret 2026"), (100.0, 120.0), moves, PALETTE)
    (bars,) = figure["data"]
    assert (bars["base"], bars["y"]) == ([100, 120], [30, 10])
    assert bars["marker"]["color"] == [PALETTE.cost_up, PALETTE.cost_down]
    totals = [shape for shape in figure["layout"]["shapes"] if shape["line"]["width"] == 3]
    assert [shape["y0"] for shape in totals] == [100, 120]
    low, high = figure["layout"]["yaxis"]["range"]
    assert low < 100
    assert high > 130


def test_names_are_on_several_lines_on_a_phone() -> None:
    moves = [("Anden sammensætning", 30.0), ("Pris ud over indekset", -10.0)]
    figure = bridge(("Udgift 2025", "Udgift 2026"), (1.0, 21.0), moves, PALETTE, narrow=True)
    texts = figure["layout"]["xaxis"]["ticktext"]
    assert texts == [
        "Udgift\n2025",
        "Anden\nsammen-\nsætning",
        "Pris\nud\nover\nindekset",
        "Udgift\n2026",
    ]


@pytest.mark.parametrize(
    ("search", "years", "by", "told"),
    [
        ("", (2025, 2026), "paragraf", 0),
        ("?fra=2023-01", (2023, 2026), "paragraf", 0),
        ("?brofra=2022&brotil=2024&bro=ejer", (2022, 2024), "ejer", 0),
        ("?brofra=1999&bro=vejr", (2025, 2026), "paragraf", 2),
        ("?brofra=2026&brotil=2024", (2025, 2026), "paragraf", 1),
        ("?fra=2026-01", (2025, 2026), "paragraf", 0),
    ],
)
@pytest.mark.usefixtures("demo")
def test_the_years_are_in_the_address(search: str, years: tuple[int, int], by: str, told: int) -> None:
    span = span_of(view_of("/udgifter", search, None))
    assert ((span.first, span.last), span.by, len(span.notices)) == (years, by, told)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("years", [("2025", "2026"), ("2022", "2024")])
def test_the_effects_lead_from_one_year_to_the_other(years: tuple[str, str], demo: Warehouse) -> None:
    view = view_of("/udgifter", "", None).with_default_group()
    found = ask(
        "cost_bridge", view.filters, year_a=years[0], year_b=years[1], basis="committed", by="section"
    )
    start, *moves, end = laid_out(found, BRIDGE, view.options).rows
    assert len(moves) == 4
    assert start["amount"] + sum(row["amount"] for row in moves) == pytest.approx(end["amount"], abs=0.005)
    assert end["effect"].startswith("Disponeret" if years[1] == "2026" else "Udgift")


def test_without_an_index_all_that_is_dearer_is_price() -> None:
    moved = {"volume": -1, "mix": 0, "index": 0, "price": 5}
    assert [effect_name(one, moved) for one in ("volume", "price")] == ["Færre borgere", "Pris"]
    assert effect_name("price", moved | {"index": 2}) == "Pris ud over indekset"
