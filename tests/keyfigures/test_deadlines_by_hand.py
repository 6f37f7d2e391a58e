"""deadlines_kept and deadline_risk: cases that a reader can count."""

from datetime import date, timedelta

import pytest

from cockpit.wording import PlainError
from tests.keyfigures.comparing import table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader

AS_OF = date(2024, 6, 30)
KEPT = "deadlines_kept period=month from=2024-05-01 to=2024-05-31"
RISK = "deadline_risk days=30"


def delivered(loader: Loader, deadlines: str) -> Loaded:
    """Deadlines F1, F2, … of one citizen each; a line is kind; started; due; completed; team."""
    lines = enumerate(deadlines.strip().splitlines(), start=1)
    numbered = "\n".join(f"F{number};B{number};{line.strip()}" for number, line in lines)
    return loader(by_hand(deadlines=numbered), AS_OF)


@pytest.mark.parametrize(
    ("due", "completed", "kept"),
    [
        ("31-05-2024", "31-05-2024", 1),
        ("31-05-2024", "31-05-2024 23:30", 1),
        ("31-05-2024", "01-06-2024", 0),
        ("31-05-2024", "01-06-2024 00:01", 0),
        ("31-05-2024 12:00", "31-05-2024 12:00", 1),
        ("31-05-2024 12:00", "31-05-2024 12:01", 0),
        ("31-05-2024 12:00", "31-05-2024", 1),
        ("31-05-2024 12:00", "30-05-2024 18:00", 1),
        ("31-05-2024 12:00", "01-06-2024", 0),
        ("31-05-2024", "", 0),
    ],
)
def test_kept_is_completed_no_later_than_due(loader: Loader, due: str, completed: str, kept: int) -> None:
    [row] = delivered(loader, f"follow_up; 01-05-2024; {due}; {completed}").run(KEPT)
    assert (row["due"], row["kept"], row["breached"], row["share_kept"]) == (1, kept, 1 - kept, kept)


def test_a_day_and_a_night_from_the_minute_in_danish_time(loader: Loader) -> None:
    # The clocks go forward on the night to 31 March: 24 hours from 14:00 on the 30th end at 15:00.
    loaded = delivered(
        loader,
        """
        notification_24h; 30-03-2024 14:00; ; 31-03-2024 15:00
        notification_24h; 30-03-2024 14:00; ; 31-03-2024 15:01
        notification_24h; 31-03-2024 14:00; ; 01-04-2024 14:00
        notification_24h; 31-03-2024 14:00; ; 01-04-2024 14:01
        """,
    )
    expected = table(
        """
        period_start | kind             | due | kept | breached | share_kept | median_days
        2024-03-01   | notification_24h | 2   | 1    | 1        | 0.5        | 1
        2024-04-01   | notification_24h | 2   | 1    | 1        | 0.5        | 1
        """
    )
    assert loaded.run("deadlines_kept period=month from=2024-03-31 to=2024-04-01") == expected


ROUND_AS_OF = """
    follow_up; 01-06-2024; 30-06-2024      ; 30-06-2024      ; Team A
    follow_up; 02-06-2024; 30-06-2024      ;                 ; Team A
    follow_up; 03-06-2024; 30-06-2024 10:00; 01-07-2024      ; Team A
    follow_up; 04-06-2024; 15-06-2024      ; 01-07-2024      ;
    follow_up; 05-06-2024; 01-07-2024      ;                 ; Team B
    follow_up; 06-06-2024; 30-07-2024 10:00; 29-07-2024 09:00; Team B
    follow_up; 07-06-2024; 31-07-2024      ;                 ; Team B
    follow_up; 08-06-2024; 20-07-2024      ; 20-06-2024      ; Team B
    child_assessment; 08-02-2024; ; ; Team A
    """


def test_what_comes_after_the_as_of_date_has_not_happened(loader: Loader) -> None:
    # Due by 30 June: four follow-ups, of which the first was kept. Two were completed on 1 July: breached as
    # things stood, and their days are not known yet. 29 days from 1 to 30 June.
    expected = table(
        """
        period_start | kind             | due | kept | breached | share_kept | median_days
        2024-04-01   | child_assessment | 1   | 0    | 1        | 0          |
        2024-04-01   | follow_up        | 4   | 1    | 3        | 0.25       | 29
        """
    )
    loaded = delivered(loader, ROUND_AS_OF)
    assert loaded.run("deadlines_kept period=quarter from=2024-06-30 to=2024-06-30") == expected


def test_risk_within_the_days_to_come(loader: Loader) -> None:
    # The assessment of 8 February was due 8 June. Of Team B's follow-ups 1 and 30 July lie within 30 days,
    # 31 July does not, and the one due 20 July has been completed.
    expected = table(
        """
        kind             | team    | overdue | due_within
        child_assessment | Team A  | 1       | 0
        follow_up        | Team A  | 2       | 0
        follow_up        | Team B  | 0       | 2
        follow_up        | uoplyst | 1       | 0
        """
    )
    loaded = delivered(loader, ROUND_AS_OF)
    assert loaded.run(RISK) == expected
    teams = {days: loaded.run(f"deadline_risk days={days}")[2]["due_within"] for days in (1, 29, 31)}
    assert teams == {1: 1, 29: 1, 31: 3}


KINDS = """
    follow_up; 01-01-2023; 31-12-2023; 31-12-2023
    follow_up; 01-01-2024; 31-03-2024; 10-01-2024
    follow_up; 01-01-2024; 31-03-2024; 20-01-2024
    follow_up; 01-01-2024; 01-04-2024; 02-04-2024
    child_assessment; 01-01-2024; ; 01-02-2024
    first_follow_up; 01-02-2023; ; 01-03-2023
    """


def test_every_kind_has_a_row_in_every_period(loader: Loader) -> None:
    # The assessment of 1 January falls due 1 May. The first follow-up fell due in 2023, outside the window.
    expected = table(
        """
        period_start | kind             | due | kept | breached | share_kept | median_days
        2024-01-01   | child_assessment | 0   | 0    | 0        |            |
        2024-01-01   | follow_up        | 2   | 2    | 0        | 1          | 14
        2024-04-01   | child_assessment | 1   | 1    | 0        | 1          | 31
        2024-04-01   | follow_up        | 1   | 0    | 1        | 0          | 92
        """
    )
    line = "deadlines_kept period=quarter from=2024-03-31 to=2024-04-01"
    assert delivered(loader, KINDS).run(line) == expected


@pytest.mark.parametrize(
    ("period", "counted"),
    [
        ("month", ["2024-02-01 0", "2024-03-01 2", "2024-04-01 1"]),
        ("quarter", ["2024-01-01 2", "2024-04-01 1"]),
        ("year", ["2024-01-01 3"]),
    ],
)
def test_periods_are_whole(loader: Loader, period: str, counted: list[str]) -> None:
    line = f"deadlines_kept period={period} from=2024-02-29 to=2024-04-01 kind=follow_up"
    rows = delivered(loader, KINDS).run(line)
    assert [f"{row['period_start']} {row['due']}" for row in rows] == counted


def test_the_kinds_asked_for(loader: Loader) -> None:
    loaded = delivered(loader, KINDS)
    line = "deadlines_kept period=year from=2023-01-01 to=2024-06-30"
    kinds = {row["kind"] for row in loaded.run(f"{line} kind=follow_up,first_follow_up")}
    assert kinds == {"follow_up", "first_follow_up"}
    assert loaded.run("deadlines_kept period=month from=2024-02-01 to=2024-02-01 kind=follow_up") == []
    with pytest.raises(PlainError, match="notification_24h"):
        loaded.run(f"{line} kind=klage")


@pytest.mark.parametrize(
    ("line", "extract"),
    [
        (KEPT, "deadlines"),
        (RISK, "deadlines"),
        ("reviews from=2024-01-01 to=2024-06-30", "reviews"),
        ("review_due", "reviews"),
    ],
)
def test_a_figure_without_its_extract_names_it(loader: Loader, line: str, extract: str) -> None:
    with pytest.raises(PlainError, match=extract):
        loader(by_hand(services="A; SEL 107; 01-01-2024; ; own"), AS_OF).run(line)


def test_what_has_not_begun_is_at_no_risk(loader: Loader) -> None:
    day, after = AS_OF.strftime("%d-%m-%Y"), (AS_OF + timedelta(days=1)).strftime("%d-%m-%Y")
    due = (AS_OF + timedelta(days=5)).strftime("%d-%m-%Y")
    loaded = delivered(loader, f"follow_up; {day}; {due}; ; A\nfollow_up; {after}; {due}; ; A")
    assert [(row["overdue"], row["due_within"]) for row in loaded.run(RISK)] == [(0, 1)]
