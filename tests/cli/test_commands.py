"""What each command answers on the demo municipality."""

import csv
import io
import json
import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cockpit import cli
from cockpit.keyfigures import catalogue
from cockpit.settings import Settings
from tests.cli.commands import cockpit
from tests.intake.deliveries import GOOD, write
from tests.warehouse.making import publish_tiny

FLOW = (
    *("figure", "stock_flow", "period=year", "from=2024-01-01", "to=2026-10-31"),
    *("by=section", "group=botilbud"),
)


@pytest.fixture
def empty_settings(demo_settings: Settings, tmp_path: Path) -> Settings:
    """A cockpit of its own where nothing has been loaded."""
    return replace(
        demo_settings,
        data_dir=tmp_path / "data",
        key_file=tmp_path / "key" / "pseudonym.key",
        reference_dir=tmp_path / "reference",
    )


def test_figures_lists_them_all(demo_settings: Settings) -> None:
    answer = cockpit(demo_settings, "figures")
    assert answer.status == 0
    assert {line.split()[0] for line in answer.out.splitlines()} == set(catalogue())


def test_a_figure_is_the_same_in_every_format(demo_settings: Settings) -> None:
    printed = json.loads(cockpit(demo_settings, *FLOW, "--format", "json").out)
    assert printed.keys() == {"figure", "version", "as_of", "parameters", "rows"}
    assert (printed["figure"], printed["as_of"]) == ("stock_flow", "2026-10-31")
    assert printed["parameters"]["group"] == "botilbud"
    rows = printed["rows"]
    assert rows[0].keys() >= {"period_start", "by_value", "opening", "inflow", "outflow", "closing"}
    assert {row["period_start"] for row in rows} == {"2024-01-01", "2025-01-01", "2026-01-01"}
    assert all(row["closing"] == row["opening"] + row["inflow"] - row["outflow"] for row in rows)

    as_csv = io.StringIO(cockpit(demo_settings, *FLOW, "--format", "csv").out)
    assert list(csv.DictReader(as_csv, delimiter=";")) == [
        {name: str(value) for name, value in row.items()} for row in rows
    ]

    table = cockpit(demo_settings, *FLOW).out.splitlines()
    assert table[0].split() == list(rows[0])
    assert [line.split("  ")[0] for line in table[1:]] == [row["period_start"] for row in rows]


@pytest.mark.parametrize("figure", sorted({*catalogue()} - {"history_change"}))
def test_every_figure_runs_with_what_it_requires(figure: str, demo_settings: Settings) -> None:
    wanted = {
        "period": "year", "from": "2025-01-01", "to": "2026-10-31", "on": "2026-10-31", "year": "2026",
        "from_year": "2025", "to_year": "2026", "by": "team", "group": "botilbud",
        "year_a": "2025", "year_b": "2026", "months": "12", "days": "90",
        "month": "10", "figure": "cost.unit_cost",
    }  # fmt: skip
    if figure == "benchmark":
        wanted["year"] = "2025"  # the newest that has been published
    required = [parameter.name for parameter in catalogue()[figure].parameters if parameter.required]
    required += catalogue()[figure].either[:1]
    given = [f"{name}={wanted[name]}" for name in required]
    answer = cockpit(demo_settings, "figure", figure, *given, "--format", "json")
    assert (answer.status, answer.told) == (0, "")
    assert json.loads(answer.out)["rows"]


def test_with_one_version_there_is_nothing_to_compare(demo_settings: Settings) -> None:
    given = ("figure=stock_flow", "period=year", "from=2024-01-01", "to=2025-12-31")
    answer = cockpit(demo_settings, "figure", "history_change", *given, "--format", "json")
    assert (answer.status, json.loads(answer.out)["rows"]) == (0, [])
    assert answer.told.strip() == "Der er ingen tidligere version at sammenligne med."


def test_versions_tells_which_is_in_use(demo_settings: Settings) -> None:
    answer = cockpit(demo_settings, "versions")
    assert answer.status == 0
    [line] = answer.out.splitlines()
    assert line.startswith("v000001")
    assert "31-10-2026" in line
    assert line.endswith("i brug")


def test_check_reports_and_changes_nothing(demo_folder: Path, empty_settings: Settings) -> None:
    answer = cockpit(empty_settings, "check", str(demo_folder))
    assert answer.status == 0
    assert "services" in answer.out
    assert not empty_settings.data_dir.exists() or not list(empty_settings.data_dir.rglob("*.duckdb"))
    assert not empty_settings.key_file.exists()


def test_load_makes_a_version(demo_folder: Path, empty_settings: Settings) -> None:
    answer = cockpit(empty_settings, "load", str(demo_folder), "--as-of", "31-10-2026")
    assert answer.status == 0, answer.told
    assert cockpit(empty_settings, "versions").out.startswith("v000001")
    assert empty_settings.key_file.exists()


def test_an_inbox_is_taken(demo_folder: Path, empty_settings: Settings, tmp_path: Path) -> None:
    inbox = tmp_path / "indbakke"
    delivery = shutil.copytree(demo_folder, inbox / "2026-10-31")
    for path in (*delivery.iterdir(), delivery):
        os.utime(path, (0, 0))
    answer = cockpit(empty_settings, "load", "--inbox", str(inbox))
    assert answer.status == 0, answer.told
    assert answer.out.startswith("2026-10-31:\n")
    assert "Indlæst som v000001." in answer.out
    assert (inbox / "indlæst" / "2026-10-31" / "rapport.txt").exists()
    assert cockpit(empty_settings, "load", "--inbox", str(inbox)).out == ""
    wrong = cockpit(empty_settings, "load", "--inbox", str(inbox), "--as-of", "2026-10-31")
    assert (wrong.status, wrong.out) == (2, "")


def test_a_version_is_taken_into_use_again(demo_settings: Settings, tmp_path: Path) -> None:
    settings = replace(demo_settings, data_dir=tmp_path / "data")
    shutil.copytree(demo_settings.data_dir, settings.data_dir)
    publish_tiny(settings)
    assert "v000002" in cockpit(settings, "versions").out.splitlines()[0]
    wrong = cockpit(settings, "rollback", "v7")
    assert (wrong.status, wrong.out) == (2, "")
    answer = cockpit(settings, "rollback", "v000001")
    assert (answer.status, answer.out) == (0, "v000001 er i brug igen, opgjort pr. 31-10-2026.\n")
    newest, first = cockpit(settings, "versions").out.splitlines()
    assert (newest.endswith("i brug"), first.endswith("i brug")) == (False, True)


def test_a_refused_delivery_is_status_1(demo_folder: Path, empty_settings: Settings, tmp_path: Path) -> None:
    folder = shutil.copytree(demo_folder, tmp_path / "delivery")
    services = next(folder.glob("services*.csv"))
    heading, _, rest = services.read_text(encoding="utf-8-sig").partition("\n")
    services.write_text(f"{heading.replace('start_date', 'begyndelse')}\n{rest}", encoding="utf-8")
    answer = cockpit(empty_settings, "load", str(folder), "--as-of", "2026-10-31")
    assert answer.status == 1
    assert "start_date" in answer.told
    assert "Traceback" not in answer.told
    assert cockpit(empty_settings, "versions").out == ""


def test_demo_writes_the_delivery(demo_folder: Path, demo_settings: Settings, tmp_path: Path) -> None:
    answer = cockpit(demo_settings, "demo", "--out", str(tmp_path / "demo"))
    assert answer.status == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "demo").iterdir()}
    assert written == {path.name: path.read_bytes() for path in demo_folder.iterdir()}


def test_a_day_out_of_order_is_told(empty_settings: Settings, tmp_path: Path) -> None:
    folder, ahead = write(tmp_path / "delivery", GOOD), datetime.now(UTC).year + 1
    first = cockpit(empty_settings, "load", str(folder), "--as-of", f"{ahead}-12-31")
    assert f"31-12-{ahead} ligger efter denne måned. Se, om dagen er rigtig." in first.out
    second = cockpit(empty_settings, "load", str(folder), "--as-of", "2026-09-30")
    assert "ældre end den, der var i brug" in second.out
    assert "cockpit rollback v000001" in second.out
    third = cockpit(empty_settings, "load", str(folder), "--as-of", "2026-10-31")
    assert "Bemærk" not in third.out


def test_ctrl_c_while_the_database_works_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise RuntimeError("Query interrupted")

    monkeypatch.setattr(cli, "read_settings", interrupted)
    assert cli.main(["versions"]) == 130
