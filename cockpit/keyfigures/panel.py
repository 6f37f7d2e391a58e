"""data/panel.toml: which figures stand on the Overblik, with what, in which order, with target and limit.

A municipality's own file in its folder of lists is read instead. Everything wrong is one PlainError that
names the line.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from cockpit.keyfigures.panel_checks import check_figure, check_in_data, check_page
from cockpit.keyfigures.panel_entry import Entry, EntryError, entry_of
from cockpit.settings import PROJECT, Settings
from cockpit.warehouse import Reader
from cockpit.wording import PlainError, safe_quote

NAME = "panel.toml"
# The file's own lines, for tomllib tells none; it has read the file by then, so this need not.
TILE = re.compile(r"\s*\[\[\s*tile\s*\]\]")
KEY = r"\s*(\[\s*tile\s*\.\s*)?[\"']?{}[\"']?\s*[\]=.]"


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
            check_page(entry, pages)
            if known:
                check_in_data(entry, known)
        except EntryError as problem:
            text = file.read_text(encoding="utf-8-sig")
            raise PlainError(_told(text, place, entry.name, problem)) from None


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
        entry = entry_of(tile)
        check_figure(entry)
        return replace(entry, place=f"{NAME}{_line(text, place, 'where')}")
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
