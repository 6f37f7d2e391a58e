"""Deadlines: moments in local Danish time, and when a deadline falls due where the extract does not say."""

from datetime import datetime
from pathlib import Path

import pytest

from cockpit.intake import check
from cockpit.settings import Settings
from cockpit.wording import PlainError
from tests.intake.conftest import Checker, Loader, Rows
from tests.intake.deliveries import GOOD, write

HEAD = "deadline_id;citizen_id;kind;started_at;due_at;completed_at\n"
LIST_HEAD = "kind;name_da;law_section;limit_value;limit_unit;counts_from;source\n"


def stored(loaded: Loader, rows: Rows, *lines: str) -> list[dict[str, datetime | None]]:
    """The moments of the deadlines F0, F1, …, written as `kind;started_at;due_at;completed_at`."""
    texts = "".join(f"F{number};B1;{line}\n" for number, line in enumerate(lines))
    report = loaded({"deadlines": HEAD + texts})
    assert not report.rejected, report.lines()
    return rows("select kind, started_at, due_at, completed_at from deadlines order by deadline_id")


@pytest.mark.parametrize(
    ("kind", "started", "due"),
    [
        ("notification_24h", "05-03-2026 14:30", "2026-03-06 14:30:00"),
        ("notification_24h", "05-03-2026 14.30.15", "2026-03-06 14:30:15"),
        ("notification_24h", "2026-03-05T08:15:30.250", "2026-03-06 08:15:30"),
        ("notification_24h", "05.03.2026 8.05", "2026-03-06 08:05:00"),
        # Without a time, or at 00:00 as many systems write that, to the end of the next day.
        ("notification_24h", "05-03-2026", "2026-03-06 23:59:59"),
        ("notification_24h", "2026-03-05 00:00:00.000", "2026-03-06 23:59:59"),
        # 24 hours pass, whatever the clocks are set to: an hour forward on 29 March, back on 25 October.
        ("notification_24h", "28-03-2026 12:00", "2026-03-29 13:00:00"),
        ("notification_24h", "24-10-2026 12:00", "2026-10-25 11:00:00"),
        ("notification_24h", "29-03-2026 12:00", "2026-03-30 12:00:00"),
        ("vurdering af underretning", "31-12-2026 23:59", "2027-01-01 23:59:00"),
        # Months run to the end of the day; a day that the month lacks is its last.
        ("child_assessment", "10-01-2026 14:30", "2026-05-10 23:59:59"),
        ("child_assessment", "31-10-2026", "2027-02-28 23:59:59"),
        ("Første opfølgning på barnets plan", "30-11-2025", "2026-02-28 23:59:59"),
    ],
)
def test_an_empty_due_date_is_computed(loaded: Loader, rows: Rows, kind: str, started: str, due: str) -> None:
    (row,) = stored(loaded, rows, f"{kind};{started};;")
    assert str(row["due_at"]) == due


def test_a_due_date_that_is_given_stands(loaded: Loader, rows: Rows) -> None:
    found = stored(
        loaded, rows, "child_assessment;01-01-2026;01-03-2026;", "opfølgning;01-01-2026;01-03-2026 10:00;"
    )
    assert [str(row["due_at"]) for row in found] == ["2026-03-01 23:59:59", "2026-03-01 10:00:00"]
    assert [row["kind"] for row in found] == ["child_assessment", "follow_up"]


@pytest.mark.parametrize(
    ("due", "completed", "kept"),
    [
        ("06-03-2026 14:30", "06-03-2026 14:30", True),
        ("06-03-2026 14:30", "06-03-2026 14:31", False),
        ("06-03-2026", "06-03-2026 22:00", True),
        ("06-03-2026 14:30", "06-03-2026", True),
        ("06-03-2026", "06-03-2026", True),
        ("06-03-2026", "07-03-2026", False),
    ],
)
def test_kept_is_told_to_the_day_where_no_time_is_given(
    loaded: Loader, rows: Rows, due: str, completed: str, kept: bool
) -> None:
    (row,) = stored(loaded, rows, f"follow_up;05-03-2026 12:00;{due};{completed}")
    assert row["completed_at"]
    assert row["due_at"]
    assert (row["completed_at"] <= row["due_at"]) is kept


def test_completed_on_the_day_it_began_is_in_order(checked: Checker) -> None:
    deadlines = HEAD + "F1;B1;notification_24h;05-03-2026 14:30;;05-03-2026\n"
    assert not checked({"deadlines": deadlines}).rejected


def test_the_municipalitys_own_kinds_and_limits_win(loaded: Loader, rows: Rows, settings: Settings) -> None:
    own = "follow_up;Opfølgning hos os;;6;months;;own\nklage;Klagesag;;20;Days;;own\nhaste;;;2;weeks;;own\n"
    write(settings.reference_dir, {"deadlines": LIST_HEAD + own.replace("Days", "days")})
    found = stored(
        loaded, rows, "Opfølgning hos os;01-01-2026;;", "klage;01-02-2026;;", "Haste;01-02-2026 10:00;;",
        "notification_24h;01-02-2026;;",
    )  # fmt: skip
    assert [f"{row['due_at']:%d-%m}" for row in found] == ["01-07", "21-02", "15-02", "02-02"]
    names = rows("select name_da from reference_deadline where kind in ('klage', 'follow_up') order by kind")
    assert [row["name_da"] for row in names] == ["Opfølgning hos os", "Klagesag"]


@pytest.mark.parametrize(
    "row", ["klage;Klagesag;;tyve;days;;own", "klage;Klagesag;;20;dage;;own", "klage;Klagesag;;20;;;own",
            "klage;Klagesag;;;days;;own", ";Klagesag;;20;days;;own", "klage"],
)  # fmt: skip
def test_a_list_that_cannot_be_read_is_told(tmp_path: Path, settings: Settings, row: str) -> None:
    write(settings.reference_dir, {"deadlines": f"{LIST_HEAD}{row}\n"})
    with pytest.raises(PlainError, match=r"deadlines\.csv har en række, der ikke kan læses"):
        check(write(tmp_path / "delivery", GOOD), settings)
