"""data/panel.toml: which figures stand on the Overblik, with what, in which order, with target and limit.

A municipality's own file in its folder of lists is read instead. Everything wrong is one PlainError.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from cockpit.keyfigures.columns import columns_of
from cockpit.keyfigures.definitions import Definition, catalogue
from cockpit.keyfigures.parameters import checked_value
from cockpit.settings import PROJECT, Settings
from cockpit.wording import PlainError, listed, safe_quote

NAME = "panel.toml"
FORMATS = ("count", "decimal", "percent", "kroner", "months")
REQUIRED = ("name", "figure", "column", "format")
TEXTS = (*REQUIRED, "of", "unit", "page", "trend")
CHOICES = ("where", "parameters", "default")
LIMITS = ("target", "limit")
SCOPES = ("area", "group", "section")
IN_DATA = ("list", "one")
Years = Mapping[int, float]


@dataclass(frozen=True)
class Entry:
    """One tile as the file states it; `target` and `limit` are by year, in the unit shown."""

    name: str
    figure: str
    column: str
    format: str
    of: str = ""
    unit: str = ""
    page: str = ""
    trend: str = ""
    where: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)
    default: Mapping[str, str] = field(default_factory=dict)
    target: Years = field(default_factory=dict)
    limit: Years = field(default_factory=dict)


def panel(settings: Settings) -> tuple[Entry, ...]:
    """The entries in their order, read once in each process."""
    own = settings.reference_dir / NAME
    return read_panel(own if own.is_file() else PROJECT / "data" / NAME)


@cache
def read_panel(path: Path) -> tuple[Entry, ...]:
    """PlainError names the line or the entry that is wrong."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        place = (
            str(error).rpartition("(at ")[2].rstrip(")").replace("line", "linje").replace("column", "tegn")
        )
        place = "i slutningen" if "end" in place else f"ved {place}"
        raise PlainError(
            f"{NAME} kan ikke læses {place}. Ret filen, fx et manglende anførselstegn."
        ) from None
    except (OSError, UnicodeDecodeError):
        raise PlainError(f"{NAME} kan ikke åbnes. Giv adgang til den, og gem den som UTF-8.") from None
    strange = [key for key in content if key != "tile"]
    if strange:
        raise PlainError(
            f"{NAME} kender ikke {safe_quote(strange[0])}. Hvert nøgletal begynder med [[tile]]."
        )
    tiles = content.get("tile")
    if not isinstance(tiles, list) or not tiles:
        raise PlainError(f"{NAME} har ingen nøgletal. Hvert nøgletal begynder med [[tile]].")
    return tuple(_entry(tile, place) for place, tile in enumerate(tiles, start=1))


def _entry(tile: Any, place: int) -> Entry:
    try:
        return _checked(tile)
    except PlainError as problem:
        name = tile.get("name") if isinstance(tile, dict) else None
        called = f" ({safe_quote(name)})" if isinstance(name, str) and name else ""
        raise PlainError(f"{NAME}, nøgletal nr. {place}{called}: {problem}") from None


def _checked(tile: Any) -> Entry:
    there_are = (*TEXTS, *CHOICES, *LIMITS)
    if not isinstance(tile, dict):
        raise PlainError("Et nøgletal begynder med [[tile]].")
    for key in tile:
        _known(key, there_are, "Nøglen")
    for key in REQUIRED:
        if not tile.get(key):
            raise PlainError(f"{key} mangler.")
    for key in TEXTS:
        if not isinstance(tile.get(key, ""), str):
            raise PlainError(f"{key} skal være en tekst i anførselstegn.")
    _known(tile["format"], FORMATS, "format")
    read: dict[str, Any] = {key: tile[key] for key in TEXTS if key in tile}
    read |= {key: _texts(key, tile[key]) for key in CHOICES if key in tile}
    read |= {key: _years(key, tile[key]) for key in LIMITS if key in tile}
    entry = Entry(**read)
    _check_figure(entry)
    return entry


def _texts(key: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(one, str | int) for one in value.values()):
        raise PlainError(f'{key} skrives som {{ navn = "værdi" }}.')
    return {name: str(one) for name, one in value.items()}


def _years(key: str, value: Any) -> dict[int, float]:
    is_number = isinstance(value, dict) and all(
        isinstance(one, int | float) and not isinstance(one, bool) for one in value.values()
    )
    if not is_number or not all(year.isdigit() and len(year) == 4 for year in value):
        raise PlainError(f"{key} skrives som et tal for hvert år, fx {{ 2026 = 95 }}.")
    return {int(year): float(one) for year, one in value.items()}


def _check_figure(entry: Entry) -> None:
    figures = catalogue()
    _known(entry.figure, tuple(sorted(figures)), "Nøgletallet")
    definition = figures[entry.figure]
    columns = columns_of(definition)
    for column in filter(None, (entry.column, entry.of, *entry.where)):
        _known(column, columns, "Kolonnen")
    if entry.trend:
        _known(entry.trend, tuple(sorted(figures)), "Nøgletallet")
        _known(entry.column, columns_of(figures[entry.trend]), "Kolonnen")
    _check_parameters(entry, definition)
    _check_limits(entry, definition, "guideline_high" in columns)


def _check_parameters(entry: Entry, definition: Definition) -> None:
    names = tuple(parameter.name for parameter in definition.parameters)
    for name, value in entry.parameters.items():
        _known(name, names, "Parameteren")
        parameter = definition.parameter(name)
        if parameter and parameter.kind not in IN_DATA:
            checked_value(parameter, value, ())
    for name in entry.default:
        _known(name, tuple(one for one in SCOPES if one in names), "default")


def _check_limits(entry: Entry, definition: Definition, has_guideline: bool) -> None:
    if has_guideline and (entry.target or entry.limit):
        raise PlainError("Nøgletallet har sin egen vejledende grænse. Fjern target og limit.")
    for year, limit in entry.limit.items():
        if year not in entry.target:
            raise PlainError(f"limit for {year} har intet target. Skriv et target for samme år.")
        beyond = limit - entry.target[year]
        if (beyond < 0 and definition.good == "lower") or (beyond > 0 and definition.good == "higher"):
            side = "over" if definition.good == "lower" else "under"
            raise PlainError(f"limit for {year} skal ligge {side} target.")


def _known(value: str, there_are: tuple[str, ...], what: str) -> None:
    if value not in there_are:
        choice = (
            f"Vælg blandt: {listed(there_are, 'eller')}." if there_are else "Der er ingen at vælge imellem."
        )
        raise PlainError(f"{what} {safe_quote(value)} findes ikke. {choice}")
