"""Reads queries/: one file is one key figure, its header checked, its shared parts put in front."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from cockpit.keyfigures.parameters import Parameter, declared
from cockpit.warehouse.schema import NOT_FIGURES, QUERIES
from cockpit.wording import PlainError, listed

REQUIRED = (
    "title", "question", "unit", "good", "counts", "numerator", "why", "ask", "caveat", "source", "owner",
)  # fmt: skip
OPTIONAL = (
    "columns",
    "denominator",
    "parameters",
    "either",
    "fixed",
    "needs",
    "conceals",
    "compares",
    "lists",
)
DIRECTIONS = ("lower", "higher", "neutral")
TIMES = ("to", "on", "year", "to_year", "year_b")


@dataclass(frozen=True)
class Definition:
    """A key figure as its file states it; `sql` is the composed text that runs.

    `source` names the extracts it stands on, `columns` those of their columns that may be left out of a
    delivery though the figure says nothing without them (`citizens.birth_date`), `either` the parameters of
    which at least one must be given, `fixed` the parameters of its shared parts that it sets itself,
    `conceals` the value of `by` whose names only team leaders see, `compares` the parameter that names the
    figure it compares between versions: such a figure has no query of its own. `lists` names the single
    things that its rows are (cases, services, deadlines) with the professional system's own numbers; empty
    where its rows are counts.
    """

    id: str
    folder: str
    title: str
    question: str
    unit: str
    good: str
    counts: str
    numerator: str
    denominator: str
    why: str
    ask: str
    caveat: str
    source: tuple[str, ...]
    columns: tuple[str, ...]
    owner: str
    parameters: tuple[Parameter, ...]
    either: tuple[str, ...]
    fixed: tuple[tuple[str, str | None], ...]
    conceals: str
    compares: str
    lists: str
    sql: str

    def parameter(self, name: str) -> Parameter | None:
        return next((parameter for parameter in self.parameters if parameter.name == name), None)


@cache
def catalogue() -> dict[str, Definition]:
    """Every key figure by id, folder by folder; PlainError names the file whose header is wrong."""
    paths = sorted(path for path in QUERIES.glob("*/*.sql") if path.parent.name not in NOT_FIGURES)
    return {path.stem: read_definition(path) for path in paths}


@cache
def comparable() -> tuple[str, ...]:
    """The figures that can be compared between versions: numbers, asked about a time that both know."""
    return tuple(
        definition.id
        for definition in catalogue().values()
        if {parameter.name for parameter in definition.parameters} & set(TIMES)
        and not definition.parameter("figure")
        and not definition.lists
    )


def settled(definition: Definition, given: Mapping[str, str]) -> Definition:
    """A figure that compares another takes the other's parameters too, and tells the other's query."""
    choice = definition.parameter(definition.compares)
    if choice is None:
        return definition
    choice = replace(choice, kind="choice", choices=comparable())
    if (named := given.get(choice.name, "")) not in comparable():
        return replace(definition, parameters=(choice,))
    other = catalogue()[named]
    return replace(
        definition,
        parameters=(choice, *other.parameters),
        either=other.either,
        source=other.source,
        columns=other.columns,
        conceals=other.conceals,
        sql=other.sql,
    )


def read_definition(path: Path) -> Definition:
    header, body = _split(path)
    missing = [key for key in REQUIRED if key not in header]
    unknown = [key for key in header if key not in REQUIRED + OPTIONAL]
    if missing or unknown or header["good"] not in DIRECTIONS:
        wrong = [*(f"mangler {key}" for key in missing), *(f"kender ikke {key}" for key in unknown)]
        raise PlainError(f"Hovedet i {path.name} er forkert: {', '.join(wrong) or 'good'}. Ret filen.")
    texts = {key: header.get(key, "") for key in (*REQUIRED, *OPTIONAL)}
    fixed = [item.strip().partition("=") for item in texts.pop("fixed").split(",") if item.strip()]
    try:
        parameters = declared(texts.pop("parameters"))
    except KeyError as error:
        raise PlainError(f"Hovedet i {path.name} nævner en ukendt parameter: {error}. Ret filen.") from error
    either = _names(texts.pop("either"))
    strange = [name for name in either if name not in {parameter.name for parameter in parameters}]
    if strange:
        raise PlainError(f"Hovedet i {path.name} har {listed(strange)} i either, men ikke i parameters.")
    return Definition(
        id=path.stem,
        folder=path.parent.name,
        source=_names(texts.pop("source")),
        columns=_names(texts.pop("columns")),
        parameters=parameters,
        either=either,
        fixed=tuple((name, value or None) for name, _, value in fixed),
        sql=composed(_names(texts.pop("needs")), body),
        **texts,
    )


def _split(path: Path) -> tuple[dict[str, str], str]:
    """The header as key → text, and the SQL below it; a line without a key continues the one above."""
    lines = path.read_text(encoding="utf-8").splitlines()
    count = next((place for place, line in enumerate(lines) if not line.startswith("--")), len(lines))
    header: dict[str, str] = {}
    for line in lines[:count]:
        match = re.fullmatch(r"-- ([a-z]+):\s*(.*)", line)
        if match:
            header[match[1]] = match[2].strip()
        elif header and line.startswith("--   "):
            key = next(reversed(header))
            header[key] = f"{header[key]} {line[2:].strip()}"
    return header, "\n".join(lines[count:]).strip()


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def composed(needs: tuple[str, ...], body: str) -> str:
    """The shared parts that are needed, in order, as common table expressions in front of the body."""
    shared: dict[str, str] = {}
    for name in needs:
        _collect(name, shared)
    parts = [f"{name} as (\n{_indented(text)}\n)" for name, text in shared.items()]
    if not parts:
        return body
    own = re.match(r"with\s+", body)
    tail = f",\n\n{body[own.end() :]}" if own else f"\n\n{body}"
    return "with " + ",\n\n".join(parts) + tail


def _collect(name: str, shared: dict[str, str]) -> None:
    path = QUERIES / "shared" / f"{name}.sql"
    if not path.exists():
        raise PlainError(f"queries/shared mangler {name}.sql, som et nøgletal bygger på.")
    header, body = _split(path)
    for needed in _names(header.get("needs", "")):
        if needed not in shared:
            _collect(needed, shared)
    shared[name] = body


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else line for line in text.splitlines())
