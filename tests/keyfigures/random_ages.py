"""Citizens at random around the ages that count: children about to turn 18, and dear citizens about 67."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tests.keyfigures.deliveries import Row, Tables, danish, danish_number

CHILDREN, OLD = 16, 14
SECTIONS = (("BL", "32"), ("BL", "46"), ("BL", "114"), ("SEL", "52"), ("SEL", "107"))


def _years_before(day: date, years: int) -> date:
    """The day so many years earlier; 29 February is 1 March in years without one."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)


def _service(random: Random, citizen: str, law: str, section: str, start: date, end: date | None) -> Row:
    return {
        "service_id": f"{citizen}-{danish(start)}-{law}{section}",
        "citizen_id": citizen,
        "law": law,
        "section": section,
        "provider_id": random.choice(("T0", "T1", "T2", "T3", "")),
        "start_date": danish(start),
        "end_date": danish(end),
        "acting_municipality": random.choice(("", "", "316")),
        "paying_municipality": random.choice(("", "", "", "316")),
    }


def _rate(random: Random, service: Row, start: date, end: date | None, kind: str) -> Row:
    unit, typical = random.choice(
        (("day", 6_000), ("day", 9_000), ("month", 90_000), ("year", 1_500_000), ("once", 40_000))
    )
    amount = Decimal(random.randrange(typical * 20, typical * 200)) / 100
    return {
        "service_id": service["service_id"],
        "from_date": danish(start),
        "to_date": danish(end),
        "amount": danish_number(amount),
        "unit": unit,
        "kind": kind,
    }


def _add(random: Random, tables: Tables, citizen: str, born: date | None, as_of: date) -> None:
    """Services that end about as-of, go on, or are planned; rates of every unit."""
    sex = random.choice(("k", "m", ""))
    tables["citizens"].append({"citizen_id": citizen, "birth_date": danish(born), "sex": sex})
    start = as_of - timedelta(days=random.randrange(30, 900))
    for law, section in random.sample(SECTIONS, random.choice((1, 1, 2))):
        end = random.choice((None, None, *(as_of + timedelta(days=days) for days in (-1, 0, 1, 30, 31, 400))))
        parts = [(start, end)]
        if end and random.random() < 0.5:
            later = end + timedelta(days=random.choice((-5, 0, 1, 2, 100)))
            parts.append((later, random.choice((None, later + timedelta(days=50)))))
        for first, last in parts:
            service = _service(random, citizen, law, section, first, last)
            if any(service["service_id"] == other["service_id"] for other in tables["services"]):
                continue
            tables["services"].append(service)
            cut = first + timedelta(days=random.choice((0, 20, 400)))
            tables["rates"].append(_rate(random, service, first, cut, "base"))
            tables["rates"].append(_rate(random, service, cut + timedelta(days=1), None, "base"))
            if random.random() < 0.4:
                tables["rates"].append(
                    _rate(random, service, first, random.choice((None, cut)), "supplement")
                )


def add_ages(random: Random, tables: Tables, as_of: date) -> None:
    leap = date(as_of.year // 4 * 4 - 16, 2, 29)  # 18 in two years, or in the year before last
    for number in range(CHILDREN):
        ahead = random.choice((-40, -1, 0, 1, 2, 15, 31, 60, random.randrange(400), random.randrange(1_000)))
        born = _years_before(as_of + timedelta(days=ahead), 18)
        _add(random, tables, f"U{number:02}", random.choice((born, born, born, leap, None)), as_of)
    for number in range(OLD):
        new_year = date(as_of.year + random.choice((-1, 0, 1, 2)), 1, 1)
        born = _years_before(new_year + timedelta(days=random.choice((-366, -365, -1, 0, 1, 200))), 67)
        _add(random, tables, f"P{number:02}", random.choice((born, born, born, None)), as_of)


def price_index(random: Random, as_of: date) -> list[Row]:
    """Ten years of it, now and then falling."""
    level, rows = Decimal(80), []
    for year in range(as_of.year - 5, as_of.year + 5):
        level *= Decimal(random.randrange(985, 1_060)) / 1000
        rows.append({"year": str(year), "index": danish_number(level)})
    return rows
