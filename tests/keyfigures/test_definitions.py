"""A key figure's file is read strictly: what is misspelt or missing stops the start, named."""

from pathlib import Path

import pytest

from cockpit.keyfigures import catalogue
from cockpit.keyfigures.definitions import read_definition
from cockpit.wording import PlainError

GOOD = """-- title:      Prøve
-- question:   Virker det?
-- unit:       borgere
-- good:       neutral
-- counts:     people
-- numerator:  Alle, der er her
--             lige nu.
-- why:        Fordi.
-- ask:        Hvad så?
-- caveat:     Intet.
-- source:     services, citizens
-- owner:      Økonomi
-- parameters: on, by=team|area, period=month|year*, group, section
-- either:     group, section
-- fixed:      role=paying, section=
-- needs:      positions

with own as (
    select 1 as one
)

select own.one
from own
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "flow" / "trial.sql"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_header_is_read_with_its_long_lines(tmp_path: Path) -> None:
    definition = read_definition(written(tmp_path, GOOD))
    assert (definition.id, definition.folder) == ("trial", "flow")
    assert definition.numerator == "Alle, der er her lige nu."
    assert definition.source == ("services", "citizens")
    assert definition.fixed == (("role", "paying"), ("section", None))
    assert [(one.name, one.choices, one.required) for one in definition.parameters] == [
        ("on", None, True),
        ("by", ("team", "area"), True),
        ("period", ("month", "year"), False),
        ("group", None, False),
        ("section", None, False),
    ]
    assert [one.default for one in definition.parameters] == [None, None, "year", None, None]
    assert definition.either == ("group", "section")


def test_shared_parts_stand_in_front_of_the_figures_own(tmp_path: Path) -> None:
    sql = read_definition(written(tmp_path, GOOD)).sql
    assert sql.startswith("with positions as (\n")
    assert sql.index("positions as (") < sql.index("own as (")
    assert sql.count("with ") == 1


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("-- caveat:     Intet.\n", "", "mangler caveat"),
        ("-- caveat:", "-- caveats:", "kender ikke caveats"),
        ("-- good:       neutral", "-- good:       better", "good"),
        ("on, by=team|area", "onn", "onn"),
        ("-- either:     group,", "-- either:     grupe,", "grupe"),
        ("-- needs:      positions", "-- needs:      position", "position.sql"),
    ],
)
def test_a_wrong_header_is_named(tmp_path: Path, good: str, bad: str, said: str) -> None:
    assert good in GOOD
    with pytest.raises(PlainError) as problem:
        read_definition(written(tmp_path, GOOD.replace(good, bad)))
    assert said in str(problem.value)
    assert "trial.sql" in str(problem.value) or "position.sql" in str(problem.value)


def test_the_catalogue_holds_the_figures_of_the_issue() -> None:
    assert set(catalogue()) >= {
        "stock_flow", "residential_count", "age_intervals", "full_year_persons", "length_of_stay",
        "cost", "cost_intervals", "caseload", "caseload_trend", "load_quality",
    }  # fmt: skip
