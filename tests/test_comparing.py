"""compare: the rows that differ and the figures that move, counted by hand on two small deliveries."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cockpit.comparing import ONLY_ONE, Comparison, chosen, compared
from cockpit.components import options
from cockpit.intake import load
from cockpit.keyfigures import running
from cockpit.settings import Settings
from cockpit.warehouse import Version, Warehouse, list_versions, roll_back
from cockpit.warehouse.versions import write_manifest
from cockpit.wording import PlainError
from tests.cli.commands import Answer, cockpit_here
from tests.intake.conftest import AS_OF
from tests.intake.deliveries import GOOD, settings_in, write

LATER = date(2027, 1, 31)
CARRIED_OVER = ("ledger", "benchmarks", "initiatives", "price_index")
# S1 is gone with its rate and review, S2 ended, S4 and S5 are new, and a rate of S2 is another.
NEXT = {name: text for name, text in GOOD.items() if name not in CARRIED_OVER} | {
    "services": """service_id;citizen_id;law;section;provider_id;start_date;end_date
S2;B2;SEL;108;T2;01-03-2024;31-12-2025
S3;B3;BL;32;;01-05-2024;
S4;B1;SEL;107;T1;01-02-2026;
S5;B3;SEL;107;T1;01-03-2026;
""",
    "rates": """service_id;from_date;to_date;amount;unit;kind
S2;01-03-2024;31-12-2024;45000;month;base
S2;01-01-2025;;47000;month;base
""",
    "reviews": "".join(line for line in GOOD["reviews"].splitlines(keepends=True) if "S1" not in line),
}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A cockpit where the one delivery is loaded on top of the other."""
    home = tmp_path_factory.mktemp("two")
    settings = settings_in(home)
    for name, texts, as_of in (("first", GOOD, AS_OF), ("second", NEXT, LATER)):
        report = load(write(home / name, texts), as_of, settings, progress=print)
        assert report.version, report.refusals
    return settings


@pytest.fixture
def found(two: Settings, monkeypatch: pytest.MonkeyPatch) -> Comparison:
    warehouse = Warehouse(two)
    for module in (options, running):
        monkeypatch.setattr(module, "served", lambda: warehouse)
    return compared(*chosen([], two.data_dir), warehouse)


def test_the_rows_that_differ(found: Comparison) -> None:
    assert found.told == ""
    rows = {one.extract: (one.before, one.now, one.new, one.changed, one.gone) for one in found.rows}
    assert rows["services"] == (3, 4, 2, 1, 1)
    # Rates have no key: the one that is changed is one gone and one new.
    assert rows["rates"] == (3, 2, 1, 0, 2)
    assert rows["reviews"] == (2, 1, 0, 0, 1)
    assert set(rows) == set(GOOD)
    assert all(
        (before, new, changed, gone) == (now, 0, 0, 0)
        for name, (before, now, new, changed, gone) in rows.items()
        if name not in ("services", "rates", "reviews")
    )


def test_the_figures_that_move(found: Comparison) -> None:
    told = {one.name: (one.before, one.now, one.change) for one in found.figures}
    # B2 on the as-of date; then B1 and B3.
    assert told["Borgere i botilbud"] == ("1", "2", "+1 (+100,0 pct.)")
    assert told["Borgere pr. fuldtidsrådgiver"] == ("2,0", "2,0", "Uændret")
    # B2 and B3, then B1 and B3; the quarter that only the later version has is held up against none.
    flow = told["Til- og afgang: bestand ved slut, 4. kvt. 2026"]
    assert flow == ("2 borgere", "2 borgere", "Uændret")
    assert not [name for name in told if "2027" in name or "i år" in name]
    moved = [one.moved for one in found.figures]
    assert moved == sorted(moved, reverse=True)
    assert len(told) == len(found.figures)


def test_what_is_told_of_earlier_periods(found: Comparison) -> None:
    # Of 366 days S1 has all, S2 306 and S3 245; then without S1.
    assert "Helårspersoner, 2024: helårspersoner 2,5 er nu 1,5 (−1,0)" in found.earlier


def test_no_name_of_a_citizen_is_told(found: Comparison) -> None:
    assert not {"B1", "B2", "B3", "S4"} & set(str(found).replace("'", " ").split())


def told(settings: Settings, *names: str) -> Answer:
    return cockpit_here(settings, "compare", *names)


def test_the_command_names_both_versions(two: Settings) -> None:
    usual = told(two)
    assert usual.status == 0
    assert usual.out.startswith("Fra v000001, opgjort pr. 31-10-2026 til v000002, opgjort pr. 31-01-2027\n")
    lines = [line.split() for line in usual.out.splitlines()]
    assert ["services", "3", "4", "2", "1", "1"] in lines
    assert next(line[-2:] for line in lines if line[:3] == ["Borgere", "i", "botilbud"]) == [
        "(+100,0",
        "pct.)",
    ]


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        ([], ("v000001", "v000002")),
        (["v000001"], ("v000001", "v000002")),
        (["v000002", "v000001"], ("v000002", "v000001")),
    ],
)
def test_which_versions_are_meant(two: Settings, names: list[str], ids: tuple[str, str]) -> None:
    assert tuple(version.id for version in chosen(names, two.data_dir)) == ids


@pytest.mark.parametrize("wrong", [("v7",), ("v000001", "v000002", "v000001")])
def test_wrong_names_are_told(two: Settings, wrong: tuple[str, ...]) -> None:
    answer = told(two, *wrong)
    assert answer.status == 2
    assert "v000001" in answer.told or "højst to" in answer.told


def test_after_a_rollback_there_may_be_none_before(two: Settings) -> None:
    roll_back(two, "v000001")
    try:
        assert told(two).told.strip() == ONLY_ONE
        with pytest.raises(PlainError, match="ingen tidligere"):
            chosen([], two.data_dir)
    finally:
        roll_back(two, "v000002")


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"municipality": "101"}, "hver sin kommune"),
        ({"key_fingerprint": "another"}, "hver sin nøgle"),
        ({"layout": "another"}, "anden udgave af cockpittet"),
        ({"sha256": "another"}, "beskadiget"),
    ],
)
def test_what_cannot_be_compared_is_said(two: Settings, other: dict[str, str], words: str) -> None:
    _newest, first = list_versions(two.data_dir)
    try:
        write_manifest(replace(first, **other))  # type: ignore[arg-type]
        answer = told(two, "v000001", "v000002")
        assert words in answer.out
        assert "services" not in answer.out
    finally:
        write_manifest(first)


def test_the_first_of_all_is_compared_with_none(two: Settings) -> None:
    newest: Version = list_versions(two.data_dir)[0]
    assert compared(None, newest, Warehouse(two)).told == ONLY_ONE


def test_no_version_at_all(tmp_path: Path) -> None:
    assert told(settings_in(tmp_path)).status == 2
