"""Every file in queries/ is a figure of the catalogue, a part of figures, or a view of an extract."""

import re
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

from cockpit.intake import contracts
from cockpit.keyfigures import Definition, catalogue
from cockpit.keyfigures.columns import columns_of
from cockpit.settings import PROJECT
from cockpit.warehouse.schema import NOT_FIGURES

QUERIES = PROJECT / "queries"
FIGURES = catalogue()
LISTED = {"cases": "case_id", "services": "service_id", "deadlines": "deadline_id"}
EXTRACTS = {path.stem for path in (PROJECT / "data" / "contracts").glob("*.toml")}


def names_needed(path: Path) -> set[str]:
    match = re.search(r"^-- needs:\s*(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {name.strip() for name in match[1].split(",")} if match else set()


def test_every_figure_file_is_in_the_catalogue() -> None:
    files = [path for path in QUERIES.glob("*/*.sql") if path.parent.name not in NOT_FIGURES]
    assert sorted(path.stem for path in files) == sorted(FIGURES), "two files with one name, or one left out"


@pytest.mark.parametrize("definition", FIGURES.values(), ids=FIGURES.keys())
def test_a_header_tells_all(definition: Definition) -> None:
    empty = [name for name in ("title", "question", "unit", "numerator", "why", "ask", "caveat", "owner")
             if not getattr(definition, name)]  # fmt: skip
    assert empty == []
    assert definition.question.endswith("?")
    assert definition.ask.endswith("?")
    assert definition.good in ("lower", "higher", "neutral")
    assert definition.counts


@pytest.mark.parametrize("definition", FIGURES.values(), ids=FIGURES.keys())
def test_a_list_of_single_things_says_so(definition: Definition) -> None:
    """What may be seen by few is told by `lists`, so no such column may stand in a figure without it."""
    told = LISTED.get(definition.lists)
    columns = set(columns_of(definition))
    assert {"citizen_id", "citizen_number"} & columns == set()
    assert set(LISTED.values()) & columns == ({told, "case_id"} & columns if told else set())
    assert (told in columns) == bool(definition.lists)


@pytest.mark.parametrize("definition", FIGURES.values(), ids=FIGURES.keys())
def test_a_source_is_an_extract(definition: Definition) -> None:
    assert set(definition.source) <= EXTRACTS


@pytest.mark.parametrize("definition", FIGURES.values(), ids=FIGURES.keys())
def test_columns_that_a_figure_cannot_do_without(definition: Definition) -> None:
    """An age of a citizen without birth date is no age; a figure that reads one must be able to say so."""
    known = contracts()
    for extract, _, column in (place.partition(".") for place in definition.columns):
        assert extract in definition.source
        assert not known[extract].column(column).required or known[extract].column(column).derived_from_cpr
    own = (QUERIES / definition.folder / f"{definition.id}.sql").read_text(encoding="utf-8")
    read = bool(re.search(r"^ *(?!--).*birth_date", own, re.MULTILINE))
    assert ("citizens.birth_date" in definition.columns) == read


@pytest.mark.parametrize("definition", FIGURES.values(), ids=FIGURES.keys())
def test_what_reads_an_extract_names_its_source(definition: Definition) -> None:
    """What compares another figure has that one's; the loading itself is told of in a table of its own."""
    if not definition.source and not definition.compares:
        tree = sqlglot.parse_one(definition.sql, read="duckdb")
        assert {table.name for table in tree.find_all(exp.Table)} == {"load_report"}


def test_a_shared_part_is_shared() -> None:
    needed = {name for path in QUERIES.rglob("*.sql") for name in names_needed(path)}
    assert needed == {path.stem for path in (QUERIES / "shared").glob("*.sql")}


@pytest.mark.parametrize("path", sorted((QUERIES / "staging").glob("*.sql")), ids=lambda path: path.stem)
def test_staging_only_renames_and_casts(path: Path) -> None:
    tree = sqlglot.parse_one(path.read_text(encoding="utf-8"), read="duckdb")
    allowed = exp.Select | exp.From | exp.Table | exp.TableAlias | exp.Column | exp.Identifier | exp.Alias
    others = [node.sql() for node in tree.walk() if not isinstance(node, allowed | exp.Cast | exp.DataType)]
    assert others == []
