"""A refused delivery is recorded with its reasons, and the record holds nothing personal."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cockpit.intake import check, load, refused_deliveries
from cockpit.periods import add_months
from cockpit.settings import Settings
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
