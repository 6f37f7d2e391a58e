"""A sheet that has no figures says why: what is gone, not delivered, hidden, or nobody at all."""

import re

import pytest

from cockpit.sheets.filling import filled
from cockpit.sheets.model import Place, Sheet
from cockpit.warehouse import Warehouse
from tests.keyfigures.conftest import loader  # noqa: F401 (a fixture)
from tests.keyfigures.loading import Loader
from tests.keyfigures.random_deliveries import DELIVERIES, random_tables
from tests.sheets.conftest import BOTILBUD, Serve, sheet


@pytest.mark.parametrize(
    ("topic", "place"),
    [
        ("unit_cost", Place("section", "SEL 107")),
        ("flow", Place("group", "findes ikke")),
        ("market", Place("area", "voksne")),
        ("gone", BOTILBUD),
    ],
)
def test_a_sheet_without_figures_says_what_is_missing(demo: Warehouse, topic: str, place: Place) -> None:
    found = filled(Sheet("1", topic, place, title="Mit budskab", challenges="En\nTo"))
    assert found.lacking.endswith(".")
    assert "\n" not in found.lacking
    assert found.chart is None
    assert found.numbers == ()
    assert found.title == "Mit budskab"
    assert found.challenges == ("En", "To")


@pytest.mark.parametrize("place", [Place("group", "væk"), Place("section", "SEL 999")])
def test_a_place_that_is_gone_is_told_in_danish(demo: Warehouse, place: Place) -> None:
    told = filled(Sheet("1", "flow", place)).lacking
    assert told == f"»{place.value}« findes ikke mere i listen over paragraffer."


@pytest.mark.parametrize(
    ("topic", "place", "told"),
    [
        ("flow", Place("section", "SEL 96"), "Tallene her er skjult af hensyn til små tal."),
        ("sections", Place("group", "BPA"), "Tallene her er skjult af hensyn til små tal."),
        ("flow", Place("section", "SEL 83"), "Der er ingen borgere her i de viste år."),
    ],
)
def test_what_is_hidden_is_told_from_nobody(demo: Warehouse, topic: str, place: Place, told: str) -> None:
    assert sheet(topic, place).lacking == told


def test_an_extract_that_is_not_delivered_is_named(loader: Loader, serve: Serve) -> None:  # noqa: F811
    """Every sheet either tells what it needs or shows something; the delivery has citizens and services."""
    tables = random_tables(1, DELIVERIES[1])
    basic = {name: tables[name] for name in ("citizens", "services", "providers")}
    serve(loader(basic, DELIVERIES[1]).warehouse)
    everything = Place()
    assert sheet("deadlines", everything).lacking == (
        "Overholdte frister kræver udtrækket Fristsager (deadlines), som ikke er leveret. "
        "Læg det i næste leverance."
    )
    for topic in ("unit_cost", "caseload", "budget", "compared_cost", "initiatives", "intervals"):
        place = BOTILBUD if topic == "unit_cost" else everything
        assert re.search(
            r"kræver udtræk\w+ .*, som ikke er leveret|Indlæs udtrækket", sheet(topic, place).lacking
        )
    assert not sheet("groups", everything).lacking
