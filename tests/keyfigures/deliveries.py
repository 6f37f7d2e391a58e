"""Delivery folders in canonical CSV with Danish dates and numbers, and deliveries written by hand."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

Row = dict[str, str]
Tables = dict[str, list[Row]]

COLUMNS = {
    "citizens": "citizen_id birth_date sex target_group psychiatric_diagnosis died_on",
    "services": "service_id citizen_id law section provider_id start_date end_date "
    "acting_municipality paying_municipality applied_on decided_on",
    "rates": "service_id from_date to_date amount unit kind",
    "providers": "provider_id name owner municipality provider_type",
    "capacity": "provider_id from_date to_date places",
    "case_assignments": "case_id citizen_id caseworker_id area from_date to_date weight",
    "caseworkers": "caseworker_id name team from_date to_date fte",
    "population": "municipality year age persons",
    "deadlines": "deadline_id citizen_id kind started_at due_at completed_at team case_id",
    "ledger": "month account kind amount art",
    "benchmarks": "municipality year figure value source published_on",
    "initiatives": "initiative_id title theme committee figure status starts_on year "
    "investment expected_gain realised_gain",
    "reviews": "service_id reviewed_on kind daily_rate_before daily_rate_after",
    "price_index": "year index",
}

OWNERS = ("own", "other_municipality", "region", "private")
# In hand-written deliveries a provider's id is its owner.
PROVIDERS = "\n".join(f"{owner};Hus {owner};{owner};330;bosted" for owner in OWNERS)


def danish(day: date | None) -> str:
    return day.strftime("%d-%m-%Y") if day else ""


def danish_number(value: Decimal) -> str:
    """1234.5 -> 1.234,50"""
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))


def _field(text: str) -> str:
    return f'"{text}"' if ";" in text else text


def write(tables: Tables, folder: Path) -> Path:
    """The folder, with one file for every table that has rows."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        columns = COLUMNS[name].split()
        lines = [";".join(columns)]
        lines += [";".join(_field(row.get(column, "")) for column in columns) for row in rows]
        if rows:
            (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _lines(text: str) -> Iterable[list[str]]:
    return ([field.strip() for field in line.split(";")] for line in text.strip().splitlines())


def _table(name: str, text: str) -> list[Row]:
    return [dict(zip(COLUMNS[name].split(), fields, strict=False)) for fields in _lines(text)]


def _services(text: str) -> list[Row]:
    rows = []
    for number, line in enumerate(_lines(text), start=1):
        citizen, section, start, end, provider, acting, paying, *dates = line + [""] * (9 - len(line))
        law, paragraph = section.split(" ")
        rows.append(
            {
                "service_id": f"S{number}",
                "citizen_id": citizen,
                "law": law,
                "section": paragraph,
                "provider_id": provider,
                "start_date": start,
                "end_date": end,
                "acting_municipality": acting,
                "paying_municipality": paying,
                "applied_on": dates[0],
                "decided_on": dates[1],
            }
        )
    return rows


def by_hand(
    services: str = "",
    rates: str = "",
    citizens: str = "",
    assignments: str = "",
    caseworkers: str = "",
    population: str = "",
    capacity: str = "",
    deadlines: str = "",
    reviews: str = "",
    ledger: str = "",
    benchmarks: str = "",
    initiatives: str = "",
    price_index: str = "",
) -> Tables:
    """A delivery one can count on one's fingers; one row a line, its fields divided by `;`.

    services: citizen; section; start; end; provider; acting; paying; applied; decided (S1, S2, … in order).
    Citizens that are not listed are born on 1 January 1980. The other tables: the columns of COLUMNS in
    their order.
    """
    listed = _table("citizens", citizens) if citizens else []
    rows = _services(services) if services else []
    known = {row["citizen_id"] for row in listed}
    for citizen in sorted({row["citizen_id"] for row in rows} - known):
        listed.append({"citizen_id": citizen, "birth_date": "01-01-1980"})
    return {
        "citizens": listed,
        "services": rows,
        "rates": _table("rates", rates) if rates else [],
        "providers": _table("providers", PROVIDERS) if rows else [],
        "case_assignments": _table("case_assignments", assignments) if assignments else [],
        "caseworkers": _table("caseworkers", caseworkers) if caseworkers else [],
        "population": _table("population", population) if population else [],
        "capacity": _table("capacity", capacity) if capacity else [],
        "deadlines": _table("deadlines", deadlines) if deadlines else [],
        "reviews": _table("reviews", reviews) if reviews else [],
        "ledger": _table("ledger", ledger) if ledger else [],
        "benchmarks": _table("benchmarks", benchmarks) if benchmarks else [],
        "initiatives": _table("initiatives", initiatives) if initiatives else [],
        "price_index": _table("price_index", price_index) if price_index else [],
    }
