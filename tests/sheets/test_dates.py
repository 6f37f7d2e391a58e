"""Sheets of deliveries at a year's end, on New Year's Day and on a leap day read right."""

import pytest

from cockpit.sheets import over_time
from cockpit.sheets.filling import filled
from cockpit.sheets.model import Chart, FilledSheet, Place, Sheet
from cockpit.warehouse import Warehouse
from tests.keyfigures.conftest import at_random, loader  # noqa: F401 (fixtures)
from tests.keyfigures.random_deliveries import DELIVERIES
from tests.sheets.conftest import Serve, sheet

YEARS_END, NEW_YEARS_DAY, LEAP_DAY = 3, 6, 2
EVERYTHING = Place()


def chart(found: FilledSheet) -> Chart:
    assert found.chart is not None, found.lacking
    return found.chart


@pytest.mark.parametrize(
    ("seed", "last", "whole"),
    [(YEARS_END, "2023", "2023"), (NEW_YEARS_DAY, "jan. 2024", "2023"), (LEAP_DAY, "feb. 2024", "2023")],
)
def test_the_last_on_the_axis(at_random, serve: Serve, seed: int, last: str, whole: str) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    serve(at_random(seed).warehouse)
    stocks = [chart(sheet(topic, EVERYTHING)) for topic in ("flow", "ages")]
    assert [one.categories[-1] for one in stocks] == [last, last]
    assert all(len(one.categories) == 5 for one in stocks)
    assert chart(sheet("intervals", EVERYTHING)).categories == ("2019", "2020", "2021", "2022", "2023")
    assert chart(sheet("deadlines", EVERYTHING)).categories[-1] == whole


def test_at_a_years_end_the_year_is_whole(at_random, serve: Serve) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    serve(at_random(YEARS_END).warehouse)
    found = sheet("flow", EVERYTHING)
    assert found.title == "Antal borgere er steget med 50\u00a0pct. på et\u00a0år"
    assert [one.words for one in found.numbers] == [
        "borgere ved udgangen af 2023, 15 flere end ved udgangen af 2022",
        "borgere fik hjælp til over 2\u00a0mio.\u00a0kr. om året i 2023, 5 flere end i 2022",
        "borgere i tilgang i 2023, 15 flere end i 2022",
    ]
    assert found.source.endswith("opgjort pr. 31-12-2023. Små tal er skjult.")


def test_on_new_years_day_the_year_has_just_begun(at_random, serve: Serve) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    serve(at_random(NEW_YEARS_DAY).warehouse)
    found = sheet("flow", EVERYTHING)
    assert found.numbers[0].words == "borgere, 2 færre end ved udgangen af 2023"
    assert found.source.endswith("opgjort pr. 01-01-2024. Små tal er skjult.")
    # Who came on that day is told when the year is over.
    inflow = chart(found).series[1]
    assert (inflow.values[-1], 4 in inflow.hidden) == (None, False)


@pytest.mark.parametrize("seed", DELIVERIES)
def test_what_was_written_that_day_has_not_moved(at_random, serve: Serve, seed: int) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    loaded = at_random(seed)
    serve(loaded.warehouse)
    now = {one.key: one.value for one in sheet("flow", EVERYTHING).numbers}
    day = f"{loaded.warehouse.version.as_of}"
    assert filled(Sheet("1", "flow", EVERYTHING, written=now, written_on=day)).moved == ()


def test_a_year_without_anybody_keeps_its_place(monkeypatch: pytest.MonkeyPatch, demo: Warehouse) -> None:
    """Else a change over two years would be told as one over one year."""
    rows = [{"year": year, "unit_cost": 1_000_000.0} for year in (2021, 2022, 2024, 2025)]
    monkeypatch.setattr(over_time, "rows_of", lambda *_: rows)
    found = over_time.unit_cost(Place("group", "botilbud"))
    assert found.categories == ("2021", "2022", "2023", "2024", "2025")
    assert found.series[0].values == (1e6, 1e6, None, 1e6, 1e6)
