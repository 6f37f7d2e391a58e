"""The made-up lives hold together; the stories hold for other seeds too, counted from the lives alone."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import pytest

from cockpit.demo.cases import Casework
from cockpit.demo.delivery import make_world
from cockpit.demo.people import Citizen, Service, World
from cockpit.demo.prices import rates
from cockpit.demo.recipe import read_recipe

Made = tuple[World, Casework]
AS_OF = date(2026, 10, 31)


@pytest.fixture(scope="module", params=[1, 2, 3])
def made(request: pytest.FixtureRequest) -> Made:
    return make_world(read_recipe(), request.param)


def residential(world: World, service: Service) -> bool:
    return world.recipe.sections[service.section].group == "botilbud" and not service.paying


def stock(world: World, day: date) -> list[Citizen]:
    return [c for c in world.citizens if any(residential(world, s) and s.active(day) for s in c.services)]


def test_lives_hold_together(made: Made) -> None:
    world, _ = made
    for citizen in world.citizens:
        for service in citizen.services:
            section = world.recipe.sections[service.section]
            assert citizen.born <= service.start <= service.last()
            assert citizen.died is None or service.last() <= citizen.died
            assert section.area != "voksne" or citizen.age(service.start) >= 18
            assert section.last_day is None or service.last() <= section.last_day
            assert service.decided is None or service.decided <= AS_OF


def test_residential_care_grows_gently(made: Made) -> None:
    world, _ = made
    stocks = [len(stock(world, date(year, 10, 31))) for year in range(2016, 2027)]
    assert stocks[0] == pytest.approx(152, abs=4)
    assert stocks[-1] == pytest.approx(214, abs=3)
    assert all(0 < later - earlier + 3 < 18 for earlier, later in pairwise(stocks))


def test_young_with_a_diagnosis_double(made: Made) -> None:
    world, _ = made

    def young(day: date) -> int:
        return sum(1 for c in stock(world, day) if c.diagnosed and 18 <= c.age(day) <= 24)

    assert young(AS_OF) / young(date(2022, 10, 31)) == pytest.approx(2, abs=0.2)


def test_told_provider_rises_by_18_percent(made: Made) -> None:
    world, _ = made
    story = world.recipe.rest["story"]["price"]
    found: dict[int, set[float]] = {2024: set(), 2025: set()}
    for _, _, service in world.numbered_services():
        if service.provider and service.provider.id == story["provider"]:
            for rate in rates(world, service):
                if rate.start.year in found:
                    found[rate.start.year].add(rate.amount)
    (before,), (after,) = found[2024], found[2025]
    assert after * 365 / (before * 366) == pytest.approx(1.18, abs=0.005)


def test_stays_under_107_lengthen(made: Made) -> None:
    world, _ = made

    def typical_months(first_year: int) -> float:
        days = []
        for citizen in world.citizens:
            stays = [s for s in citizen.services if s.section == "SEL 107" and not s.paying]
            spell_start: date | None = None
            for place, stay in enumerate(stays):
                spell_start = spell_start or stay.start
                following = stays[place + 1 :]
                if following and following[0].start == stay.last() + timedelta(days=1):
                    continue
                if first_year <= spell_start.year <= first_year + 1:
                    days.append((min(stay.last(), AS_OF) - spell_start).days + 1)
                spell_start = None
        return median(days) / 30.44

    # Stays still running have lasted longer than the median, so cutting them at today leaves it where it is.
    assert typical_months(2020) == pytest.approx(14, abs=1.6)
    assert typical_months(2023) == pytest.approx(19.3, abs=1.8)


def test_dear_citizens_double(made: Made) -> None:
    world, _ = made

    def dear(year: int) -> int:
        first, last = date(year, 1, 1), min(date(year, 12, 31), AS_OF)
        return sum(
            any(s.extra_year_price and s.start <= last and s.last() >= first for s in citizen.services)
            for citizen in world.citizens
        )

    assert dear(2026) / dear(2022) == pytest.approx(2, abs=0.15)


def test_one_team_is_over_since_the_vacancy(made: Made) -> None:
    _, casework = made
    for team in casework.teams:
        limits = (20, 30) if team.area == "børn og unge" else (45, 65)
        for day in (date(2020, 6, 30), date(2024, 6, 30), date(2026, 4, 30), AS_OF):
            citizens = {
                row.citizen.number
                for row in team.assignments
                if row.start <= day and (row.end is None or row.end >= day)
            }
            load = len(citizens) / sum(post.fte for post in team.posts if post.filled(day))
            over = team.name == "Voksen B" and day == AS_OF
            assert (load > limits[1]) if over else (limits[0] <= load <= limits[1]), (team.name, day, load)


def test_one_caseworker_at_a_time(made: Made) -> None:
    _, casework = made
    rows = [row for team in casework.teams for row in team.assignments]
    assert max(Counter(row.case for row in rows if row.end is None).values()) == 1
    assert all(row.end is None or row.end >= row.start for row in rows)
