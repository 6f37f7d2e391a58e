"""The clock is set back a day, stands in a summer-time night, or comes to 29 February."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from random import Random

import time_machine

from cockpit.warehouse import current_version
from tests.faults.deliveries import NEW, delivery
from tests.faults.room import Workshop, loaded_here, served_answers
from tests.intake.deliveries import write

MOMENTS = (
    datetime(2026, 11, 9, 0, 0, 30, tzinfo=UTC),  # half a minute past midnight, UTC and Danish date apart
    datetime(2026, 11, 9, 23, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),  # 02:30 in Denmark, for the first time
    datetime(2026, 10, 25, 1, 30, tzinfo=UTC),  # and for the second
    datetime(2027, 3, 28, 1, 0, tzinfo=UTC),  # 03:00: the hour before it does not exist
    datetime(2028, 2, 29, 12, 0, tzinfo=UTC),
    datetime(2028, 12, 31, 23, 59, 59, tzinfo=UTC),
)
BACK = (timedelta(0), timedelta(hours=-1), timedelta(days=-1), timedelta(days=-366))
# Begun in the hour that comes twice, in the one that does not come, and on the day that not every year has.
DEADLINES = """deadline_id;case_id;citizen_id;kind;started_at;due_at;completed_at;team
F1;C1;B1;notification_24h;25-10-2026 02:30;;26-10-2026 02:30;Øst
F2;C1;B1;notification_24h;28-03-2027 02:30;;;Øst
F3;C1;B1;follow_up;29-02-2024;01-03-2024;29-02-2024;Øst
"""


def clock(tries: int, workshop: Workshop, random: Random) -> list[str]:
    with _in_denmark():
        pairs = [(moment, back) for moment in MOMENTS for back in BACK]
        chosen = random.sample(pairs, tries) if tries < len(pairs) else pairs
        return [
            f"{moment} {back}: {wrong}" for moment, back in chosen if (wrong := _two(workshop, moment, back))
        ]


@contextmanager
def _in_denmark() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Copenhagen"
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
        time.tzset()


def _two(workshop: Workshop, moment: datetime, back: timedelta) -> str:
    """Two loads, the second at a clock that went `back`: the second is the one in use."""
    settings = workshop.room()
    with_deadlines = delivery(NEW) | {"deadlines": DEADLINES.replace("B1", "010140-1000")}
    for when, folder in (
        (moment, workshop.home / "old"),
        (moment + back, write(workshop.home / "clock", with_deadlines)),
    ):
        with time_machine.travel(when):
            report, told = loaded_here(folder, settings, accept_fewer_rows=True)
            if report is None or report.version is None or report.rejected:
                return told
            if current_version(settings.data_dir) != report.version:
                return f"{report.version.id} is not in use"
    return "" if served_answers(settings) == workshop.new else "other figures"
