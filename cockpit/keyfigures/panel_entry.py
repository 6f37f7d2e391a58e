"""One tile of data/panel.toml, and whether each of its keys holds what it must; nothing is looked up."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cockpit.wording import PlainError, listed, safe_quote

FORMATS = ("count", "decimal", "percent", "kroner", "months")
REQUIRED = ("name", "figure", "column", "format")
TEXTS = (*REQUIRED, "of", "unit", "page", "trend")
CHOICES = ("where", "parameters", "default")
LIMITS = ("target", "limit")
MARKS = ("sted", "år", "periode")
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


def entry_of(tile: Any) -> Entry:
    """EntryError names the key that is wrong."""
    there_are = (*TEXTS, *CHOICES, *LIMITS)
    if not isinstance(tile, dict):
        raise EntryError("Et nøgletal begynder med [[tile]].")
    for key in tile:
        known(key, there_are, "Nøglen", key)
    for key in REQUIRED:
        if not tile.get(key):
            raise EntryError(f"{key} mangler.")
    for key in TEXTS:
        if not isinstance(tile.get(key, ""), str):
            raise EntryError(f"{key} skal være en tekst i anførselstegn.", key)
    known(tile["format"], FORMATS, "format", "format")
    for mark in re.findall(r"\{(.*?)\}", tile["name"]):
        known(mark, MARKS, "Pladsholderen", "name")
    read: dict[str, Any] = {key: tile[key] for key in TEXTS if key in tile}
    read |= {key: _texts(key, tile[key]) for key in CHOICES if key in tile}
    read |= {key: _years(key, tile[key]) for key in LIMITS if key in tile}
    return Entry(**read)


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


def known(value: str, there_are: tuple[str, ...], what: str, key: str) -> None:
    """EntryError with what there is to choose from, where the value is none of it."""
    if value not in there_are:
        choice = (
            f"Vælg blandt: {listed(there_are, 'eller')}." if there_are else "Der er ingen at vælge imellem."
        )
        raise EntryError(f"{what} {safe_quote(value)} findes ikke. {choice}", key)
