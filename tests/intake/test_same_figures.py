"""The same delivery as CSV, workbooks, Parquet and zip says the same."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cockpit.intake import LoadReport, Problem, check, contracts, load
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from tests.intake.forms import as_parquet, as_workbook, as_zip, mixed
from tests.keyfigures import golden
from tests.keyfigures.loading import load_delivery
from tests.serving import AS_OF


def all_as(form: Callable[[Path, Path], None]) -> Callable[[Path, Path], Path]:
    def written(folder: Path, to: Path) -> Path:
        for path in folder.iterdir():
            form(path, to)
        return to

    return written


FORMS: dict[str, Callable[[Path, Path], Path]] = {
    "workbooks": all_as(as_workbook),
    "parquet": all_as(as_parquet),
    "zip": lambda folder, to: as_zip(folder, to.with_suffix(".zip")),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_golden_answers(tmp_path: Path, form: str) -> None:
    delivery = FORMS[form](golden.DELIVERY, tmp_path / form)
    loaded = load_delivery(delivery, golden.AS_OF, tmp_path, {}, allow_rejected=True)
    assert len(golden.CASES) > 10
    assert {str(case): golden.differences(case, loaded.run(str(case))) for case in golden.CASES} == {
        str(case): [] for case in golden.CASES
    }


def test_the_demo_in_a_zip_of_every_type(demo_folder: Path, demo_settings: Settings, tmp_path: Path) -> None:
    """With its planted faults: the same rows are loaded and rejected, wherever they came from."""
    settings = replace(
        demo_settings,
        data_dir=tmp_path / "data",
        key_file=tmp_path / "key",
        reference_dir=tmp_path / "reference",
    )
    shutil.copy(demo_settings.key_file, settings.key_file)
    delivery = as_zip(mixed(demo_folder, tmp_path / "mixed"), tmp_path / "mixed.zip")
    report = load(delivery, AS_OF, settings, progress=print)
    plain = check(demo_folder, settings)
    assert report.version
    assert _counted(report) == _counted(plain)
    assert _placed(report.rejected) == _placed(plain.rejected)
    assert _placed(report.warnings) == _placed(plain.warnings)
    for extract in contracts():
        assert _content(settings, extract) == _content(demo_settings, extract), extract


def _counted(report: LoadReport) -> list[tuple[str, int, int, int]]:
    return [(one.name, one.rows_read, one.rows_loaded, one.rows_rejected) for one in report.extracts]


def _placed(problems: list[Problem]) -> list[tuple[str, int | None, str, str]]:
    return sorted((one.extract, one.line or 0, one.column, one.rule) for one in problems)


def _content(settings: Settings, extract: str) -> list[Any]:
    rows = Warehouse(settings).reader().rows(f"from extract_{extract}")
    return sorted(str(sorted(row.items())) for row in rows)
