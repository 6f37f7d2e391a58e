"""The Overblik's facts on the demo: each from its figure, compared with what its words say."""

from dataclasses import replace
from typing import Any

import pytest

from cockpit.components.panel_scope import panel_scope
from cockpit.components.panel_tiles import tile_facts
from cockpit.components.tile import TileFacts
from cockpit.components.view import view_of
from cockpit.keyfigures import run
from cockpit.keyfigures.panel import read_panel
from cockpit.keyfigures.panel_entry import Entry
from cockpit.settings import PROJECT
from cockpit.warehouse import Warehouse
from cockpit.wording import PlainError, kroner, number

PANEL = {entry.name: entry for entry in read_panel(PROJECT / "data" / "panel.toml")}
RESIDENTS, STAY, KEPT = "Borgere {sted}", "Typisk ophold {sted}", "Overholdte frister, {periode}"


def facts(name: str, search: str = "") -> TileFacts:
    return tile_facts(PANEL[name], view_of("/", search, None))


def rows(warehouse: Warehouse, figure: str, **given: str) -> list[dict[str, Any]]:
    named = {"since": "from", "until": "to"}
    return run(figure, {named.get(k, k): v for k, v in given.items()}, warehouse=warehouse).rows


def test_residents_are_the_stock_of_residential_care(demo: Warehouse) -> None:
    flow = rows(demo, "stock_flow", period="month", since="2024-11-01", until="2026-10-31", group="botilbud")
    tile = facts(RESIDENTS)
    assert tile.value == number(flow[-1]["closing"])
    assert list(tile.line) == [row["closing"] for row in flow]
    difference = flow[-1]["closing"] - flow[-13]["closing"]
    assert tile.change.startswith(f"{'+' if difference > 0 else ''}{number(difference)} siden oktober 2025")
    assert tile.href == "/til-og-afgang"


def test_prices_and_costs_are_those_of_the_year(demo: Warehouse) -> None:
    to_date = rows(demo, "cost", from_year="2026", to_year="2026", group="botilbud")[0]
    committed = rows(demo, "cost", from_year="2026", to_year="2026", group="botilbud", basis="committed")[0]
    price, year = facts("Pris pr. helårsperson"), facts("Disponeret {år}")
    assert f"{price.value} {price.unit}" == kroner(to_date["unit_cost"])
    assert f"{year.value} {year.unit}" == kroner(committed["total_cost"])
    assert year.href == "/noegletal/cost?paragraf=gruppe:botilbud&basis=committed"
    full = facts("Helårspersoner {år}")
    assert full.value == number(committed["full_year_persons"], 1)
    assert full.name == "Helårspersoner i år"


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
    tile = facts(RESIDENTS, "?paragraf=SEL%20108&ejer=own")
    assert tile.value == number(stock[-1]["closing"])
    assert tile.name.replace("\u00a0", " ") == "Borgere efter § 108 hos egne tilbud"


@pytest.mark.parametrize(
    "search", ["", "?fra=2019-01&til=2019-06", "?til=2017-01", "?omraade=specialundervisning"]
)
@pytest.mark.parametrize("name", list(PANEL))
def test_every_tile_can_say_something_of_any_period(demo: Warehouse, name: str, search: str) -> None:
    tile = facts(name, search)
    assert tile.value
    assert tile.change


def test_a_share_is_of_all_kinds_and_all_providers_together(demo: Warehouse) -> None:
    kept = rows(demo, "deadlines_kept", since="2026-07-01", until="2026-09-30", period="quarter")
    tile = facts(KEPT)
    share = sum(row["kept"] for row in kept) / sum(row["due"] for row in kept)
    assert tile.value == number(share * 100, 1)
    # The fourth quarter has only begun.
    assert tile.name == "Overholdte frister, 3. kvt. 2026"
    assert tile.target == 95
    places = rows(demo, "occupancy", since="2026-10-01", until="2026-10-31")
    used = sum(row["used_days"] for row in places) / sum(row["available_days"] for row in places)
    assert facts("Belægning i egne tilbud").value == number(used * 100, 1)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("target", "limit", "level"),
    [(1, 900, "watch"), (1, 2, "breach"), (900, 950, "ok"), (None, None, None)],
)
def test_a_target_of_the_year_gives_the_status(
    target: float | None, limit: float | None, level: str | None
) -> None:
    aim = {2026: target} if target is not None else {2025: 1.0}
    far = {2026: limit} if limit is not None else {}
    own = {"group": "botilbud"}
    price = Entry(
        "Udgift", "cost", "total_cost", "kroner", default=own, target=millions(aim), limit=millions(far)
    )
    for search in ("", "?paragraf=gruppe:botilbud"):
        found = tile_facts(price, view_of("/", search, None))
        assert (found.status.level if found.status else None) == level


def millions(years: dict[int, Any]) -> dict[int, float]:
    return {year: value * 1e6 for year, value in years.items()}


@pytest.mark.usefixtures("demo")
def test_several_rows_are_no_tile() -> None:
    entry = Entry("Pris", "cost", "unit_cost", "kroner", parameters={"by": "section"})
    with pytest.raises(PlainError, match="where"):
        tile_facts(entry, view_of("/", "", None))


def test_a_missing_extract_says_so(demo: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    version = demo.reader().version
    monkeypatch.setattr(type(demo.reader()), "version", version, raising=False)
    rows_without = {name: count for name, count in version.rows.items() if name != "rates"}
    monkeypatch.setitem(version.__dict__, "rows", rows_without)
    with pytest.raises(PlainError, match="rates"):
        facts("Pris pr. helårsperson", "?paragraf=SEL%20110")


@pytest.mark.parametrize(
    ("search", "aimed_at"),
    [("", True), ("?fra=2025-01&til=2025-12", True), ("?paragraf=SEL 107", False), ("?ejer=own", False),
     ("?kommune=all", False), ("?omraade=voksne", False)],
)  # fmt: skip
@pytest.mark.usefixtures("demo")
def test_a_target_for_the_whole_says_nothing_of_a_part(search: str, aimed_at: bool) -> None:
    entry = replace(PANEL["Disponeret {år}"], target={2025: 1.0, 2026: 1.0}, limit={2025: 2.0, 2026: 2.0})
    tile = tile_facts(entry, view_of("/", search, None))
    assert (tile.status is not None, tile.target is not None) == (aimed_at, aimed_at)


@pytest.mark.usefixtures("demo")
def test_a_filter_that_a_figure_does_not_take_leaves_its_target() -> None:
    assert facts(KEPT, "?paragraf=SEL 107").status is not None


def test_a_ready_made_year_has_the_year_before_to_compare_with(demo: Warehouse) -> None:
    flow = rows(demo, "stock_flow", period="month", since="2024-01-01", until="2025-12-31", group="botilbud")
    tile = facts(RESIDENTS, "?fra=2025-01&til=2025-12")
    difference = flow[-1]["closing"] - flow[-13]["closing"]
    assert tile.change.startswith(f"{'+' if difference > 0 else ''}{number(difference)} siden december 2024")


def test_young_people_are_counted_in_any_area(demo: Warehouse) -> None:
    asked = {"on": "2026-10-31", "diagnosis": "ja", "bands": "18,25"}
    bands = rows(demo, "age_intervals", area="børn og unge", **asked)
    (young,) = (row["citizens"] for row in bands if row["age_band"] == "18-24")
    assert facts("Unge med psykiatrisk diagnose", "?omraade=børn og unge").value == number(young)


def test_no_stays_are_not_stays_that_go_on(demo: Warehouse) -> None:
    chosen = {"area": "børn og unge", "group": "botilbud", "since": "2016-01-01", "until": "2026-10-31"}
    assert not sum(row["spells"] for row in rows(demo, "length_of_stay", **chosen))
    tile = facts(STAY, "?omraade=børn og unge&paragraf=gruppe:botilbud")
    assert (tile.value, tile.change) == ("–", "Ingen forløb i udsnittet")


@pytest.mark.parametrize(
    ("search", "told", "not_told"),
    [
        ("", "på tværs af alle indsatser", "følger ikke"),
        ("?omraade=voksne", "»Overholdte frister« følger ikke alle filtre", "fuldtidsrådgiver"),
        ("?paragraf=SEL 107", "»Borgere pr. fuldtidsrådgiver« og »Overholdte frister«", "Belægning"),
        ("?til=2026-03", "pr. 31-03-2026; årets tal dækker 2026 til og med 31-10-2026", "følger ikke"),
        ("?fra=2024-01&til=2025-06", "pr. 30-06-2025; årets tal dækker hele 2025", "følger ikke"),
        ("?til=2025-12", "pr. 31-12-2025.", "årets tal"),
    ],
)
def test_what_the_panel_counts_is_said(demo: Warehouse, search: str, told: str, not_told: str) -> None:
    text = panel_scope(list(PANEL.values()), view_of("/", search, None))
    assert told in text
    assert not_told not in text
