"""The demo's files: the same for the same seed, of the promised size, written as extracts.md says."""

import csv
import re
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from cockpit.demo import write_demo
from cockpit.demo.writing import COLUMNS
from cockpit.wording import PlainError

PLANTED = re.compile(r"[DFIPSRT]0?9\d+")  # ids of the rows that faults.toml adds
AMOUNT = re.compile(r"-?\d+,\d\d")


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The extract's rows without the planted ones."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter=";"))
    return [row for row in found if not any(PLANTED.fullmatch(value) for value in row.values())]


def digests(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_same_seed_same_bytes_and_another_seed_another_delivery(demo_folder: Path, tmp_path: Path) -> None:
    write_demo(tmp_path / "again", scale=1)
    write_demo(tmp_path / "other", seed=2)
    assert digests(tmp_path / "again") == digests(demo_folder)
    other, first = digests(tmp_path / "other"), digests(demo_folder)
    assert all(other[f"{name}.csv"] != first[f"{name}.csv"] for name in ("citizens", "services", "rates"))


def test_sizes(demo_folder: Path) -> None:
    services = rows(demo_folder, "services")
    assert 4500 <= len(services) <= 5500
    served = {row["citizen_id"] for row in services}
    assert 1520 <= len(served) <= 1680
    workers = rows(demo_folder, "caseworkers")
    assert (len({row["caseworker_id"] for row in workers}), len({row["team"] for row in workers})) == (45, 6)
    assert len(rows(demo_folder, "providers")) == 60
    active = {row["citizen_id"] for row in rows(demo_folder, "case_assignments") if not row["to_date"]}
    assert 2090 <= len(active) <= 2310
    assert 4000 <= len(rows(demo_folder, "deadlines")) <= 5500
    assert 200 <= len(rows(demo_folder, "reviews")) <= 350
    assert 2000 <= len(rows(demo_folder, "ledger")) <= 3000
    everybody = {row["citizen_id"] for row in rows(demo_folder, "citizens")}
    assert served | active <= everybody


def test_inhabitants(demo_folder: Path) -> None:
    persons = [row for row in rows(demo_folder, "population") if row["year"] == "2026"]
    assert {row["municipality"] for row in persons} == {"330"}
    assert sum(int(row["persons"]) for row in persons) == pytest.approx(51_000, rel=0.01)


def test_headings_dates_and_amounts(demo_folder: Path) -> None:
    for name, columns in COLUMNS.items():
        found = rows(demo_folder, name)
        assert list(found[0]) == columns.split()
        for row in found:
            for column, value in row.items():
                if value and (column.endswith(("_date", "_on"))):
                    datetime.strptime(value, "%d-%m-%Y")  # noqa: DTZ007
    assert all(
        AMOUNT.fullmatch(row["amount"]) for name in ("rates", "ledger") for row in rows(demo_folder, name)
    )


def test_nothing_looks_like_a_cpr_number(demo_folder: Path) -> None:
    for path in demo_folder.iterdir():
        assert not re.search(r"(?<!\d)\d{6}-?\d{4}(?!\d)", path.read_text(encoding="utf-8")), path.name


def test_variety_that_the_figures_need(demo_folder: Path) -> None:
    services = rows(demo_folder, "services")
    rates = rows(demo_folder, "rates")
    assert {row["unit"] for row in rates} == {"day", "month", "year", "once"}
    assert {row["kind"] for row in rates} == {"base", "supplement"}
    assert {row["owner"] for row in rows(demo_folder, "providers")} == {
        "own", "other_municipality", "region", "private",
    }  # fmt: skip
    without_rate = {row["service_id"] for row in services} - {row["service_id"] for row in rates}
    assert 10 <= len(without_rate) <= 100
    assert 10 <= sum(1 for row in services if not row["provider_id"]) <= 150
    starts = [datetime.strptime(row["start_date"], "%d-%m-%Y") for row in services]  # noqa: DTZ007
    assert sum(1 for start in starts if start > datetime(2026, 10, 31)) >= 10  # noqa: DTZ001
    assert any(row["paying_municipality"] not in ("", "330") for row in services)
    assert any(
        row["acting_municipality"] not in ("", "330") and not row["paying_municipality"] for row in services
    )


def test_change_of_law_at_new_year_leaves_no_gap(demo_folder: Path) -> None:
    services = rows(demo_folder, "services")
    ended = {row["citizen_id"] for row in services if row["end_reason"] == "ny lov"}
    followed = {
        row["citizen_id"] for row in services if row["law"] == "BL" and row["start_date"] == "01-01-2024"
    }
    assert len(ended) > 100
    assert ended <= followed
    assert not [row for row in services if row["law"] == "BL" and row["start_date"].endswith("2023")]


def test_own_files_are_overwritten_and_foreign_ones_refused(tmp_path: Path) -> None:
    write_demo(tmp_path)
    (tmp_path / "services.csv").write_text("noget andet", encoding="utf-8")
    write_demo(tmp_path)
    assert (tmp_path / "services.csv").read_text(encoding="utf-8").startswith("service_id;")
    (tmp_path / "budget.xlsx").write_bytes(b"")
    with pytest.raises(PlainError, match=r"budget\.xlsx"):
        write_demo(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    with pytest.raises(PlainError, match="ikke en mappe"):
        write_demo(tmp_path / "fil")
