"""What happens around the services of a random delivery: deaths, decisions, and places that change."""

from datetime import date, datetime, timedelta
from random import Random

from tests.keyfigures.deliveries import Row, Tables, danish


def _day(text: str) -> date:
    return datetime.strptime(text, "%d-%m-%Y").date()  # noqa: DTZ007  (a date has no time zone)


def add_deaths(random: Random, tables: Tables) -> None:
    """Every other citizen with an ended service dies on a day around the end of one of them."""
    ends: dict[str, list[date]] = {}
    for service in tables["services"]:
        if service["end_date"]:
            ends.setdefault(service["citizen_id"], []).append(_day(service["end_date"]))
    for citizen in tables["citizens"]:
        if citizen["citizen_id"] in ends and random.random() < 0.5:
            end = random.choice(ends[citizen["citizen_id"]])
            distance = random.choice((-31, -30, -1, 0, 0, 1, 30, 31, 200))
            citizen["died_on"] = danish(end + timedelta(days=distance))


def add_decisions(random: Random, tables: Tables) -> None:
    """Decided before, on or after the first day; applied for before that, now and then not known."""
    for service in tables["services"]:
        decided = _day(service["start_date"]) - timedelta(days=random.choice((-20, -1, 0, 1, 10, 30, 90)))
        applied = decided - timedelta(days=random.choice((-3, 0, 1, 14, 60, random.randrange(300))))
        service["decided_on"] = danish(decided if random.random() < 0.85 else None)
        service["applied_on"] = danish(applied if random.random() < 0.8 else None)


def capacity(random: Random, as_of: date) -> list[Row]:
    """Our own T0 and T4 and two others: rows in a line, with gaps between, on top of one another, of none."""
    rows: list[Row] = []
    for provider in ("T0", "T1", "T2", "T4"):
        start = as_of - timedelta(days=random.randrange(900, 1_300))
        for _ in range(random.randrange(2, 7)):
            end = random.choice((None, start + timedelta(days=random.randrange(30, 400))))
            rows.append(
                {
                    "provider_id": provider,
                    "from_date": danish(start),
                    "to_date": danish(end),
                    "places": str(random.choice((0, 1, 2, 3, 5, 8))),
                }
            )
            after = random.choice((1, 1, 1, 2, 45, -20))
            start = max(
                (end or start + timedelta(days=150)) + timedelta(days=after), start + timedelta(days=1)
            )
    return rows
