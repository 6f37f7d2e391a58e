"""The editor is told what has moved, and what is gone, since the texts were written."""

from dataclasses import replace

from cockpit.sheets.filling import filled, numbers_now
from cockpit.sheets.model import Sheet
from cockpit.warehouse import Warehouse
from tests.sheets.conftest import BOTILBUD, sheet


def test_what_the_chart_shows_is_watched_too(demo: Warehouse) -> None:
    now = numbers_now(Sheet("1", "flow", BOTILBUD, numbers=("ages/67+", "flow/closing", "ages/under 25")))
    assert now.keys() == {"ages/67+", "flow/closing", "ages/under 25", "flow/inflow", "flow/outflow"}
    assert numbers_now(Sheet("1", "gone", BOTILBUD)) == {}


def test_what_a_tendency_tells_of_is_watched(demo: Warehouse) -> None:
    assert "flow/closing" not in numbers_now(Sheet("1", "intervals", BOTILBUD))
    assert "flow/closing" in numbers_now(Sheet("1", "intervals", BOTILBUD, tendencies="Flere borgere"))


def test_what_has_moved_since_the_text_was_written(demo: Warehouse) -> None:
    now = {number.key: number.value for number in sheet("flow").numbers}
    stock, price = now["flow/closing"], now["unit_cost/unit_cost"]
    assert stock is not None
    assert price is not None

    def moved(written: dict[str, float | None]) -> tuple[str, ...]:
        return filled(Sheet("1", "flow", BOTILBUD, written=written, written_on="2026-09-30")).moved

    assert moved(now) == ()
    assert moved({"flow/closing": stock - 2, "unit_cost/unit_cost": price * 1.01}) == ()
    (told,) = moved({"flow/closing": stock - 20})
    assert told == (
        f"Borgere i botilbud: var {stock - 20:.0f} pr. 30-09-2026, da teksten blev skrevet, og er nu {stock}."
    )
    (told,) = moved({"unit_cost/unit_cost": price * 1.1})
    assert " mio. kr. pr. 30-09-2026, da teksten" in told
    (told,) = moved({"flow/closing": None})
    assert f"var skjult pr. 30-09-2026, da teksten blev skrevet, og er nu {stock}." in told
    (told,) = filled(
        Sheet(
            "1", "market", BOTILBUD, written={"market/citizens:Købt i regionen": 15}, written_on="2026-09-30"
        )
    ).moved
    assert told == (
        "Borgere i botilbud, hvor hjælpen er købt i regionen: "
        "var 15 pr. 30-09-2026, da teksten blev skrevet, og er nu skjult."
    )
    assert filled(Sheet("1", "flow", BOTILBUD, written={"flow/closing": 1})).moved == ()


def test_a_number_that_is_gone_is_named_and_another_stands_instead(demo: Warehouse) -> None:
    key = "market/citizens:Købt i udlandet"
    chosen = ("flow/closing", key, "ages/67+")
    watched = Sheet("1", "market", BOTILBUD, numbers=chosen, written={key: 9.0}, written_on="2026-09-30")
    found = filled(replace(watched, names={key: "borgere i botilbud, hvor hjælpen er købt i udlandet"}))
    keys = ["flow/closing", "ages/67+", "market/citizens:Egne tilbud"]
    assert [number.key for number in found.numbers] == keys
    gone = "tallet fra 30-09-2026, da teksten blev skrevet, findes ikke mere."
    assert found.moved == (
        f"Borgere i botilbud, hvor hjælpen er købt i udlandet: {gone} Et andet står i stedet.",
    )
    # A sheet that was written before names were kept.
    assert filled(replace(watched, numbers=())).moved == (f"Et tal fra »Egne og købte pladser«: {gone}",)
    nobodys = filled(replace(watched, numbers=(), written={"væk/væk": 1.0}))
    assert nobodys.moved == (f"Et tal: {gone}",)
