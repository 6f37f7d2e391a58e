"""Every number and every message of the sheets, computed a second time in plain Python from the rows."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from cockpit.keyfigures import sections_in
from cockpit.sheets.filling import filled
from cockpit.sheets.model import FilledSheet, Place, Series, Sheet
from cockpit.sheets.topics import TOPICS
from cockpit.wording import number
from tests.keyfigures.conftest import at_random, loader  # noqa: F401 (fixtures)
from tests.keyfigures.loading import Loaded
from tests.keyfigures.random_deliveries import DELIVERIES
from tests.sheets.conftest import Serve

Row = Mapping[str, Any]
Value = Any  # a number, or None
OWNERS = {
    "Egne tilbud": ("own", "own"),
    "Købt i andre kommuner": ("bought", "other_municipality"),
    "Købt i regionen": ("bought", "region"),
    "Købt hos private": ("bought", "private"),
    "Tilbud ikke oplyst": ("bought", "uoplyst"),
}
USES = {"Egne borgere": "own_citizens", "Solgt": "sold", "Ledige": "free"}


class Plain:
    """What a chart of one delivery should show, from the plain rows."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded, self.as_of = loaded, loaded.warehouse.version.as_of

    def ends(self) -> list[date]:
        return [*(date(self.as_of.year - back, 12, 31) for back in (4, 3, 2, 1)), self.as_of]

    def whole_years(self) -> range:
        last = self.as_of.year if (self.as_of.month, self.as_of.day) == (12, 31) else self.as_of.year - 1
        return range(last - 4, last + 1)

    def rows(self, figure: str, place: Place, **given: object) -> list[dict[str, Any]]:
        asked = {name.rstrip("_"): f"{value}" for name, value in given.items()} | place.given
        return self.loaded.plain(" ".join([figure, *(f"{name}={text}" for name, text in asked.items())]))

    def flow(self, place: Place, by: str = "") -> list[dict[str, Any]]:
        asked = {"by": by} if by else {}
        first = date(self.as_of.year - 4, 1, 1)
        return self.rows("stock_flow", place, period="year", from_=first, to=self.as_of, **asked)

    def of_flow(self, place: Place, key: str, at: int) -> Value:
        row = self.flow(place)[at]
        return row[key] if key == "closing" or row["complete"] else None

    def of_sections(self, key: str, at: int) -> Value:
        year = self.ends()[at].year
        found = [row for row in self.flow(Place(), "section") if row["by_value"] == key]
        return sum(row["closing"] for row in found if row["period_start"].year == year)

    def of_ages(self, place: Place, key: str, at: int) -> Value:
        found = self.rows("age_intervals", place, bands="25,67", on=self.ends()[at])
        return sum(row["citizens"] for row in found if row["age_band"] == key)

    def of_intervals(self, place: Place, key: str, year: int) -> Value:
        found = self.rows(
            "cost_intervals", place, limits="1000000,2000000", from_year=year, to_year=year
        )  # fmt: skip
        return sum(row["citizens"] for row in found if row["interval"] == key)

    def of_unit_cost(self, place: Place, year: int) -> Value:
        found = self.rows("cost", place, from_year=year, to_year=year)
        return round(found[0]["unit_cost"], -3) if found and found[0]["unit_cost"] is not None else None

    def of_deadlines(self, kind: str, year: int) -> Value:
        years = {"from_": date(year, 1, 1), "to": date(year, 12, 31)}
        found = self.rows("deadlines_kept", Place(), period="year", **years)
        (row,) = [row for row in found if row["kind"] == kind]
        return row["kept"] / row["due"] if row["due"] else None

    def of_bar(self, topic: str, place: Place, name: str) -> Value:
        if topic == "groups":
            named = {row["by_value"].casefold(): row for row in self.flow(Place(), "group")[-99:]
                     if row["period_start"].year == self.as_of.year}  # fmt: skip
            return named[name.casefold()]["closing"]
        if topic == "market":
            found = self.rows("market", place, on=self.as_of)
            of_owner = [row for row in found if (row["direction"], row["owner"]) == OWNERS[name]]
            return sum(row["citizens"] for row in of_owner)
        if topic == "places":
            return sum(row[USES[name]] for row in self.rows("places", Place(), on=self.as_of))
        found = self.rows("caseload", Place(), by="area", on=self.as_of)
        return next(row["citizens_per_fte"] for row in found if row["by_value"].casefold() == name.casefold())


TIMED: dict[str, Callable[[Plain, Place, Series, int, str], Value]] = {
    "flow": lambda plain, place, one, at, _: plain.of_flow(place, one.key, at),
    "sections": lambda plain, _, one, at, __: plain.of_sections(one.key, at),
    "ages": lambda plain, place, one, at, _: plain.of_ages(place, one.key, at),
    "intervals": lambda plain, place, one, _, year: plain.of_intervals(place, one.key, int(year)),
    "unit_cost": lambda plain, place, _, __, year: plain.of_unit_cost(place, int(year)),
    "deadlines": lambda plain, _, one, __, year: plain.of_deadlines(one.key, int(year)),
}
BARS = ("groups", "market", "places", "caseload")


def every_sheet(loaded: Loaded) -> Iterator[tuple[str, Place, FilledSheet]]:
    rows = sections_in(loaded.warehouse.reader())
    values = {
        "": {""},
        "area": {row["area"] for row in rows},
        "group": {row["section_group"] for row in rows},
    }
    for topic in TOPICS.values():
        for kind in topic.places:
            for value in sorted(values.get(kind, ())):
                place = Place(kind, value)
                yield topic.id, place, filled(Sheet("1", topic.id, place))


@pytest.mark.parametrize("seed", [2, 3, 6])
def test_every_number_of_every_chart(at_random, serve: Serve, seed: int) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    """On a leap day, at a year's end and on New Year's Day."""
    loaded = at_random(seed)
    serve(loaded.warehouse)
    plain, shown = Plain(loaded), 0
    for topic, place, found in every_sheet(loaded):
        if found.chart is None or topic not in (*TIMED, *BARS):
            continue
        for one in found.chart.series:
            for at, name in enumerate(found.chart.categories):
                if one.values[at] is None:
                    continue
                second = (
                    TIMED[topic](plain, place, one, at, name) if topic in TIMED
                    else plain.of_bar(topic, place, name)
                )  # fmt: skip
                assert one.values[at] == pytest.approx(second, abs=0.0006), (topic, place, one.key, name)
                shown += 1
        if topic in ("intervals", "unit_cost", "deadlines"):
            assert {int(name) for name in found.chart.categories} <= set(plain.whole_years())
    assert shown > 150


@pytest.mark.parametrize("seed", DELIVERIES)
def test_every_number_and_message_tells_what_its_chart_shows(at_random, serve: Serve, seed: int) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    loaded = at_random(seed)
    serve(loaded.warehouse)
    told = 0
    for topic, place, found in every_sheet(loaded):
        if found.chart is None:
            continue
        assert len({one.key for one in found.numbers}) == len(found.numbers)
        for one in (one for one in found.chart.series if one.moments and found.chart.form != "bars"):
            numbers = [figure for figure in found.numbers if figure.key == f"{topic}/{one.key}"]
            for figure in numbers:
                check_compared(figure.words.replace("\u00a0", " "), one)
        told += check_message(found.title.replace("\u00a0", " "), topic, place, found)
    assert told > 3


def check_compared(words: str, one: Series) -> None:
    """`3 flere end ved udgangen af 2022` is the difference between the two, and both are shown."""
    if more := re.search(r", (\d+) (mere|flere|færre) end (.+)$", words):
        now = [at for at, value in enumerate(one.values) if value is not None][-1]
        then = one.moments.index(more[3])
        assert then == now - 1
        difference = (one.values[now] or 0) - (one.values[then] or 0)
        assert int(more[1]) == abs(difference)
        assert more[2] == ("færre" if difference < 0 else "mere" if difference == 1 else "flere")


def check_message(title: str, topic: str, place: Place, found: FilledSheet) -> int:
    """1 where the message tells a number, which is then found in the chart; the plain subject tells none."""
    assert found.chart is not None
    values = {one.key: one.values for one in found.chart.series}
    if change := re.search(
        r"er (steget|faldet) med (\d+) pct\. (siden udgangen af (\d+)|på (\w+) år)", title
    ):
        years = {"et": 1, "to": 2, "fire": 4}
        back = years[change[5]] if change[5] else found.as_of.year - int(change[4])
        shares = {
            (one[-1] or 0) / (one[-1 - back] or 1) - 1
            for one in values.values()
            if one[-1] and one[-1 - back]
        }
        way = 1 if change[1] == "steget" else -1
        assert any(number(abs(share) * 100) == change[2] and share * way > 0 for share in shares), title
        return 1
    if record := re.search(r"er på det (højeste|laveste) i de fem viste år", title):
        best = max if record[1] == "højeste" else min
        assert any(
            None not in one and one[-1] == best(v for v in one if v is not None) for one in values.values()
        )
        return 1
    if flow := re.search(r"var (større|mindre) end afgangen i (\d+): (\d+) borgere? mod (\d+)$", title):
        at = found.chart.categories.index(flow[2])
        assert (values["inflow"][at], values["outflow"][at]) == (int(flow[3]), int(flow[4]))
        assert (int(flow[3]) > int(flow[4])) == (flow[1] == "større")
        return 1
    if dear := re.search(r"^([\d,]+) pct\. af .* fik hjælp til over 2 mio\. kr\. om året i (\d+)$", title):
        at = found.chart.categories.index(dear[2])
        share = (values["2000000+"][at] or 0) / sum(one[at] or 0 for one in values.values())
        assert number(share * 100) == dear[1]
        return 1
    counts = [int(text) for text in re.findall(r"(?:Der er|og|^) ?(\d+) (?:borgere?|med|i|på) ", title)]
    if topic in ("groups", "market") and counts:
        assert set(counts) <= set(next(iter(values.values())))
        return 1
    return 0
