"""Reads the recipe: the files of data/demo, and the sections of law they use."""

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from cockpit.periods import ONE_DAY
from cockpit.settings import PROJECT

DEMO = PROJECT / "data" / "demo"
REFERENCE = PROJECT / "data" / "reference"


@dataclass(frozen=True)
class Provider:
    id: str
    name: str
    owner: str
    municipality: str
    type: str
    sections: tuple[str, ...]
    price: float  # kr. per unit of its sections, in the recipe's last price level
    weight: float


@dataclass(frozen=True)
class Section:
    key: str  # "SEL 107"
    group: str
    area: str
    last_day: date | None
    successor: str


@dataclass(frozen=True)
class FlowPlan:
    """How many citizens a group holds over time, who arrives and how long they stay."""

    stock: list[tuple[date, float]]
    months: float
    ages: list[list[int]]
    sections: dict[str, float]
    monthly: tuple[int, int]
    initial_ages: list[list[int]] | None = None  # of those who were there on the first day
    known: float = 0.0  # share of arrivals who have another service from us already
    wiggle: int = 0  # how far the stock may stray from its line
    crowd: int = 99  # as many as may leave in one month before the next is sent to another


@dataclass(frozen=True)
class Recipe:
    as_of: date
    first_day: date
    municipality: str
    neighbours: list[str]
    flows: dict[str, FlowPlan]
    providers: list[Provider]
    sections: dict[str, Section]
    rest: dict[str, Any]  # the recipe's other tables, as they stand
    faults: dict[str, dict[str, Any]]  # rows planted beside the good ones, by kind
    block: int = 0  # 0 is our own municipality; see blocks.py for the others

    @property
    def unnamed(self) -> str:
        """What a municipality field says for the block's own: nothing where that is our own."""
        return self.municipality if self.block else ""

    @property
    def counted_before(self) -> int:
        """Citizens, services and cases are numbered from the next on, past those of the planted rows."""
        return 1_000_000 + 10_000 * self.block if self.block else 0

    def team_name(self, name: str) -> str:
        """The team's own, told apart from those of the same name in other municipalities."""
        return f"{name} {self.unnamed}".rstrip()

    @property
    def workers_before(self) -> int:
        return 1_000 + 100 * self.block if self.block else 0

    def serving(self, section: str) -> list[Provider]:
        """The providers of a section; a section that replaces another keeps its providers."""
        older = {old.key for old in self.sections.values() if old.successor == section}
        return [provider for provider in self.providers if {section, *older} & set(provider.sections)]

    def in_force(self, section: str, day: date) -> str:
        """The section that holds on the day: the successor once the law has changed."""
        known = self.sections[section]
        return known.successor if known.last_day and day > known.last_day else section


def read_recipe() -> Recipe:
    rest = _toml("recipe.toml") | _toml("steering.toml")
    return Recipe(
        as_of=rest["as_of"],
        first_day=rest["first_day"],
        municipality=rest["municipality"],
        neighbours=rest["neighbours"],
        flows={name: _flow(table) for name, table in rest["flow"].items()},
        providers=[_provider(row) for row in csv_rows(DEMO / "providers.csv")],
        sections={section.key: section for section in map(_section, csv_rows(REFERENCE / "sections.csv"))},
        rest=rest,
        faults=_toml("faults.toml"),
    )


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DEMO / name).read_text(encoding="utf-8"))


def _flow(table: dict[str, Any]) -> FlowPlan:
    low, high = table["monthly"]
    stock = [(day, float(citizens)) for day, citizens in table["stock"]]
    return FlowPlan(**{**table, "stock": stock, "monthly": (low, high)})


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _provider(row: dict[str, str]) -> Provider:
    return Provider(
        row["provider_id"],
        row["name"],
        row["owner"],
        row["municipality"],
        row["provider_type"],
        tuple(row["sections"].split("|")),
        float(row["price"]),
        float(row["weight"]),
    )


def _section(row: dict[str, str]) -> Section:
    last_day = date.fromisoformat(row["valid_to"]) if row["valid_to"] else None
    return Section(f"{row['law']} {row['section']}", row["group"], row["area"], last_day, row["successor"])


def on_line(points: list[tuple[date, float]], day: date) -> float:
    """The value on the day of a line drawn through the points; flat outside them."""
    if day <= points[0][0]:
        return points[0][1]
    for (start, low), (end, high) in pairwise(points):
        if day <= end:
            return low + (high - low) * ((day - start) / ONE_DAY) / ((end - start) / ONE_DAY)
    return points[-1][1]
