"""data/panel.toml: which figures stand on the Overblik, with what, in which order, with target and limit.

A municipality's own file in its folder of lists is read instead. Everything wrong is one PlainError that
names the line.
"""

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from cockpit.keyfigures.choices import choices_in
from cockpit.keyfigures.columns import NOT_NUMBERS, columns_of
from cockpit.keyfigures.definitions import Definition, catalogue
from cockpit.keyfigures.parameters import Parameter, checked_value
from cockpit.settings import PROJECT, Settings
from cockpit.warehouse import Reader
from cockpit.wording import PlainError, listed, safe_quote

NAME = "panel.toml"
FORMATS = ("count", "decimal", "percent", "kroner", "months")
REQUIRED = ("name", "figure", "column", "format")
TEXTS = (*REQUIRED, "of", "unit", "page", "trend")
CHOICES = ("where", "parameters", "default")
LIMITS = ("target", "limit")
# The file's own lines, for tomllib tells none; it has read the file by then, so this need not.
TILE = re.compile(r"\s*\[\[\s*tile\s*\]\]")
KEY = r"\s*(\[\s*tile\s*\.\s*)?[\"']?{}[\"']?\s*[\]=.]"
SCOPES = ("area", "group", "section")
IN_DATA = ("list", "one")
MARKS = ("sted", "år", "periode")
# What the page's own filters give every figure that takes it.
FROM_FILTERS = ("role", "from", "to", "on", "year", "month", "from_year", "to_year", "year_a", "year_b")
Years = Mapping[int, float]


@dataclass(frozen=True)
class Entry:
    """One tile as the file states it; `target` and `limit` are by year, in the unit shown.

    `place` is the file and the line that chooses its rows, for what only the data can tell is wrong.
    """

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
    place: str = ""


class EntryError(PlainError):
    """What is wrong with one key of an entry; of a key that is missing, with the entry."""

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key


def panel(settings: Settings) -> tuple[Entry, ...]:
    """The entries in their order, read once in each process."""
    return read_panel(_file(settings))


def check_panel(settings: Settings, pages: Sequence[str], reader: Reader | None = None) -> None:
    """PlainError as `panel`, and for an entry that leads to none of these pages.

    With the version in use also for areas, groups, sections and other values that it does not have; only in
    the municipality's own file, for the project's must not stop one that has other lists.
    """
    file = _file(settings)
    known = reader if file.parent == settings.reference_dir else None
    for place, entry in enumerate(panel(settings), start=1):
        try:
            _check_page(entry, pages)
            if known:
                _check_in_data(entry, known)
        except EntryError as problem:
            text = file.read_text(encoding="utf-8-sig")
            raise PlainError(_told(text, place, entry.name, problem)) from None


def _check_page(entry: Entry, pages: Sequence[str]) -> None:
    if entry.page and entry.page not in pages:
        raise EntryError(
            f"Siden {safe_quote(entry.page)} findes ikke. Vælg blandt: {listed(pages, 'eller')}.", "page"
        )


def _check_in_data(entry: Entry, reader: Reader) -> None:
    definition = catalogue()[entry.figure]
    for key, given in (("parameters", entry.parameters), ("default", entry.default)):
        for name, value in given.items():
            parameter = definition.parameter(name)
            if parameter and parameter.kind in IN_DATA:
                _check_value(parameter, value, key, choices_in(reader, name))


def _file(settings: Settings) -> Path:
    own = settings.reference_dir / NAME
    return own if own.is_file() else PROJECT / "data" / NAME


@cache
def read_panel(path: Path) -> tuple[Entry, ...]:
    """PlainError names the line that is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        content = tomllib.loads(text)
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
            f"{NAME}{_line(text, 0, strange[0])}: {safe_quote(strange[0])} kendes ikke her. "
            "Hvert nøgletal begynder med [[tile]]."
        )
    tiles = content.get("tile")
    if not isinstance(tiles, list) or not tiles:
        raise PlainError(f"{NAME} har ingen nøgletal. Hvert nøgletal begynder med [[tile]].")
    return tuple(_entry(text, tile, place) for place, tile in enumerate(tiles, start=1))


def _entry(text: str, tile: Any, place: int) -> Entry:
    try:
        return replace(_checked(tile), place=f"{NAME}{_line(text, place, 'where')}")
    except EntryError as problem:
        name = tile.get("name") if isinstance(tile, dict) else None
        raise PlainError(_told(text, place, name, problem)) from None


def _told(text: str, place: int, name: Any, problem: EntryError) -> str:
    called = f" ({safe_quote(name)})" if isinstance(name, str) and name else ""
    return f"{NAME}{_line(text, place, problem.key)}, nøgletal nr. {place}{called}: {problem}"


def _line(text: str, place: int, key: str) -> str:
    """Where the key stands in the entry, or the entry begins; entry 0 is what comes before the first.

    Nothing where the tiles are written as one list, for then a line is no entry's own.
    """
    lines = text.splitlines()
    starts = [0, *(at for at, line in enumerate(lines, start=1) if TILE.match(line)), len(lines) + 1]
    if place + 1 >= len(starts):
        return ""
    written = re.compile(KEY.format(re.escape(key)))
    own = range(starts[place] + 1, starts[place + 1])
    return f", linje {next((at for at in own if written.match(lines[at - 1])), max(starts[place], 1))}"


def _checked(tile: Any) -> Entry:
    there_are = (*TEXTS, *CHOICES, *LIMITS)
    if not isinstance(tile, dict):
        raise EntryError("Et nøgletal begynder med [[tile]].")
    for key in tile:
        _known(key, there_are, "Nøglen", key)
    for key in REQUIRED:
        if not tile.get(key):
            raise EntryError(f"{key} mangler.")
    for key in TEXTS:
        if not isinstance(tile.get(key, ""), str):
            raise EntryError(f"{key} skal være en tekst i anførselstegn.", key)
    _known(tile["format"], FORMATS, "format", "format")
    for mark in re.findall(r"\{(.*?)\}", tile["name"]):
        _known(mark, MARKS, "Pladsholderen", "name")
    read: dict[str, Any] = {key: tile[key] for key in TEXTS if key in tile}
    read |= {key: _texts(key, tile[key]) for key in CHOICES if key in tile}
    read |= {key: _years(key, tile[key]) for key in LIMITS if key in tile}
    entry = Entry(**read)
    _check_figure(entry)
    return entry


def _texts(key: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(one, str | int) for one in value.values()):
        raise EntryError(f'{key} skrives som {{ navn = "værdi" }}.', key)
    return {name: str(one) for name, one in value.items()}


def _years(key: str, value: Any) -> dict[int, float]:
    is_number = isinstance(value, dict) and all(
        isinstance(one, int | float) and not isinstance(one, bool) and math.isfinite(one)
        for one in value.values()
    )
    if not is_number or not all(year.isdigit() and len(year) == 4 for year in value):
        raise EntryError(f"{key} skrives som et tal for hvert år, fx {{ 2026 = 95 }}.", key)
    return {int(year): float(one) for year, one in value.items()}


def _check_figure(entry: Entry) -> None:
    figures = catalogue()
    _known(entry.figure, tuple(sorted(figures)), "Nøgletallet", "figure")
    definition = figures[entry.figure]
    columns = columns_of(definition)
    for key, column in (("column", entry.column), ("of", entry.of), *(("where", one) for one in entry.where)):
        if column:
            _known(column, columns, "Kolonnen", key)
    for key, column in (("column", entry.column), ("of", entry.of)):
        if column in NOT_NUMBERS:
            raise EntryError(f"Kolonnen {safe_quote(column)} er ikke et tal. Vælg en, der er.", key)
    _check_parameters(entry, definition)
    _check_limits(entry, definition, "guideline_high" in columns)
    _check_given(entry, definition, "figure")
    if entry.trend:
        _known(entry.trend, tuple(sorted(figures)), "Nøgletallet", "trend")
        for column in filter(None, (entry.column, entry.of, *entry.where)):
            _known(column, columns_of(figures[entry.trend]), "Kolonnen", "trend")
        _check_given(entry, figures[entry.trend], "trend")


def _check_given(entry: Entry, definition: Definition, key: str) -> None:
    """What the figure cannot be asked without, and the page's filters do not give."""
    for parameter in definition.parameters:
        if parameter.required and parameter.name not in (*FROM_FILTERS, *entry.parameters):
            choice = f" ({listed(parameter.choices, 'eller')})" if parameter.choices else ""
            raise EntryError(f"Nøgletallet mangler parameteren {parameter.name}{choice} i parameters.", key)
    if definition.either and not any(
        name in {**entry.parameters, **entry.default} for name in definition.either
    ):
        raise EntryError(f"Nøgletallet mangler {listed(definition.either, 'eller')} i default.", key)
    by = definition.parameter("by")
    if "by_value" in entry.where and by and entry.parameters.get("by", by.default) == "none":
        raise EntryError('by_value er tom, når parameters ikke har et by, fx by = "area".', "where")


def _check_parameters(entry: Entry, definition: Definition) -> None:
    names = tuple(parameter.name for parameter in definition.parameters)
    for name, value in entry.parameters.items():
        _known(name, names, "Parameteren", "parameters")
        parameter = definition.parameter(name)
        if parameter and parameter.kind not in IN_DATA:
            _check_value(parameter, value, "parameters")
    for name in entry.default:
        _known(name, tuple(one for one in SCOPES if one in names), "default", "default")


def _check_limits(entry: Entry, definition: Definition, has_guideline: bool) -> None:
    if has_guideline and (entry.target or entry.limit):
        key = "target" if entry.target else "limit"
        raise EntryError("Nøgletallet har sin egen vejledende grænse. Fjern target og limit.", key)
    if definition.good == "neutral" and (entry.target or entry.limit):
        key = "target" if entry.target else "limit"
        raise EntryError(
            "Nøgletallet har ingen status, for hverken lavt eller højt er godt. Fjern target og limit.", key
        )
    for year, limit in entry.limit.items():
        if year not in entry.target:
            raise EntryError(f"limit for {year} har intet target. Skriv et target for samme år.", "limit")
        beyond = limit - entry.target[year]
        if (beyond < 0 and definition.good == "lower") or (beyond > 0 and definition.good == "higher"):
            side = "over" if definition.good == "lower" else "under"
            raise EntryError(f"limit for {year} skal ligge {side} target.", "limit")


def _check_value(parameter: Parameter, value: str, key: str, there_are: tuple[str, ...] = ()) -> None:
    try:
        checked_value(parameter, value, there_are)
    except PlainError as problem:
        raise EntryError(str(problem), key) from None


def _known(value: str, there_are: tuple[str, ...], what: str, key: str) -> None:
    if value not in there_are:
        choice = (
            f"Vælg blandt: {listed(there_are, 'eller')}." if there_are else "Der er ingen at vælge imellem."
        )
        raise EntryError(f"{what} {safe_quote(value)} findes ikke. {choice}", key)
