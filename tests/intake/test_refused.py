"""A refused delivery is recorded with its reasons, and the record holds nothing personal."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cockpit.intake import check, load, loading, refused_deliveries
from cockpit.periods import add_months
from cockpit.settings import Settings
from cockpit.warehouse import new_draft
from cockpit.wording import PlainError
from tests.intake.conftest import AS_OF, Loader
from tests.intake.deliveries import GOOD, settings_in, write

LACKING = GOOD | {"rates": "service_id;from_date;unit;kind\nS1;01-01-2024;day;base\n"}
LACKING_AND_WRONG = LACKING | {"services": GOOD["services"] + "S9;B1;SEL;107;T1;32-13-2024;\n"}
CPR = "0102" + "80-1234"


def test_a_refused_delivery_is_recorded_with_its_reasons(loaded: Loader, settings: Settings) -> None:
    report = loaded(LACKING)
    [record] = refused_deliveries(settings.data_dir)
    assert record.refusals == report.refusals
    assert record.delivery == "delivery-0"
    assert record.as_of == AS_OF
    assert datetime.now(UTC) - record.refused < timedelta(minutes=5)


def test_the_newest_comes_first_and_a_torn_record_is_left_out(loaded: Loader, settings: Settings) -> None:
    loaded(LACKING)
    loaded(LACKING)
    (settings.data_dir / "refused" / "20260101-000000-000000.json").write_text("{half")
    assert [record.delivery for record in refused_deliveries(settings.data_dir)] == [
        "delivery-1",
        "delivery-0",
    ]


def test_a_good_delivery_and_a_check_record_nothing(
    loaded: Loader, settings: Settings, tmp_path: Path
) -> None:
    loaded(GOOD)
    check(write(tmp_path / "checked", LACKING), settings)
    assert refused_deliveries(settings.data_dir) == []


def test_they_are_kept_as_long_as_versions_and_so_are_rejected_rows(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, COCKPIT_KEEP_MONTHS="2")
    for place, months in enumerate((3, 1)):
        load(write(tmp_path / f"delivery-{place}", LACKING_AND_WRONG), AS_OF, settings, progress=print)
        past = add_months(datetime.now(UTC).date(), -months)
        then = datetime(past.year, past.month, past.day, tzinfo=UTC).timestamp()
        for path in (*settings.data_dir.glob("refused/*"), *settings.data_dir.glob("rejects/*")):
            if path.stat().st_mtime > then:
                os.utime(path, (then, then))
    load(write(tmp_path / "delivery-2", LACKING_AND_WRONG), AS_OF, settings, progress=print)
    assert [record.delivery for record in refused_deliveries(settings.data_dir)] == [
        "delivery-2",
        "delivery-1",
    ]
    assert len(list(settings.data_dir.glob("rejects/*"))) == 2


def test_a_cpr_number_in_names_and_values_is_never_recorded(loaded: Loader, settings: Settings) -> None:
    text = f"service_id;from_date;{CPR};unit\n{CPR};{CPR};x;day\n"
    report = loaded(GOOD | {"rates": text, f"services_{CPR}": text})
    assert report.refusals
    [path] = (settings.data_dir / "refused").iterdir()
    written = path.read_text(encoding="utf-8")
    assert CPR not in written
    assert CPR.replace("-", "") not in written


def test_the_manifest_counts_the_rejected_rows(loaded: Loader) -> None:
    report = loaded(GOOD | {"rates": GOOD["rates"] + "S1;01-01-2030;;18500.00;day;supplement\n"})
    assert report.version is not None
    assert report.version.rows_rejected == 1


@pytest.mark.parametrize("fault", [OSError("full"), MemoryError()])
def test_a_load_that_failed_is_recorded_and_logged(
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    fault: Exception,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(loading, "write_draft", fail)
    for _ in range(2):  # as a scheduled job does
        with pytest.raises(PlainError, match="kunne ikke fuldføres"):
            load(write(tmp_path / "november", GOOD), AS_OF, settings, progress=print)
    [record] = refused_deliveries(settings.data_dir)
    assert (record.delivery, record.in_use) == ("november", "")
    assert "kunne ikke fuldføres" in record.refusals[0]
    assert "load refused reasons=1 delivery=november" in caplog.text


def test_a_folder_of_unknown_files_is_recorded_and_wrong_use_is_not(
    settings: Settings, tmp_path: Path
) -> None:
    with pytest.raises(PlainError, match="findes ikke"):
        load(tmp_path / "nowhere", AS_OF, settings, progress=print)
    good = write(tmp_path / "good", GOOD)
    with pytest.raises(PlainError, match="--as-of"):
        load(good, date(1800, 1, 1), settings, progress=print)
    with new_draft(settings), pytest.raises(PlainError, match="i gang"):
        load(good, AS_OF, settings, progress=print)
    assert refused_deliveries(settings.data_dir) == []
    with pytest.raises(PlainError, match="ingen kendte"):
        load(write(tmp_path / CPR, {"noget": "x"}), AS_OF, settings, progress=print)
    [record] = refused_deliveries(settings.data_dir)
    assert record.delivery == "leverance"


def test_what_was_refused_before_it_was_published_is_logged_only(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    load(write(tmp_path / "dropped", LACKING), AS_OF, settings, stage=True, progress=print)
    with pytest.raises(PlainError):
        load(write(tmp_path / "other", {"noget": "x"}), AS_OF, settings, stage=True, progress=print)
    assert [record.getMessage().split(" as_of")[0] for record in caplog.records] == [
        "load refused reasons=1 delivery=dropped",
        "load refused reasons=1 delivery=other",
    ]
    assert refused_deliveries(settings.data_dir) == []
