"""What an extract must look like: data/contracts/*.toml, one file per extract."""

import tomllib
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from cockpit.settings import PROJECT

SQL_TYPES = {
    "text": "varchar",
    "citizen": "varchar",
    "code": "varchar",
    "municipality": "varchar",
    "date": "date",
    "moment": "timestamp",
    "due": "timestamp",
    "month": "varchar",
    "money": "decimal(18,2)",
    "decimal": "decimal(18,4)",
    "integer": "bigint",
    "year": "bigint",
    "boolean": "boolean",
}


@dataclass(frozen=True)
class Column:
    """One column; `label` is its Danish name in messages, `minimum` and `maximum` are inclusive.

    A `moment` is a date, perhaps with a time of day; a `due` is one that lasts to the end of its day where
    it has none, and where the field is empty comes from the list of deadlines.
    """

    name: str
    label: str
    type: str
    required: bool = False
    personal: bool = False  # never quoted in a message
    filter: bool = False  # chosen by name in a list separated by commas, so it may hold none
    references: str | None = None  # the extract whose column of the same name must hold the value
    codes: dict[str, list[str]] = field(default_factory=dict)  # canonical code to its synonyms
    letters: str | None = None  # "upper" or "lower": the only writing that is kept
    minimum: float | str | None = None
    maximum: float | str | None = None
    default: float | None = None
    derived_from_cpr: bool = False
    warn_negative: bool = False
    names_figure: bool = False  # what stands before the first dot should be a key figure's id
    decimal: str = ","  # the sign in the files it is read from
    absent: bool = False  # the system that it is read from cannot give it
    computed: str | None = None  # the SQL that makes it of the row's others: no file holds it

    @property
    def sql_type(self) -> str:
        return SQL_TYPES[self.type]

    @property
    def derivation(self) -> str | None:
        """The SQL that fills an empty field from the row's other values."""
        if self.computed:
            return self.computed
        if self.derived_from_cpr:
            return "cpr_birth_date(citizen_id)"
        return "listed_due(kind, started_at)" if self.type == "due" else None


@dataclass(frozen=True)
class Contract:
    """One extract: its columns in order, what identifies a row, and which rules hold between rows."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    periods: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def delivered(self) -> frozenset[str]:
        """The columns that a file may hold."""
        return frozenset(column.name for column in self.columns if not column.computed)

    @property
    def decimal(self) -> str:
        """The decimal sign in its files."""
        return self.columns[0].decimal

    @property
    def references(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.references)

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


def with_decimal(contract: Contract, decimal: str) -> Contract:
    """The contract of files whose numbers have that decimal sign."""
    return replace(contract, columns=tuple(replace(column, decimal=decimal) for column in contract.columns))


@lru_cache(maxsize=1)
def contracts() -> dict[str, Contract]:
    """Every contract by name, an extract always after those that it refers to."""
    paths = sorted((PROJECT / "data" / "contracts").glob("*.toml"))
    read = {path.stem: _contract(tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths}
    return dict(sorted(read.items(), key=lambda item: (_depth(item[1], read), item[0])))


def _contract(facts: dict[str, Any]) -> Contract:
    return Contract(
        name=facts["name"],
        title=facts["title"],
        columns=tuple(Column(**column) for column in facts["columns"]),
        key=tuple(facts.get("key", ())),
        periods=tuple((first, last) for first, last in facts.get("periods", ())),
        rules=tuple(facts.get("rules", ())),
    )


def _depth(contract: Contract, read: dict[str, Contract]) -> int:
    """How many extracts stand above this one in the longest chain of references."""
    return max((1 + _depth(read[str(column.references)], read) for column in contract.references), default=0)
