"""What happens around the services of a random delivery: moves, deaths, decisions, places that change."""

from datetime import date, datetime, timedelta
from random import Random

from tests.keyfigures.deliveries import Row, Tables, danish

MOVERS = 12
# Lasting 12 weeks and a day on either side of it; 90 days and 26 weeks apart, and a day on either side.
LENGTHS = (1, 83, 84, 84, 85, 40)
APART = (0, 1, 89, 90, 91, 92, 181, 182, 183, 184)
# Days before as-of that the questions ask about places.
ASKED = (0, 1, 30, 90, 200, 365, 500, 800)


def _day(text: str) -> date:
    return datetime.strptime(text, "%d-%m-%Y").date()  # noqa: DTZ007  (a date has no time zone)


def add_moves(random: Random, tables: Tables, as_of: date) -> None:
    """Citizens who move at the distances that figures draw their lines at, between areas and groups."""
    for number in range(MOVERS):
        citizen = f"M{number:04}"
        tables["citizens"].append({"citizen_id": citizen, "birth_date": "01-01-2003", "sex": "k"})
        start = as_of - timedelta(days=random.randrange(90, 900))
        for turn in range(random.choice((2, 3, 4))):
            end = start + timedelta(days=random.choice(LENGTHS) - 1)
            law, section = random.choice((("SEL", "107"), ("SEL", "103"), ("SEL", "85"), ("BL", "46")))
            payer = random.choice(("", "", "", "316"))
            row = {
                "service_id": f"{citizen}-{turn}",
                "citizen_id": citizen,
                "law": law,
                "section": section,
                "provider_id": random.choice(("T0", "T0", "T4", "T3")),
                "start_date": danish(start),
                "end_date": danish(random.choice((end, end, end, None))),
                "acting_municipality": "",
                "paying_municipality": payer,
            }
            tables["services"].append(row)
            start = random.choice((start, end + timedelta(days=random.choice(APART))))


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
    asked = [as_of - timedelta(days=back) for back in ASKED]
    for provider in ("T0", "T1", "T2", "T4"):
        start = as_of - timedelta(days=random.randrange(900, 1_300))
        for _ in range(random.randrange(2, 7)):
            ends = [None, start + timedelta(days=random.randrange(30, 400)), *(d for d in asked if d > start)]
            end = random.choice(ends)
            rows.append(_places(random, provider, start, end))
            gap = random.choice((1, 1, 1, 2, 45, -20, 300))
            start = max((end or start + timedelta(days=150)) + timedelta(days=gap), start + timedelta(days=1))
            if start > as_of:
                rows.append(_places(random, provider, as_of + timedelta(days=3), None))
                break
    return rows


def _places(random: Random, provider: str, first: date, last: date | None) -> Row:
    return {
        "provider_id": provider,
        "from_date": danish(first),
        "to_date": danish(last),
        "places": str(random.choice((0, 1, 2, 3, 3, 5, 5, 8))),
    }
