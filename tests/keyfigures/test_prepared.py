"""What is prepared at publish changes how fast an answer comes, never the answer."""

import itertools
import shutil
from pathlib import Path

import duckdb
import pytest

from cockpit.keyfigures import run
from cockpit.keyfigures.cuts import prepared_cut
from cockpit.settings import PROJECT, Settings
from cockpit.warehouse import Reader, Warehouse
from cockpit.warehouse.engine import open_reader
from cockpit.warehouse.schema import PREPARED

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
QUESTIONS = (
    ("stock_flow", {"period": "quarter", "from": "2023-01-01", "to": "2026-10-31"}),
    ("cost", {"from_year": "2023", "to_year": "2026"}),
    ("cost", {"from_year": "2026", "to_year": "2027", "basis": "committed"}),
    ("cost_intervals", {"from_year": "2025", "to_year": "2026", "prices": "fixed"}),
    ("supplements", {"from_year": "2025", "to_year": "2026"}),
    ("length_of_stay", {"from": "2020-01-01", "to": "2024-12-31"}),
)


class Unprepared(Warehouse):
    """The same version with a view for each prepared table, and no spells along cuts."""

    def __init__(self, settings: Settings, copy: Path) -> None:
        super().__init__(settings)
        version = self.version
        shutil.copy(version.path, copy)
        with duckdb.connect(str(copy)) as connection:
            for name in PREPARED:
                text = (PROJECT / "queries" / "prepared" / f"{name}.sql").read_text(encoding="utf-8")
                connection.execute(f"drop table {name}")
                connection.execute(f"create view {name} as {text}")
        self._unprepared = Reader(version, open_reader(copy, "2GB", 2))

    def reader(self) -> Reader:
        return self._unprepared if hasattr(self, "_unprepared") else super().reader()


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
        assert _rounded(quick) == _rounded(careful), question
    assert any(fast)


def _rounded(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """Kr. are sums of binary fractions, which another order of adding moves in the last digits."""
    return [
        {name: round(value, 1) if isinstance(value, float) else value for name, value in row.items()}
        for row in rows
    ]


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
