"""The Overblik's facts on the demo: each from its figure, compared with what its words say."""

from typing import Any

import pytest

from cockpit.components.attention import matters
from cockpit.components.key_tiles import TILES
from cockpit.components.tile import TileFacts
from cockpit.components.view import View, view_of
from cockpit.keyfigures import run
from cockpit.warehouse import Warehouse
from cockpit.wording import PlainError, kroner, number


def facts(name: str, search: str = "") -> TileFacts:
    return dict(TILES)[name](view_of("/", search, None))


def rows(warehouse: Warehouse, figure: str, **given: str) -> list[dict[str, Any]]:
    named = {"since": "from", "until": "to"}
    return run(figure, {named.get(k, k): v for k, v in given.items()}, warehouse=warehouse).rows


def test_residents_are_the_stock_of_residential_care(demo: Warehouse) -> None:
    flow = rows(demo, "stock_flow", period="month", since="2024-11-01", until="2026-10-31", group="botilbud")
    tile = facts("Borgere i botilbud")
    assert tile.value == number(flow[-1]["closing"])
    assert list(tile.line) == [row["closing"] for row in flow]
    difference = flow[-1]["closing"] - flow[-13]["closing"]
    assert tile.change.startswith(f"{'+' if difference > 0 else ''}{number(difference)} siden oktober 2025")
    assert tile.href == "/til-og-afgang"


def test_prices_and_costs_are_those_of_the_year(demo: Warehouse) -> None:
    to_date = rows(demo, "cost", from_year="2026", to_year="2026", group="botilbud")[0]
    committed = rows(demo, "cost", from_year="2026", to_year="2026", group="botilbud", basis="committed")[0]
    price, year = facts("Pris pr. helårsperson"), facts("Disponeret i år")
    assert f"{price.value} {price.unit}" == kroner(to_date["unit_cost"])
    assert f"{year.value} {year.unit}" == kroner(committed["total_cost"])
    assert year.href == "/noegletal/cost?paragraf=gruppe:botilbud&basis=committed"
    full = facts("Helårspersoner i år")
    assert full.value == number(to_date["full_year_persons"], 1)
    assert number(committed["full_year_persons"], 1) in full.change


def test_dear_citizens_are_both_dear_intervals(demo: Warehouse) -> None:
    intervals = rows(demo, "cost_intervals", from_year="2026", to_year="2026", group="botilbud")
    dear = sum(row["citizens"] for row in intervals if row["interval"] in ("2000000-4000000", "4000000+"))
    assert facts("Borgere over 2 mio. kr.").value == number(dear)


def test_caseload_is_judged_by_its_guideline(demo: Warehouse) -> None:
    adults = next(
        row for row in rows(demo, "caseload", on="2026-10-31", by="area") if row["by_value"] == "voksne"
    )
    tile = facts("Borgere pr. fuldtidsrådgiver")
    assert tile.value == number(adults["citizens_per_fte"], 1)
    assert tile.change == "Vejledende 45–65 (voksne)"
    assert tile.target == 65
    assert tile.status is not None
    children = facts("Borgere pr. fuldtidsrådgiver", "?omraade=b%C3%B8rn%20og%20unge")
    assert children.change == "Vejledende 20–30 (børn og unge)"


def test_filters_reach_every_tile(demo: Warehouse) -> None:
    stock = rows(
        demo,
        "stock_flow",
        period="month",
        since="2026-10-01",
        until="2026-10-31",
        section="SEL 108",
        owner="own",
    )
    tile = facts("Borgere i botilbud", "?paragraf=SEL%20108&ejer=own")
    assert tile.value == number(stock[-1]["closing"])
    assert tile.name.replace("\u00a0", " ") == "Borgere efter § 108 hos egne tilbud"


@pytest.mark.parametrize(
    "search", ["", "?fra=2019-01&til=2019-06", "?til=2017-01", "?omraade=specialundervisning"]
)
@pytest.mark.parametrize("name", [name for name, _ in TILES])
def test_every_tile_can_say_something_of_any_period(demo: Warehouse, name: str, search: str) -> None:
    tile = facts(name, search)
    assert tile.value
    assert tile.change


def test_matters_begin_with_what_is_pressing(demo: Warehouse) -> None:
    view: View = view_of("/", "", None)
    found = matters(view)
    over = [row for row in rows(demo, "caseload", on="2026-10-31", by="team") if row["status"] == "over"]
    assert [matter.level for matter in found] == sorted((matter.level for matter in found), reverse=False)
    assert [matter.level for matter in found].count("breach") == len(over)
    rejected = sum(row["rows_rejected"] for row in rows(demo, "load_quality"))
    assert found[-1].sentence == f"{rejected} rækker afvist i seneste udtræk"
    assert found[0].href == "/sagstal"


def test_a_missing_extract_says_so(demo: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    version = demo.reader().version
    monkeypatch.setattr(type(demo.reader()), "version", version, raising=False)
    rows_without = {name: count for name, count in version.rows.items() if name != "rates"}
    monkeypatch.setitem(version.__dict__, "rows", rows_without)
    with pytest.raises(PlainError, match="rates"):
        facts("Pris pr. helårsperson", "?paragraf=SEL%20110")
