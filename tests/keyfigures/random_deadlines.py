"""Deadlines and reviews at random, on and around the lines that their figures draw."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tests.keyfigures.deliveries import Row, Tables, danish, danish_number

DEADLINES = 260
MONTHS = {"child_assessment": 4, "first_follow_up": 3}
KINDS = ("notification_24h", "child_assessment", "first_follow_up", "follow_up", "follow_up")
CLOCKS = ("", "", " 08:15", " 14:30", " 23:45")
TEAMS = ("Børn", "Voksen A", "")
# Months back from the as-of date that the questions ask about, and days on either side.
MONTHS_BACK = (1, 6, 11, 12, 13, 24)


def _days(count: int) -> timedelta:
    return timedelta(days=count)


def _near(random: Random, day: date, clock: str) -> str:
    """The day and minute themselves, a minute on either side, another time of that day, days around it."""
    offset = random.choice((0, 0, 0, 0, -1, 1, -9, 30))
    if offset or not clock:
        return danish(day + _days(offset)) + random.choice(CLOCKS)
    minute = int(clock[-2:]) + random.choice((-1, 0, 0, 1))
    return danish(day) + random.choice(("", f"{clock[:-2]}{minute:02}", " 06:00"))


def deadlines(random: Random, as_of: date) -> list[Row]:
    """Due long ago, around as-of and ahead; done at all times; with and without a due date of their own."""
    rows: list[Row] = []
    for number in range(DEADLINES):
        kind = random.choice(KINDS)
        back = random.choice((random.randrange(1_000), random.randrange(-40, 40), random.choice((0, 1, 2))))
        started, clock = as_of - _days(back), random.choice(CLOCKS)
        due = started + _days({"notification_24h": 1}.get(kind, random.choice((0, 1, 30, 90, 122))))
        own = kind == "follow_up" or random.random() < 0.2
        done = _near(random, due, clock) if random.random() < 0.75 else ""
        rows.append(
            {
                "deadline_id": f"F{number:04}",
                "citizen_id": f"B{random.randrange(40):04}",
                "kind": kind,
                "started_at": danish(started) + clock,
                "due_at": danish(due) + random.choice((clock, "")) if own else "",
                "completed_at": done if done and _is_after(done, started) else "",
                "team": random.choice(TEAMS),
            }
        )
    return rows


def add_cases(random: Random, tables: Tables) -> None:
    """Most deadlines are of a case, with or without someone who has it; the others of a citizen only."""
    known = [row["case_id"] for row in tables["case_assignments"]]
    for row in tables["deadlines"]:
        row["case_id"] = random.choice((*random.choices(known, k=3), "", "C999"))


def _is_after(done: str, started: date) -> bool:
    """A day without a time may be the one it began on."""
    day, month, year = (int(part) for part in done[:10].split("-"))
    return date(year, month, day) > started - _days(0 if " " in done else 1)


def _back(as_of: date, months: int) -> date:
    """The first of that month and, where both months have it, the same day."""
    year, month = divmod(as_of.year * 12 + as_of.month - 1 - months, 12)
    return date(year, month + 1, min(as_of.day, 28))


def reviews(random: Random, tables: Tables, as_of: date) -> list[Row]:
    """For two services of three one to three reviews, some on the day that a service is due and around it."""
    rows: list[Row] = []
    for service in tables["services"]:
        for _ in range(random.choice((0, 1, 1, 2, 3, 0))):
            line = _back(as_of, random.choice(MONTHS_BACK)) + _days(random.choice((-1, 0, 1, 2, 3)))
            day = random.choice(
                (line, as_of - _days(random.randrange(900)), as_of + _days(random.randrange(9)))
            )
            before = Decimal(random.randrange(50_000, 500_000)) / 100
            change = Decimal(random.choice((-20_000, -1, 0, 1, 5_000, 12_345))) / 100
            rows.append(
                {
                    "service_id": service["service_id"],
                    "reviewed_on": danish(day),
                    "kind": random.choice(("reassessment", "reassessment", "rate_negotiation")),
                    "daily_rate_before": danish_number(before),
                    "daily_rate_after": danish_number(before + change),
                }
            )
    return rows
