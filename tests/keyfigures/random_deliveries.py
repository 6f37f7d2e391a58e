"""Small deliveries made at random from a seed, with everything that makes counting hard."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tests.keyfigures.deliveries import OWNERS, Row, Tables, danish, danish_number
from tests.keyfigures.random_ages import add_ages, price_index
from tests.keyfigures.random_deadlines import add_cases, deadlines, reviews
from tests.keyfigures.random_economy import benchmarks, initiatives, ledger
from tests.keyfigures.random_events import add_deaths, add_decisions, add_moves, capacity

# Seed and as-of: at a month's end, on a leap day, at a year's end, within a month, on New Year's Day.
DELIVERIES = {
    1: date(2024, 6, 30),
    2: date(2024, 2, 29),
    3: date(2023, 12, 31),
    4: date(2025, 1, 15),
    5: date(2024, 12, 30),
    6: date(2024, 1, 1),
}
CITIZENS, CASES = 40, 50
ADULT = ("107", "108", "85-bl", "85", "103", "110")
# Children's sections and the section of Barnets lov that replaces each on 1 January 2024.
REPLACED = (("52", "32"), ("52.3.7", "46"), ("58", "47"), ("76", "114"))
TARGET_GROUPS = ("Autisme", "Sindslidelse; svær", "Udviklingshæmning", "")
NEW_YEAR = date(2024, 1, 1)
Span = tuple[date, date | None]


def _days(count: int) -> timedelta:
    return timedelta(days=count)


def _citizen(random: Random, number: int) -> Row:
    leap = f"29-02-{random.choice((1960, 1984, 2000, 2004, 2008))}"
    usual = danish(date(1945, 1, 1) + _days(random.randrange(24_000)))
    return {
        "citizen_id": f"B{number:04}",
        "birth_date": random.choice((usual, usual, usual, usual, leap, "")),
        "sex": random.choice(("k", "m", "")),
        "target_group": random.choice(TARGET_GROUPS),
        "psychiatric_diagnosis": random.choice(("ja", "nej", "")),
    }


def _end(random: Random, start: date, as_of: date) -> date | None:
    """Same-day, short, long and open services, and ends on and around as-of."""
    ends = [start, start + _days(random.randrange(2, 60)), start + _days(random.randrange(60, 500)), None]
    ends += [as_of + _days(offset) for offset in (-1, 0, 1, 90) if as_of + _days(offset) >= start]
    return random.choice(ends)


def _spans(random: Random, as_of: date) -> list[Span]:
    """One citizen's services: overlapping, adjacent, a day apart or far apart; some planned."""
    start = as_of - _days(random.randrange(1_300))
    spans: list[Span] = []
    for _ in range(random.randrange(1, 6)):
        end = _end(random, start, as_of)
        spans.append((start, end))
        gap = random.choice((-20, 0, 1, 1, 1, 2, 2, 40))
        start = max((end or start + _days(random.randrange(400))) + _days(gap), start)
    if random.random() < 0.3:
        planned = as_of + _days(random.choice((0, 1, 2, 40, 300)))
        spans.append((planned, random.choice((None, planned, planned + _days(200)))))
    return spans


def _service(random: Random, citizen: str, law: str, section: str, span: Span) -> Row:
    return {
        "citizen_id": citizen,
        "law": law,
        "section": section,
        "provider_id": random.choice((*(f"T{number}" for number in range(8)), "")),
        "start_date": danish(span[0]),
        "end_date": danish(span[1]),
        "acting_municipality": random.choice(("", "330", "330", "316")),
        "paying_municipality": random.choice(("", "", "330", "330", "316", "370")),
    }


def _child_services(random: Random, citizen: str, span: Span) -> list[Row]:
    """The section changes at New Year; whoever is there is moved without a day in neither."""
    old, new = random.choice(REPLACED)
    start, end = span
    if start < NEW_YEAR and (end is None or end >= NEW_YEAR):
        before = _service(random, citizen, "SEL", old, (start, NEW_YEAR - _days(1)))
        return [
            before,
            {**before, "law": "BL", "section": new, "start_date": danish(NEW_YEAR), "end_date": danish(end)},
        ]
    law, section = ("SEL", old) if start < NEW_YEAR else ("BL", new)
    return [_service(random, citizen, law, section, span)]


def _services(random: Random, as_of: date) -> list[Row]:
    rows: list[Row] = []
    for number in range(CITIZENS):
        is_child, section = random.random() < 0.3, random.choice(ADULT)
        for span in _spans(random, as_of):
            section = random.choice((section, section, *ADULT))
            citizen = f"B{number:04}"
            rows += (
                _child_services(random, citizen, span)
                if is_child
                else [_service(random, citizen, "SEL", section, span)]
            )
    return [{**row, "service_id": f"S{number:04}"} for number, row in enumerate(rows)]


def _rate(random: Random, service: str, first: date, last: date | None, kind: str) -> Row:
    unit, typical = random.choice((("day", 2_500), ("month", 60_000), ("year", 900_000), ("once", 40_000)))
    amount = Decimal(random.randrange(typical * 20, typical * 250)) / 100
    return {
        "service_id": service,
        "from_date": danish(first),
        "to_date": danish(last),
        "amount": danish_number(amount),
        "unit": unit,
        "kind": kind,
    }


def _rates(random: Random, service: Row) -> list[Row]:
    """Base rates one after another, some with gaps between, and supplements that may overlap; or none."""
    if random.random() < 0.15:
        return []
    number, rows = service["service_id"], []
    start_day, month, year = (int(part) for part in service["start_date"].split("-"))
    start = date(year, month, start_day)
    day = start + _days(random.choice((-30, 0, 0, 0, 10)))
    for _ in range(random.randrange(3)):
        last = day + _days(random.randrange(200))
        rows.append(_rate(random, number, day, last, "base"))
        day = last + _days(random.choice((1, 1, 1, 2, 50)))
    if random.random() < 0.8:
        rows.append(_rate(random, number, day, random.choice((None, day, day + _days(300))), "base"))
    for _ in range(random.choice((0, 0, 1, 2))):
        first = start + _days(random.choice((-5, 0, 0, 30, 400)))
        rows.append(_rate(random, number, first, random.choice((None, first + _days(90))), "supplement"))
    return rows


def _providers(random: Random) -> list[Row]:
    return [
        {
            "provider_id": f"T{number}",
            "name": f"Tilbud {number}",
            "owner": OWNERS[number % 4],
            "municipality": random.choice(("330", "316")),
            "provider_type": random.choice(("bosted", "opholdssted", "")),
        }
        for number in range(8)
    ]


def random_tables(seed: int, as_of: date) -> Tables:
    """Every extract of a delivery complete to `as_of`; the same seed gives the same delivery."""
    random = Random(seed)
    services = _services(random, as_of)
    tables = {
        "citizens": [_citizen(random, number) for number in range(CITIZENS)],
        "services": services,
        "rates": [rate for service in services for rate in _rates(random, service)],
        "providers": _providers(random),
        "case_assignments": _assignments(random, as_of),
        "caseworkers": _caseworkers(random, as_of),
    }
    # Each addition has dice of its own, so that what was thrown before it stays as it was.
    add_moves(Random(f"{seed} moves"), tables, as_of)
    add_deaths(Random(f"{seed} deaths"), tables)
    add_decisions(Random(f"{seed} decisions"), tables)
    add_ages(Random(f"{seed} ages"), tables, as_of)
    tables["capacity"] = capacity(Random(f"{seed} capacity"), as_of)
    tables["deadlines"] = deadlines(Random(f"{seed} deadlines"), as_of)
    add_cases(Random(f"{seed} cases of deadlines"), tables)
    tables["reviews"] = reviews(Random(f"{seed} reviews"), tables, as_of)
    if seed % 2 == 0:
        tables["price_index"] = price_index(Random(f"{seed} index"), as_of)
    tables["ledger"] = ledger(Random(f"{seed} ledger"), as_of)
    tables["benchmarks"] = benchmarks(Random(f"{seed} benchmarks"), as_of)
    tables["initiatives"] = initiatives(Random(f"{seed} initiatives"), as_of)
    return tables


def _assignments(random: Random, as_of: date) -> list[Row]:
    """R0 to R7 have a row as caseworkers, R8 has none; some cases have two caseworkers at a time."""
    rows: list[Row] = []
    for number in range(CASES):
        area = random.choice(("voksne", "voksne", "børn og unge", "specialundervisning"))
        citizen = f"B{random.randrange(CITIZENS):04}"
        for worker in random.sample(range(9), random.choice((1, 1, 1, 2))):
            start = as_of - _days(random.randrange(1_000))
            ends = (None, None, start, as_of, as_of - _days(1), start + _days(200))
            rows.append(
                {
                    "case_id": f"C{number:03}",
                    "citizen_id": citizen,
                    "caseworker_id": f"R{worker}",
                    "area": area,
                    "from_date": danish(start),
                    "to_date": danish(random.choice([end for end in ends if end is None or end >= start])),
                    "weight": random.choice(("", "1", "1,5", "2")),
                }
            )
    return rows


def _caseworkers(random: Random, as_of: date) -> list[Row]:
    """One row, several rows (also in different teams, also at the same time), ended rows, rows to come."""
    rows: list[Row] = []
    for number in range(8):
        start = as_of - _days(random.randrange(700, 1_400))
        for _ in range(random.randrange(1, 4)):
            end = random.choice((None, start + _days(random.randrange(400)), as_of, as_of - _days(1)))
            rows.append(
                {
                    "caseworker_id": f"R{number}",
                    "name": f"Rådgiver {number}",
                    "team": random.choice(("Voksen A", "Voksen B", "Børn")),
                    "from_date": danish(start),
                    "to_date": danish(end if end is None or end >= start else start),
                    "fte": random.choice(("1", "0,8", "0,5", "0")),
                }
            )
            start += _days(random.choice((1, 100, 400, 900)))
    return rows
