"""The rows of a delivery as plain objects: the ground that the second computation stands on.

Nothing here or in the other plain_* modules imports from `cockpit`: a mistake made there must not be
repeated here.
"""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

MISSING = "uoplyst"


@dataclass(frozen=True)
class Section:
    key: str  # "SEL 107"
    group: str
    area: str
    successor: str | None


@dataclass(frozen=True)
class Citizen:
    id: str
    birth_date: date | None
    sex: str | None
    target_group: str | None
    diagnosis: str | None  # "ja", "nej" or unknown
    died: date | None


@dataclass(frozen=True)
class Provider:
    id: str
    owner: str
    provider_type: str | None


@dataclass(frozen=True)
class Rate:
    from_date: date
    to_date: date | None
    amount: Decimal
    unit: str
    kind: str


@dataclass(frozen=True)
class Service:
    id: str
    citizen: Citizen
    section: Section
    provider: Provider | None
    start: date
    end: date | None
    acting: str
    paying: str
    applied: date | None
    decided: date | None
    rates: tuple[Rate, ...]


@dataclass(frozen=True)
class Capacity:
    provider: str
    from_date: date
    to_date: date | None
    places: int


@dataclass(frozen=True)
class Assignment:
    case: str
    citizen: str
    worker: str
    area: str
    from_date: date
    to_date: date | None
    weight: Decimal


@dataclass(frozen=True)
class WorkerRow:
    worker: str
    team: str
    from_date: date
    to_date: date | None
    fte: Decimal


@dataclass(frozen=True)
class Thresholds:
    """State refund: the lowest krone of 25, 50 and 75 per cent."""

    valid_from: date
    limits: tuple[Decimal, Decimal, Decimal]


@dataclass(frozen=True, eq=False)  # compared by identity, so that answers can be cached per delivery
class Delivery:
    folder: Path
    references: tuple[Path, ...]
    municipality: str
    as_of: date
    sections: dict[str, Section]
    services: tuple[Service, ...]
    providers: tuple[Provider, ...]
    capacity: tuple[Capacity, ...]
    assignments: tuple[Assignment, ...]
    workers: tuple[WorkerRow, ...]
    guidelines: dict[tuple[str, str | None], tuple[Decimal, Decimal]]  # (area, team) -> low, high
    thresholds: tuple[Thresholds, ...]
    price_index: dict[int, Fraction]


def file_rows(path: Path) -> list[dict[str, str]]:
    """Every row of a file with `;`; none when the file is not there."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _day(text: str) -> date:
    return datetime.strptime(text, "%d-%m-%Y").date()  # noqa: DTZ007  (a date has no time zone)


def _optional_day(text: str | None) -> date | None:
    return _day(text) if text else None


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def _citizen(row: dict[str, str]) -> Citizen:
    return Citizen(
        row["citizen_id"],
        _optional_day(row["birth_date"]),
        row.get("sex") or None,
        row.get("target_group") or None,
        row.get("psychiatric_diagnosis") or None,
        _optional_day(row.get("died_on")),
    )


def _rates(folder: Path) -> dict[str, list[Rate]]:
    rates: dict[str, list[Rate]] = {}
    for row in file_rows(folder / "rates.csv"):
        ends = _optional_day(row["to_date"])
        rate = Rate(_day(row["from_date"]), ends, _decimal(row["amount"]), row["unit"], row["kind"])
        rates.setdefault(row["service_id"], []).append(rate)
    return rates


def _providers(folder: Path) -> tuple[Provider, ...]:
    return tuple(
        Provider(row["provider_id"], row["owner"], row.get("provider_type") or None)
        for row in file_rows(folder / "providers.csv")
    )


def _capacity(folder: Path) -> tuple[Capacity, ...]:
    return tuple(
        Capacity(
            row["provider_id"], _day(row["from_date"]), _optional_day(row["to_date"]), int(row["places"])
        )
        for row in file_rows(folder / "capacity.csv")
    )


def _services(folder: Path, municipality: str, sections: dict[str, Section]) -> tuple[Service, ...]:
    citizens = {row["citizen_id"]: _citizen(row) for row in file_rows(folder / "citizens.csv")}
    providers = {provider.id: provider for provider in _providers(folder)}
    rates = _rates(folder)
    return tuple(
        Service(
            id=row["service_id"],
            citizen=citizens[row["citizen_id"]],
            section=sections[f"{row['law']} {row['section']}"],
            provider=providers.get(row["provider_id"]),
            start=_day(row["start_date"]),
            end=_optional_day(row["end_date"]),
            acting=row["acting_municipality"] or municipality,
            paying=row["paying_municipality"] or municipality,
            applied=_optional_day(row.get("applied_on")),
            decided=_optional_day(row.get("decided_on")),
            rates=tuple(rates.get(row["service_id"], [])),
        )
        for row in file_rows(folder / "services.csv")
    )


def _assignments(folder: Path) -> tuple[Assignment, ...]:
    return tuple(
        Assignment(
            row["case_id"],
            row["citizen_id"],
            row["caseworker_id"],
            row["area"],
            _day(row["from_date"]),
            _optional_day(row["to_date"]),
            _decimal(row["weight"] or "1"),
        )
        for row in file_rows(folder / "case_assignments.csv")
    )


def _workers(folder: Path) -> tuple[WorkerRow, ...]:
    return tuple(
        WorkerRow(
            row["caseworker_id"],
            row["team"],
            _day(row["from_date"]),
            _optional_day(row["to_date"]),
            _decimal(row["fte"]),
        )
        for row in file_rows(folder / "caseworkers.csv")
    )


def _thresholds(row: dict[str, str]) -> Thresholds:
    low, middle, high = (Decimal(row[f"threshold_{share}_pct"]) for share in (25, 50, 75))
    return Thresholds(date.fromisoformat(row["valid_from"]), (low, middle, high))


def read_delivery(folder: Path, references: tuple[Path, ...], municipality: str, as_of: date) -> Delivery:
    """A delivery in canonical CSV; `references` are folders of reference files, the last one wins."""
    sections = {
        f"{row['law']} {row['section']}": Section(
            f"{row['law']} {row['section']}", row["group"], row["area"], row["successor"] or None
        )
        for reference in references
        for row in file_rows(reference / "sections.csv")
    }
    guidelines = {
        (row["area"], row.get("team") or None): (_decimal(row["low"]), _decimal(row["high"]))
        for reference in references
        for row in file_rows(reference / "caseload_guidelines.csv")
    }
    thresholds = {
        row["valid_from"]: _thresholds(row)
        for reference in references
        for row in file_rows(reference / "state_refund_176.csv")
    }
    return Delivery(
        folder=folder,
        references=references,
        municipality=municipality,
        as_of=as_of,
        sections=sections,
        services=_services(folder, municipality, sections),
        providers=_providers(folder),
        capacity=_capacity(folder),
        assignments=_assignments(folder),
        workers=_workers(folder),
        guidelines=guidelines,
        thresholds=tuple(thresholds.values()),
        price_index={
            int(row["year"]): Fraction(_decimal(row["index"]))
            for row in file_rows(folder / "price_index.csv")
        },
    )
