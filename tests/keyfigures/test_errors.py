"""A wrong question gets one plain line that names what there is."""

import pytest

from cockpit.wording import PlainError
from tests.keyfigures.deliveries import Tables, by_hand
from tests.keyfigures.loading import Loaded, Loader
from tests.keyfigures.random_deliveries import DELIVERIES, random_tables

SEED = 1  # as-of 30 June 2024
FLOW = "stock_flow period=year from=2023-01-01 to=2024-06-30"
COST = "cost from_year=2023 to_year=2024"


def message(loaded: Loaded, line: str) -> str:
    with pytest.raises(PlainError) as error:
        loaded.run(line)
    text = str(error.value)
    assert "\n" not in text
    assert error.value.exit_status == 2
    return text


@pytest.fixture(scope="module")
def loaded(loader: Loader) -> Loaded:
    return loader(random_tables(SEED, DELIVERIES[SEED]), DELIVERIES[SEED])


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("findes_ikke", ["findes_ikke", "stock_flow", "residential_count", "caseload_trend", "load_quality"]),
        (f"{FLOW} farve=rød", ["farve", "period", "by", "target_group"]),
        ("caseload on=2024-06-30 by=team area=voksne", ["area", "on", "by"]),
        ("residential_count on=2024-06-30 year=2024 role=all", ["role", "owner"]),
        ("load_quality on=2024-06-30", ["on"]),
        ("places on=2024-06-30 role=all", ["role", "on", "provider"]),
        ("turning_18 months=12 by=section", ["by", "months", "sex"]),
        ("expiring days=90 by=none", ["by", "days", "sex"]),
        ("state_refund year=2024 by=none", ["by", "basis", "sex"]),
        ("market on=2024-06-30 by=owner", ["by", "on", "owner"]),
        ("pathways_in from=2024-01-01 to=2024-06-30 group=botilbud by=sex", ["by", "from", "sex"]),
    ],
)
def test_unknown_figure_or_parameter(loaded: Loaded, line: str, named: list[str]) -> None:
    text = message(loaded, line)
    assert [name for name in named if name not in text] == []


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("stock_flow period=week from=2023-01-01 to=2024-06-30", ["week", "month", "quarter", "year"]),
        (f"{FLOW} role=betaler", ["betaler", "paying", "acting", "all"]),
        (f"{FLOW} by=farve", ["farve", "none", "section", "diagnosis"]),
        (f"{FLOW} area=ældre", ["ældre", "voksne", "børn og unge", "specialundervisning"]),
        (f"{FLOW} group=plejehjem", ["plejehjem", "botilbud", "anbringelse"]),
        (f"{FLOW} section=SEL 999", ["SEL 999", "SEL 107", "BL 46"]),
        (f"{FLOW} section=SEL 107,SEL 999", ["SEL 999", "SEL 107"]),
        (f"{FLOW} owner=staten", ["staten", "own", "other_municipality", "region", "private"]),
        (f"{FLOW} provider_type=hotel", ["hotel", "bosted"]),
        (f"{FLOW} provider=T99", ["T99", "T1"]),
        (f"{FLOW} target_group=Ukendt", ["Ukendt", "Autisme"]),
        (f"{FLOW} sex=x", ["k", "m"]),
        (f"{FLOW} diagnosis=måske", ["måske", "ja", "nej"]),
        (f"{COST} basis=budget", ["budget", "to_date", "committed"]),
        (f"{COST} prices=gamle", ["gamle", "current"]),
        ("cost_intervals from_year=2023 to_year=2024 measure=halv", ["halv", "annualised", "in_year"]),
        ("caseload on=2024-06-30 by=section", ["section", "caseworker", "team", "area"]),
        ("caseload_trend from=2024-01-01 to=2024-06-30 by=caseworker", ["caseworker", "team", "area"]),
        ("age_intervals on=2024-06-30 bands=atten", ["bands"]),
        ("age_intervals on=2024-06-30 bands=25,18", ["bands"]),
        ("cost_intervals from_year=2023 to_year=2024 limits=1,5 mio", ["limits"]),
        ("cost_intervals from_year=2023 to_year=2024 limits=2000000,1000000", ["limits"]),
        ("cost_intervals from_year=2023 to_year=2024 limits=0", ["limits"]),
        (f"{FLOW} section=,", ["section"]),
        ("age_intervals on=i-går", ["on", "i-går"]),
        ("age_intervals on=2023-02-29", ["on", "2023-02-29"]),
        ("full_year_persons from_year=sidste to_year=2024", ["from_year"]),
        ("turning_18 months=0", ["months", "60"]),
        ("turning_18 months=61", ["months", "60"]),
        ("turning_18 months=et år", ["months", "60"]),
        ("expiring days=-1", ["days", "1825"]),
        ("expiring days=1826", ["days", "1825"]),
        ("rapid_response from=2023-01-01 to=2024-06-30 weeks=0", ["weeks"]),
        ("rapid_response from=2023-01-01 to=2024-06-30 weeks=tolv", ["weeks"]),
        ("rapid_response from=2023-01-01 to=2024-06-30 period=week", ["week", "month", "quarter", "year"]),
    ],
)
def test_unknown_value(loaded: Loaded, line: str, named: list[str]) -> None:
    text = message(loaded, line)
    assert [name for name in named if name not in text] == []


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("stock_flow from=2023-01-01 to=2024-06-30", "period"),
        ("stock_flow period=year to=2024-06-30", "from"),
        ("stock_flow period=year from=2023-01-01", "to"),
        ("residential_count on=2024-06-30", "year"),
        ("residential_count year=2024", "on"),
        ("age_intervals", "on"),
        ("full_year_persons from_year=2023", "to_year"),
        ("length_of_stay from=2023-01-01", "to"),
        ("cost to_year=2024", "from_year"),
        ("cost_intervals from_year=2023", "to_year"),
        ("caseload by=team", "on"),
        ("caseload on=2024-06-30", "by"),
        ("supplements from_year=2023", "to_year"),
        ("cost_bridge year_a=2023", "year_b"),
        ("cost_bridge year_b=2023", "year_a"),
        ("state_refund basis=committed", "year"),
        ("turning_18", "months"),
        ("expiring", "days"),
        ("pathways_in to=2024-06-30 group=botilbud", "from"),
        ("rapid_response from=2023-01-01", "to"),
        ("waiting_time from=2023-01-01", "to"),
        ("places", "on"),
        ("occupancy from=2023-01-01", "to"),
        ("market", "on"),
        ("budget month=1", "year"),
        ("reconciliation year=2024", "month"),
        ("benchmark year=2023", "figure"),
        ("caseload_trend from=2023-01-01 to=2024-06-30", "by"),
    ],
)
def test_a_parameter_without_default_is_asked_for(loaded: Loaded, line: str, missing: str) -> None:
    assert missing in message(loaded, line)


@pytest.mark.parametrize("figure", ["pathways_in", "pathways_out"])
def test_a_group_or_a_section_must_be_chosen(loaded: Loaded, figure: str) -> None:
    line = f"{figure} from=2024-01-01 to=2024-06-30"
    for filters in ("", " area=voksne", " owner=own sex=k"):
        text = message(loaded, line + filters)
        assert "gruppe (group) eller paragraf (section)" in text
    for filters in (" group=botilbud", " section=SEL 107", " group=botilbud section=SEL 107"):
        assert loaded.run(line + filters)


@pytest.mark.parametrize(
    "line",
    [
        "stock_flow period=year from=2023-01-01 to=2024-07-01",
        "stock_flow period=year from=2024-07-01 to=2024-07-01",
        "length_of_stay from=2023-01-01 to=2024-07-01",
        "age_intervals on=2024-07-01",
        "residential_count on=2024-07-01 year=2024",
        "residential_count on=2024-06-30 year=2025",
        "full_year_persons from_year=2023 to_year=2025",
        "cost from_year=2023 to_year=2025",
        "cost_intervals from_year=2025 to_year=2025",
        "cost from_year=2024 to_year=2029 basis=committed",
        "cost_intervals from_year=2024 to_year=2029 basis=committed",
        "supplements from_year=2024 to_year=2025",
        "cost_bridge year_a=2024 year_b=2025",
        "cost_bridge year_a=2024 year_b=2029 basis=committed",
        "state_refund year=2025",
        "state_refund year=2029 basis=committed",
        "caseload on=2024-07-01 by=team",
        "caseload_trend from=2024-01-01 to=2024-07-01 by=team",
        "pathways_out from=2024-01-01 to=2024-07-01 group=botilbud",
        "rapid_response from=2024-01-01 to=2024-07-01",
        "waiting_time from=2024-01-01 to=2024-07-01",
        "places on=2024-07-01",
        "occupancy from=2024-01-01 to=2024-07-01",
        "market on=2024-07-01",
        "budget year=2024 month=7",
        "reconciliation year=2024 month=2024-07",
        "reconciliation year=2025 month=1",
        "benchmark figure=cost.unit_cost year=2025",
    ],
)
def test_nothing_is_known_after_as_of(loaded: Loaded, line: str) -> None:
    text = message(loaded, line)
    assert "30-06-2024" in text or "2024" in text or "2028" in text


def test_committed_reaches_four_years_ahead(loaded: Loaded) -> None:
    for figure in ("cost", "cost_intervals"):
        rows = loaded.run(f"{figure} from_year=2028 to_year=2028 basis=committed")
        assert {row["year"] for row in rows} == {2028}


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("stock_flow period=year from=2024-01-01 to=2023-12-31", ["from", "to"]),
        ("length_of_stay from=2024-01-01 to=2023-12-31", ["from", "to"]),
        ("caseload_trend from=2024-01-01 to=2023-12-31 by=team", ["from", "to"]),
        ("full_year_persons from_year=2024 to_year=2023", ["from_year", "to_year"]),
        ("cost from_year=2024 to_year=2023", ["from_year", "to_year"]),
        ("cost_bridge year_a=2024 year_b=2023", ["year_a", "year_b"]),
        ("cost_bridge year_a=2023 year_b=2023", ["year_a", "year_b"]),
    ],
)
def test_from_after_to(loaded: Loaded, line: str, named: list[str]) -> None:
    text = message(loaded, line)
    assert [name for name in named if name not in text] == []


def test_fixed_prices_wait_for_their_extract(loaded: Loaded) -> None:
    for line in (COST, COST.replace("cost", "cost_intervals")):
        assert "price_index" in message(loaded, f"{line} prices=fixed")
    assert loaded.run(f"{COST} prices=current") == loaded.run(COST)


ONE_SERVICE = by_hand(services="A; SEL 107; 01-01-2024;")
ONE_CASE = by_hand(
    assignments="C1; B1; R1; voksne; 01-01-2024; ; 1", caseworkers="R1; Rikke; Team A; 01-01-2024; ; 1"
)


@pytest.mark.parametrize(
    ("tables", "line", "needed"),
    [
        (ONE_CASE, FLOW, "services"),
        (ONE_CASE, "residential_count on=2024-06-30 year=2024", "services"),
        (ONE_CASE, "age_intervals on=2024-06-30", "services"),
        (ONE_CASE, "length_of_stay from=2024-01-01 to=2024-06-30", "services"),
        (ONE_CASE, "full_year_persons from_year=2024 to_year=2024", "services"),
        (ONE_SERVICE, "cost from_year=2024 to_year=2024", "rates"),
        (ONE_SERVICE, "cost_intervals from_year=2024 to_year=2024", "rates"),
        (ONE_SERVICE, "supplements from_year=2024 to_year=2024", "rates"),
        (ONE_SERVICE, "cost_bridge year_a=2023 year_b=2024", "rates"),
        (ONE_SERVICE, "state_refund year=2024", "rates"),
        (ONE_SERVICE, "turning_18 months=12", "rates"),
        (ONE_SERVICE, "expiring days=90", "rates"),
        (ONE_CASE, "pathways_in from=2024-01-01 to=2024-06-30 group=botilbud", "services"),
        (ONE_CASE, "rapid_response from=2024-01-01 to=2024-06-30", "services"),
        (ONE_CASE, "waiting_time from=2024-01-01 to=2024-06-30", "services"),
        (ONE_SERVICE, "places on=2024-06-30", "capacity"),
        (ONE_SERVICE, "occupancy from=2024-01-01 to=2024-06-30", "capacity"),
        (ONE_SERVICE, "market on=2024-06-30", "rates"),
        (ONE_SERVICE, "budget year=2024 month=6", "ledger"),
        (ONE_SERVICE, "reconciliation year=2024 month=6", "ledger"),
        (ONE_SERVICE, "benchmark figure=cost.unit_cost year=2023", "benchmarks"),
        (ONE_SERVICE, "initiatives", "initiatives"),
        (ONE_SERVICE, "caseload on=2024-06-30 by=team", "case_assignments"),
        (ONE_SERVICE, "caseload_trend from=2024-01-01 to=2024-06-30 by=team", "case_assignments"),
    ],
)
def test_an_extract_that_was_never_delivered(loader: Loader, tables: Tables, line: str, needed: str) -> None:
    assert needed in message(loader(tables, DELIVERIES[SEED]), line)


def test_a_municipality_can_begin_with_a_part(loader: Loader) -> None:
    """Caseload alone; services without providers and rates."""
    (row,) = loader(ONE_CASE, DELIVERIES[SEED]).run("caseload on=2024-06-30 by=team")
    assert row["cases"] == 1
    without_providers = {**ONE_SERVICE, "providers": []}
    (flow,) = loader(without_providers, DELIVERIES[SEED]).run(f"{FLOW} by=owner")[-1:]
    assert (flow["by_value"], flow["closing"]) == ("uoplyst", 1)
