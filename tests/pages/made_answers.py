"""Answers made by hand, for what lays figures out without asking for them."""

from datetime import date
from typing import Any

from cockpit.components.answers import Answer
from cockpit.components.options import Options, Section
from cockpit.keyfigures import defined

AS_OF = date(2026, 10, 31)

SECTIONS = (
    Section("SEL 107", "§ 107", "Midlertidigt botilbud", "botilbud", "voksne", False),
    Section("SEL 108", "§ 108", "Længerevarende botilbud", "botilbud", "voksne", False),
    Section("SEL 85", "§ 85", "Støtte i eget hjem", "støtte i eget hjem", "voksne", False),
    Section("SEL 85-bl", "§ 85, botilbudslignende", "I almenbolig", "botilbud", "voksne", False),
)
OPTIONS = Options(
    AS_OF, ("voksne",), ("botilbud",), SECTIONS, ("own", "private", "uoplyst"), {"T1": "Birken"}
)


def made(
    figure: str, columns: str, /, *rows: tuple[Any, ...], as_of: date = AS_OF, **parameters: str
) -> Answer:
    """An answer with these rows; `columns` are named with blanks between."""
    names = tuple(columns.split())
    return Answer(
        definition=defined(figure),
        as_of=as_of,
        parameters={"by": "none", **parameters},
        columns=names,
        rows=[dict(zip(names, row, strict=True)) for row in rows],
        given=dict(parameters),
    )


def intervals(*years: tuple[int, ...], as_of: date = AS_OF) -> Answer:
    """cost_intervals: of each year its number and the citizens in each interval, cheapest first."""
    names = ("0-500000", "500000-1000000", "1000000-2000000", "2000000-4000000", "4000000+")
    rows = [(year, name, count) for year, *counts in years for name, count in zip(names, counts, strict=True)]
    return made("cost_intervals", "year interval citizens", *rows, as_of=as_of)


def caseload_row(name: str, load: float | None = 50.0, status: str = "within", **more: Any) -> dict[str, Any]:
    """A row of caseload by team or by area."""
    limits = {"guideline_low": 45.0, "guideline_high": 65.0}
    return {
        "by_value": name, "team": name, "citizens": 50, "fte": 1.0,
        "citizens_per_fte": load, "status": status,
        **limits, **more,
    }  # fmt: skip
