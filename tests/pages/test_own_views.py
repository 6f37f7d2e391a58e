"""Saved views: what is kept of an address, the number on the tile, and what no longer stands."""

from typing import Any

import pytest

from cockpit.components.own_tiles import own_facts, own_tile
from cockpit.components.own_views import saved_as, to_be_saved
from cockpit.components.tile import TileFacts
from cockpit.components.view import view_of
from cockpit.keyfigures import catalogue, run
from cockpit.own_views import OwnView
from cockpit.warehouse import Warehouse
from cockpit.wording import PlainError, kroner, number

pytestmark = pytest.mark.usefixtures("demo")
BOTILBUD = "paragraf=gruppe:botilbud"


def facts(figure: str, query: str = "", search: str = "") -> TileFacts:
    return own_facts(OwnView("1", "Navn", figure, query), view_of("/", search, None))


def rows(warehouse: Warehouse, figure: str, **given: str) -> list[dict[str, Any]]:
    named = {"since": "from", "until": "to"}
    return run(figure, {named.get(k, k): v for k, v in given.items()}, warehouse=warehouse).rows


def test_the_newest_year_against_the_one_before(demo: Warehouse) -> None:
    cost = rows(demo, "cost", from_year="2022", to_year="2026", group="botilbud")
    tile = facts("cost", BOTILBUD)
    assert f"{tile.value} {tile.unit}" == kroner(cost[-1]["unit_cost"])
    assert list(tile.line) == [row["unit_cost"] for row in cost]
    assert tile.change.startswith("Pris pr. helårsperson, 2026 · +")
    assert "siden 2025" in tile.change
    assert tile.href == "/noegletal/cost?paragraf=gruppe:botilbud"


def test_a_view_has_its_own_filters(demo: Warehouse) -> None:
    flow = rows(demo, "stock_flow", period="year", since="2024-01-01", until="2025-12-31", section="SEL 108")
    tile = facts(
        "stock_flow", "paragraf=SEL%20108&period=year&fra=2024-01&til=2025-12", f"?{BOTILBUD}&ejer=own"
    )
    assert tile.value == number(flow[-1]["closing"])
    assert list(tile.line) == [row["closing"] for row in flow]


def test_divided_the_whole_is_told_and_never_a_part(demo: Warehouse) -> None:
    whole = rows(demo, "cost", from_year="2022", to_year="2026", group="botilbud")
    tile = facts("cost", f"{BOTILBUD}&by=section&vis=total_cost")
    assert f"{tile.value} {tile.unit}" == kroner(whole[-1]["total_cost"])
    assert list(tile.line) == [row["total_cost"] for row in whole]


@pytest.mark.parametrize("figure", ["caseload", "occupancy", "deadlines_kept", "expiring", "turning_18"])
def test_where_no_row_is_the_whole_the_rows_are_counted(demo: Warehouse, figure: str) -> None:
    tile = facts(figure)
    assert tile.unit == "rækker"
    assert tile.change.endswith("flere tal, så rækkerne er talt")
    if figure == "caseload":
        assert tile.value == number(len(rows(demo, "caseload", on="2026-10-31", by="team")))
    if figure == "deadlines_kept":
        assert int(tile.value) <= len(demo.reader().rows("select distinct kind from deadlines"))


def test_of_many_municipalities_ours(demo: Warehouse) -> None:
    own = demo.reader().version.municipality
    known = demo.reader().rows("select max(year) as year from benchmarks")[0]["year"]
    name = "residential_count.per_1000_adults_now"
    there = run("benchmark", {"figure": name, "year": str(known)}, warehouse=demo).rows
    ours = next(row for row in there if row["municipality"] == own)
    tile = facts("benchmark", f"figure={name}&year={known}")
    assert (tile.value, tile.unit) == (number(ours["value"], 1), "pr. 1.000 voksne indbyggere")
    assert ours["value"] < max(row["value"] for row in there)


def test_of_many_meanings_the_one_in_use(demo: Warehouse) -> None:
    counted = rows(demo, "residential_count", on="2026-10-31", year="2026")
    meant = {row["definition"]: row["value"] for row in counted}
    tile = facts("residential_count")
    assert (tile.value, tile.unit) == (number(meant["now"]), "borgere")
    assert meant["now"] == meant["paying_now"]


def test_a_share_is_told_in_percent_and_a_list_by_its_rows(demo: Warehouse) -> None:
    cost = rows(demo, "supplements", from_year="2026", to_year="2026")
    tile = facts("supplements")
    assert (tile.value, tile.unit) == (number(cost[0]["share_of_cost"] * 100, 1), "pct.")
    listed = facts("expiring_list", "days=90")
    assert listed.value == number(len(rows(demo, "expiring_list", days="90")))


@pytest.mark.parametrize("figure", sorted(catalogue()))
def test_any_figure_makes_a_tile(figure: str) -> None:
    tile = facts(figure)
    assert tile.value
    assert tile.unit or tile.value == "–"
    assert "Traceback" not in str(own_tile(OwnView("1", "Navn", figure, "farve=1"), view_of("/", "", None)))


@pytest.mark.parametrize(
    ("figure", "query", "told"),
    [
        ("væk", "by=section", "Nøgletallet findes ikke mere"),
        ("cost", "farve=1", "»farve«, som nøgletallet ikke har mere"),
        ("cost", "by=farve", "by"),
        ("cost", "paragraf=SEL%20999", "»SEL 999« findes ikke"),
        ("cost", "vis=farve", "farve, som nøgletallet ikke har mere"),
        ("expiring", "days=mange", "days"),
    ],
)
def test_what_is_gone_is_said_with_the_way_to_remove_it(figure: str, query: str, told: str) -> None:
    with pytest.raises(PlainError, match=told):
        facts(figure, query)
    shown = str(own_tile(OwnView("1", "Navn", figure, query), view_of("/", "", None)))
    assert f"/noegletal/{figure}" in shown
    assert f"Åbn den for at {'slette' if figure == 'væk' else 'rette eller slette'} den" in shown


def test_only_what_means_something_is_kept() -> None:
    search = "?by=section&ejer=own&form=tabel&vis=total_cost&farve=1&section=SEL%20107"
    kept = "by=section&ejer=own&form=tabel&vis=total_cost&paragraf=SEL%20107"
    assert to_be_saved("/noegletal/cost", search) == ("cost", kept)
    for elsewhere in ("/", "/noegletal", "/noegletal/væk", "cost/.."):
        with pytest.raises(PlainError):
            to_be_saved(elsewhere, search)


def test_a_view_is_known_by_its_address_in_any_order() -> None:
    saved = OwnView("1", "Navn", "cost", "by=section&paragraf=SEL%20107")
    query = {"paragraf": "SEL 107", "by": "section"}
    assert saved_as([saved], "/noegletal/cost", query) is saved
    assert saved_as([saved], "/noegletal/cost", {**query, "vis": "citizens"}) is None
    assert saved_as([saved], "/noegletal/supplements", query) is None
