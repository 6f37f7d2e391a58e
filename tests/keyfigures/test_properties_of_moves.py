"""What must hold between the figures of moves and places and those that count the same people elsewhere."""

from collections.abc import Callable

import pytest

from tests.keyfigures.loading import Loaded
from tests.keyfigures.random_deliveries import DELIVERIES

AtRandom = Callable[[int], Loaded]
CHOSEN = ("group=botilbud", "group=dagtilbud role=all", "section=SEL 107,BL 46 role=acting")


@pytest.mark.parametrize("seed", DELIVERIES)
@pytest.mark.parametrize("chosen", CHOSEN)
def test_ways_in_and_out_add_up_to_inflow_and_outflow(at_random: AtRandom, seed: int, chosen: str) -> None:
    loaded, as_of = at_random(seed), DELIVERIES[seed]
    window = f"from={as_of.year - 3}-01-01 to={as_of}"
    flow = loaded.run(f"stock_flow period=year {window} {chosen}")
    for figure, column in (("pathways_in", "inflow"), ("pathways_out", "outflow")):
        spells = [row["spells"] for row in loaded.run(f"{figure} {window} {chosen}")]
        assert sum(spells) == sum(row[column] for row in flow) > 0


@pytest.mark.parametrize("seed", DELIVERIES)
def test_every_arrival_is_judged_or_too_recent(at_random: AtRandom, seed: int) -> None:
    loaded, as_of = at_random(seed), DELIVERIES[seed]
    window = f"from={as_of.year - 3}-01-01 to={as_of} period=quarter role=all"
    for flow, rapid in zip(
        loaded.run(f"stock_flow {window}"), loaded.run(f"rapid_response {window}"), strict=True
    ):
        assert rapid["spells"] + rapid["too_recent"] == flow["inflow"]
        assert rapid["closed_without_return"] <= rapid["closed_in_time"] <= rapid["spells"]


@pytest.mark.parametrize("seed", DELIVERIES)
def test_places_are_ours_sold_or_free(at_random: AtRandom, seed: int) -> None:
    loaded, as_of = at_random(seed), DELIVERIES[seed]
    rows = loaded.run(f"places on={as_of}")
    assert all(row["own_citizens"] + row["sold"] + row["free"] == row["places"] for row in rows)
    if as_of.day == 1:
        # A month of one day: the days are the people and the places.
        days = loaded.run(f"occupancy from={as_of} to={as_of}")
        assert [(row["used_days"], row["available_days"]) for row in days] == [
            (row["own_citizens"] + row["sold"], row["places"]) for row in rows
        ]


@pytest.mark.parametrize("seed", DELIVERIES)
def test_the_market_is_what_residential_count_says(at_random: AtRandom, seed: int) -> None:
    loaded, as_of = at_random(seed), DELIVERIES[seed]
    counts = {
        row["definition"]: row["value"]
        for row in loaded.run(f"residential_count on={as_of} year={as_of.year}")
    }
    market = {
        (row["direction"], row["owner"]): row["citizens"]
        for row in loaded.run(f"market on={as_of} group=botilbud")
    }
    assert market.get(("sold", "own"), 0) == counts["sold_now"]
    for owner in ("other_municipality", "region", "private"):
        assert market.get(("bought", owner), 0) == counts[f"bought_{owner}_now"]
