"""What is prepared at publish changes how fast an answer comes, never the answer."""

import itertools

import pytest

from cockpit.keyfigures import run
from cockpit.keyfigures.cuts import prepared_cut
from cockpit.settings import PROJECT, Settings
from cockpit.warehouse import Warehouse
from cockpit.warehouse.schema import PREPARED
from tests.keyfigures.unprepared import QUESTIONS, Unprepared, alike

FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"area": "voksne"},
    {"area": "børn og unge,voksne"},
    {"group": "botilbud"},
    {"group": "botilbud,dagtilbud"},
    {"section": "SEL 107"},
    {"section": "SEL 107,SEL 108"},
    {"group": "anbringelse", "section": "BL 46"},
    {"group": "botilbud", "owner": "private"},
)


@pytest.fixture(scope="module")
def warehouses(
    demo_settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Warehouse, Warehouse]:
    copy = tmp_path_factory.mktemp("unprepared") / "copy.duckdb"
    return Warehouse(demo_settings), Unprepared(demo_settings, copy)


@pytest.mark.parametrize(("figure", "given"), QUESTIONS)
@pytest.mark.parametrize("by", ["none", "area", "group", "section"])
def test_answers_are_the_same_from_prepared_tables_and_without(
    warehouses: tuple[Warehouse, Warehouse],
    monkeypatch: pytest.MonkeyPatch,
    figure: str,
    given: dict[str, str],
    by: str,
) -> None:
    prepared, unprepared = warehouses
    asked = [given | chosen | {"by": by, "role": "all"} for chosen in FILTERS]
    fast = [run(figure, one, warehouse=prepared).rows for one in asked]
    monkeypatch.setattr("cockpit.keyfigures.answering.prepared_cut", lambda _values: None)
    slow = [run(figure, one, warehouse=unprepared).rows for one in asked]
    for question, quick, careful in zip(asked, fast, slow, strict=True):
        assert alike(quick, careful), question
    assert any(fast)


@pytest.mark.parametrize("by", ["caseworker", "team", "area"])
@pytest.mark.parametrize("on", ["2026-10-31", "2025-06-30", "2019-02-14"])
def test_caseload_is_the_same_whatever_is_known_of_a_row(
    warehouses: tuple[Warehouse, Warehouse], on: str, by: str
) -> None:
    fast, slow = (
        run("caseload", {"on": on, "by": by}, role="teamleder", warehouse=one) for one in warehouses
    )
    assert fast.rows == slow.rows != []


def test_every_prepared_table_is_built() -> None:
    files = (PROJECT / "queries" / "prepared").glob("*.sql")
    assert {path.stem for path in files} == set(PREPARED)


def test_a_cut_is_used_only_where_it_is_the_question() -> None:
    asked = {"role": "all", "by": "none"}
    assert prepared_cut(asked) == "none"
    assert prepared_cut(asked | {"group": "botilbud"}) == "group"
    assert prepared_cut(asked | {"by": "section"}) == "section"
    assert prepared_cut(asked | {"by": "section", "group": "botilbud"}) == "current_section"
    for other in (
        {"role": "paying"},
        {"group": "botilbud,dagtilbud"},
        {"group": "botilbud", "section": "SEL 107"},
        {"by": "owner"},
        *({name: "x"} for name in ("owner", "provider", "provider_type", "target_group", "sex", "diagnosis")),
    ):
        assert prepared_cut(asked | other) is None, other


def test_every_cut_is_asked_for_by_some_question() -> None:
    filters = [dict.fromkeys(names, "x") for size in range(3) for names in itertools.combinations(
        ("area", "group", "section"), size)]  # fmt: skip
    found = {
        prepared_cut({"role": "all", "by": by} | given)
        for by in ("none", "area", "group", "section")
        for given in filters
    }
    assert found == {"none", "area", "group", "section", "current_section", None}
