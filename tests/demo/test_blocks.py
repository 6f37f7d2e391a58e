"""More than one municipality: our own stays as it is, the others come on top, one at a time."""

import csv
import re
import weakref
from collections import Counter
from pathlib import Path

import pytest

from cockpit.demo import delivery, write_demo
from cockpit.demo.blocks import MOST_BLOCKS, block_recipe, block_seed, new_providers
from cockpit.demo.cases import Casework
from cockpit.demo.delivery import make_world
from cockpit.demo.people import World
from cockpit.demo.recipe import Recipe, read_recipe
from cockpit.demo.writing import COLUMNS
from cockpit.intake import check
from cockpit.keyfigures import run
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from cockpit.wording import PlainError
from tests import serving

KEYS = {
    "citizens": 1, "services": 1, "providers": 1, "capacity": 2, "caseworkers": 1, "population": 3,
    "deadlines": 1, "price_index": 1,
}  # fmt: skip
# Written once, however many municipalities there are.
SINGLE = {"price_index", "benchmarks", "initiatives"}
YEARS = {"from_year": "2022", "to_year": "2026"}
SPAN = {"from": "2022-01-01", "to": "2026-10-31"}
OURS = [
    ("stock_flow", {"period": "year", **SPAN}),
    ("stock_flow", {"period": "month", **SPAN, "by": "provider", "group": "botilbud"}),
    ("stock_flow", {"period": "year", **SPAN, "role": "acting", "by": "owner"}),
    ("residential_count", {"on": "2026-10-31", "year": "2026"}),
    ("age_intervals", {"on": "2026-10-31", "by": "owner"}),
    ("full_year_persons", {**YEARS, "by": "section"}),
    ("length_of_stay", {**SPAN, "by": "section"}),
    ("cost", {**YEARS, "by": "provider"}),
    ("cost_intervals", {**YEARS, "group": "botilbud"}),
]


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("three") / "delivery"
    write_demo(folder, scale=3)
    return folder


@pytest.fixture(scope="module")
def three_settings(three: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return serving.loaded(three, tmp_path_factory.mktemp("three_cockpit"))


def rows(folder: Path, name: str) -> list[list[str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


def test_our_own_municipality_comes_first_and_unchanged(three: Path, demo_folder: Path) -> None:
    for name in COLUMNS:
        own = (demo_folder / f"{name}.csv").read_bytes()
        found = (three / f"{name}.csv").read_bytes()
        if name in SINGLE:
            assert found == own, name
            continue
        assert found.startswith(own), name
        assert name == "providers" or len(rows(three, name)) / len(rows(demo_folder, name)) == pytest.approx(
            3, rel=0.05
        )


def test_ids_are_used_once_and_look_like_no_cpr_number(three: Path, demo_folder: Path) -> None:
    for name, width in KEYS.items():
        found = Counter(tuple(row[:width]) for row in rows(three, name))
        planted = Counter(tuple(row[:width]) for row in rows(demo_folder, name))
        assert {key for key, count in found.items() if count > 1} == {
            key for key, count in planted.items() if count > 1
        }, name
    for path in three.iterdir():
        assert not re.search(r"\d{10}|\d{6}-\d{4}", path.read_text(encoding="utf-8")), path.name


def test_what_belongs_together_stays_within_a_municipality(three: Path) -> None:
    by_owner: dict[str, set[str]] = {}
    for service in rows(three, "services"):
        by_owner.setdefault(service[1], set()).add(service[8] or "330")
    others = {code for codes in by_owner.values() for code in codes} - {"330"}
    assert {"101", "147"} <= others
    later = {citizen for citizen in by_owner if len(citizen) == len("D1010001")}
    assert all("330" not in by_owner[citizen] for citizen in later)
    assert len(later) > 3000
    teams = {row[2] for row in rows(three, "caseworkers")}
    assert {"Voksen A", "Voksen A 101", "Voksen A 147"} <= teams
    assert len(teams) == 18
    assert {row[7] for row in rows(three, "deadlines")} == teams
    paid = {service[0]: service[8] or "330" for service in rows(three, "services")}
    assert {paid.get(review[0], "330") for review in rows(three, "reviews")} == {"330", "101", "147"}
    assert {row[0] for row in rows(three, "population")} == {"330", "101", "147"}


def test_faults_are_planted_once(
    three: Path, demo_folder: Path, demo_settings: Settings, three_settings: Settings
) -> None:
    def faults(folder: Path, settings: Settings) -> dict[str, tuple[int, int, int]]:
        extracts = check(folder, settings).extracts
        return {e.name: (e.rows_rejected, e.rows_fallen, e.warnings) for e in extracts}

    assert faults(three, three_settings) == faults(demo_folder, demo_settings)


@pytest.mark.parametrize(("figure", "given"), OURS)
def test_our_figures_do_not_change(
    demo_settings: Settings, three_settings: Settings, figure: str, given: dict[str, str]
) -> None:
    one, three = (run(figure, given, warehouse=Warehouse(s)).rows for s in (demo_settings, three_settings))
    assert one == three


def test_our_teams_do_not_change_and_everyone_is_there_for_all(
    demo_settings: Settings, three_settings: Settings
) -> None:
    one, three = Warehouse(demo_settings), Warehouse(three_settings)
    caseload = {"on": "2026-10-31", "by": "team"}
    found = run("caseload", caseload, warehouse=three).rows
    own = run("caseload", caseload, warehouse=one).rows
    assert [row for row in found if row["by_value"] in {team["by_value"] for team in own}] == own
    everyone = {"on": "2026-10-31", "role": "all"}
    few, many = (
        sum(row["citizens"] for row in run("age_intervals", everyone, warehouse=warehouse).rows)
        for warehouse in (one, three)
    )
    assert many / few == pytest.approx(3, rel=0.05)


def test_each_municipality_is_forgotten_before_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[weakref.ref[World]] = []

    def watched(recipe: Recipe, seed: int) -> tuple[World, Casework]:
        assert all(world() is None for world in made)
        world, casework = make_world(recipe, seed)
        made.append(weakref.ref(world))
        return world, casework

    monkeypatch.setattr(delivery, "make_world", watched)
    write_demo(tmp_path / "demo", scale=3)
    assert len(made) == 3


def test_hundreds_of_municipalities_and_some_thousand_providers() -> None:
    recipes = [block_recipe(read_recipe(), block) for block in range(240)]
    codes = [recipe.municipality for recipe in recipes]
    assert len(set(codes)) == 240
    assert all(re.fullmatch(r"[1-9]\d\d", code) for code in codes)
    assert all("330" not in recipe.neighbours and len(recipe.neighbours) == 6 for recipe in recipes)
    providers = [provider for recipe in recipes for provider in new_providers(recipe)]
    assert 3000 <= len(providers) <= 6000
    assert len({provider.id for provider in providers}) == len(providers)
    known = {provider.id for provider in providers}
    assert all(provider.id in known for recipe in recipes for provider in recipe.providers)
    assert {p.municipality for p in providers if p.owner == "own"} == {"330"}
    assert not [provider for provider in providers if "," in provider.name]


@pytest.mark.parametrize("scale", [0, -1, MOST_BLOCKS + 1])
def test_a_scale_that_cannot_be_is_refused(tmp_path: Path, scale: int) -> None:
    with pytest.raises(PlainError, match=f"fra 1 til {MOST_BLOCKS}"):
        write_demo(tmp_path / "demo", scale=scale)
    assert not (tmp_path / "demo").exists()
    assert len(block_recipe(read_recipe(), MOST_BLOCKS - 1).neighbours) == 6


@pytest.mark.parametrize("block", [14, 92])
def test_newborns_stay_where_they_are_placed(block: int) -> None:
    """In these blocks a placement has begun before the child was two months old."""
    world, _ = make_world(block_recipe(read_recipe(), block), block_seed(1, block))
    assert all(service.start <= service.last() for _, _, service in world.numbered_services())
