"""Sheets filled from deliveries: the same numbers as the command line gives a politician, and no others."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from cockpit.keyfigures import run, sections_in
from cockpit.keyfigures.smallnumbers import TABLES
from cockpit.sheets.filling import filled
from cockpit.sheets.messages import suggested
from cockpit.sheets.model import Chart, FilledSheet, Place, Series, Sheet
from cockpit.sheets.numbers import MOST
from cockpit.sheets.ready import ready_sets
from cockpit.sheets.topics import TOPICS, topic_of_view
from cockpit.warehouse import Reader, Warehouse
from tests.keyfigures.conftest import at_random, loader  # noqa: F401 (fixtures)
from tests.keyfigures.random_deliveries import DELIVERIES
from tests.sheets.conftest import BOTILBUD, Serve, sheet


def series(found: FilledSheet) -> dict[str, tuple[float | None, ...]]:
    assert found.chart is not None, found.lacking
    return {one.key: one.values for one in found.chart.series}


def as_politician(warehouse: Warehouse, figure: str, **given: str) -> list[dict[str, object]]:
    asked = {name.rstrip("_"): text for name, text in given.items()}
    return run(figure, asked, role="politiker", warehouse=warehouse).rows


def test_the_stock_with_what_came_and_went(demo: Warehouse) -> None:
    found = sheet("flow")
    rows = as_politician(
        demo, "stock_flow", period="year", group="botilbud", from_="2022-01-01", to="2026-10-31"
    )
    assert series(found)["closing"] == tuple(row["closing"] for row in rows)
    assert series(found)["inflow"][:4] == tuple(row["inflow"] for row in rows)[:4]
    assert found.chart is not None
    assert found.chart.categories == ("2022", "2023", "2024", "2025", "okt. 2026")
    # The year is not over: who came so far is not told, which is no small number.
    assert series(found)["inflow"][4] is None
    assert 4 not in found.chart.series[1].hidden
    assert found.numbers[0].shown == f"{rows[-1]['closing']}"
    assert found.numbers[0].words.startswith("borgere i botilbud, ")
    assert "opgjort pr. 31-10-2026" in found.source
    assert found.subtitle == "Antal borgere i botilbud"
    assert found.as_of == date(2026, 10, 31)


def test_who_came_and_who_went_is_told_of_the_last_whole_year(demo: Warehouse) -> None:
    (row,) = as_politician(demo, "stock_flow", period="year", from_="2025-01-01", to="2025-12-31")
    told = f"{row['inflow']} borgere mod {row['outflow']}"
    assert sheet("flow", Place()).title == f"Tilgangen var større end afgangen i 2025: {told}"


def test_prices_are_written_as_politicians_read_them(demo: Warehouse) -> None:
    found = sheet("unit_cost")
    rows = as_politician(demo, "cost", group="botilbud", from_year="2021", to_year="2025")
    assert len(rows) == 5  # a change over four whole years can be told
    prices = tuple(row["unit_cost"] for row in rows)
    assert series(found)["unit_cost"] == prices
    first = found.numbers[0]
    assert first.value == prices[-1]
    assert first.shown.endswith(" mio.")
    assert first.words.startswith("kr. pr. helårsperson i botilbud i 2025, mod ")


def test_a_hidden_number_is_told_as_hidden(demo: Warehouse) -> None:
    found = sheet("groups", Place("area", "børn og unge"))
    assert found.chart is not None
    (one,) = found.chart.series
    assert one.hidden
    assert all(one.values[at] is None for at in one.hidden)
    assert found.source.endswith("Små tal er skjult.")


def test_the_texts_and_the_numbers_are_the_editors(demo: Warehouse) -> None:
    chosen = ("ages/67+", "flow/closing", "gone/gone")
    found = filled(Sheet("1", "flow", BOTILBUD, "Mit budskab", chosen, "Første\n\n Anden ", "Tredje"))
    assert found.title == "Mit budskab"
    assert found.suggested.startswith("Antal borgere i botilbud er steget")
    assert [number.key for number in found.numbers] == ["ages/67+", "flow/closing", "unit_cost/unit_cost"]
    assert found.challenges == ("Første", "Anden")
    assert found.tendencies == ("Tredje",)


def test_points_that_were_pasted_are_not_shown_twice(demo: Warehouse) -> None:
    pasted = "- Første\n• Anden\n-5 pct. i år\n-\n*\n– Tredje"
    found = filled(Sheet("1", "flow", BOTILBUD, challenges=pasted))
    assert found.challenges == ("Første", "Anden", "-5\u00a0pct. i\u00a0år", "Tredje")


def test_who_is_dear_is_told_by_the_price_of_a_year(demo: Warehouse) -> None:
    """Who came in November has not been paid two million for: fewer have than are told of."""
    (told,) = [one for one in sheet("intervals").numbers if one.key == "intervals/2000000+"]
    asked = {"group": "botilbud", "from_year": "2025", "to_year": "2025", "limits": "1000000,2000000"}
    rows = run("cost_intervals", {**asked, "measure": "in_year"}, role="leder", warehouse=demo).rows
    paid = next(row["citizens"] for row in rows if row["interval"] == "2000000+")
    assert told.value is not None
    assert told.value > paid
    assert "til over 2\u00a0mio.\u00a0kr. om året i 2025" in told.words


def test_every_ready_set_is_good(demo: Warehouse) -> None:
    sets = ready_sets()
    assert [one.name for one in sets] == ["Voksne i botilbud", "Børn og familier", "Sagstal og frister"]
    sheets = [filled(one) for found in sets for one in found.sheets]
    assert all(not found.lacking for found in sheets)
    assert all(3 <= len(found.numbers) <= MOST for found in sheets)
    assert all(number.value is not None for found in sheets for number in found.numbers)
    assert all(found.challenges and found.tendencies for found in sheets)


def every_sheet(reader: Reader) -> Iterator[FilledSheet]:
    rows = sections_in(reader)
    values = {
        "": [""],
        "area": sorted({row["area"] for row in rows}),
        "group": sorted({row["section_group"] for row in rows}),
        "section": sorted({row["section_key"] for row in rows}),
    }
    for topic in TOPICS.values():
        for kind in topic.places:
            for value in values[kind]:
                yield filled(Sheet("1", topic.id, Place(kind, value)))


def shown_to_all(warehouse: Warehouse) -> set[float]:
    """Every number of the public tables, and of what everyone has published."""
    reader = warehouse.reader()
    facts = reader.rows("select public_row.facts as facts from public_row")
    return {
        float(value)
        for row in facts
        for value in json.loads(row["facts"]).values()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }


@pytest.mark.parametrize("seed", DELIVERIES)
def test_nothing_but_public_numbers_on_any_sheet(at_random, serve: Serve, seed: int) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    """Of small deliveries, in which most numbers are hidden."""
    warehouse = at_random(seed).warehouse
    serve(warehouse)
    public = shown_to_all(warehouse)
    of_tables = {topic.id for topic in TOPICS.values() if topic.figure in {table.figure for table in TABLES}}
    hidden = 0
    for found in every_sheet(warehouse.reader()):
        assert found.lacking or found.chart
        if found.chart is None or topic_id(found) not in of_tables:
            continue
        for one in found.chart.series:
            assert {float(value) for value in one.values if value is not None} <= public
            assert all(one.values[at] is None for at in one.hidden)
            hidden += len(one.hidden)
        assert all(
            number.value is None or float(number.value) in public
            for number in found.numbers
            if number.key.partition("/")[0] in of_tables
        )
    assert hidden


def topic_id(found: FilledSheet) -> str:
    return next(topic.id for topic in TOPICS.values() if topic.figure == found.figure)


def test_saved_views_become_the_topic_that_shows_the_same() -> None:
    def topic(figure: str, by: str) -> str | None:
        found = topic_of_view(figure, {"by": by} if by else {})
        return found.id if found else None

    assert topic("stock_flow", "section") == "sections"
    assert topic("stock_flow", "") == "flow"
    assert topic("cost_intervals", "owner") == "intervals"
    assert topic("deadline_list", "") is None


def test_a_course_without_a_single_year_has_no_message() -> None:
    nothing = Chart("columns", (), (Series("unit_cost", "Pris", (), "stock", "kr."),), "kroner", "kr.")
    place = Place("group", "botilbud")
    assert suggested(TOPICS["unit_cost"], place, nothing) == TOPICS["unit_cost"].subject_of(place)
