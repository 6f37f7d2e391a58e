"""The questions behind a sheet, asked as a politician: only what may be shown to all is ever read."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cockpit.keyfigures import run, sections_in
from cockpit.keyfigures.within import POLITICIAN
from cockpit.sheets.model import Place
from cockpit.warehouse import Reader, served
from cockpit.wording import month_text

# What an area or a group is called in a sentence, where its own name is no part of one.
IN_WORDS = {
    "børn og unge": "på børne- og ungeområdet",
    "voksne": "på voksenområdet",
    "støtte i eget hjem": "med støtte i eget hjem",
    "støttende indsatser": "med støttende indsatser",
    "kontakt og ledsagelse": "med kontakt og ledsagelse",
    "BPA": "med BPA",
    "ungestøtte": "med ungestøtte",
    "herberg og krisecenter": "på herberg og krisecenter",
}


def rows_of(figure: str, given: Mapping[str, str]) -> list[dict[str, Any]]:
    """PlainError as `run`, such as for a division that is not shown to politicians."""
    return run(figure, given, role=POLITICIAN).rows


def hides(row: Mapping[str, Any], column: str) -> bool:
    return column in row.get("hidden", ())


def reader() -> Reader:
    return served().reader()


def ends_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def year_name(end: date) -> str:
    """`2025` for the last day of a year, `okt. 2026` for a day within it."""
    return f"{end.year}" if ends_year(end) else month_text(end)


def year_moment(end: date) -> str:
    return f"ved udgangen af {end.year}" if ends_year(end) else ""


def where(place: Place) -> str:
    """`i botilbud`, `på voksenområdet`, `efter § 107`; empty for everything."""
    if place.kind == "section":
        return f"efter {section_label(place.value)}"
    if not place.kind:
        return ""
    return IN_WORDS.get(place.value, f"i {place.value}")


def thing(place: Place) -> str:
    """`botilbud`, `voksenområdet`, `§ 107`: what one comes to and goes from; empty for everything."""
    return where(place).partition(" ")[2]


def known_sections() -> list[dict[str, Any]]:
    """As `sections_in`, read once of each version: every number of a sheet asks for them."""
    asked = reader()
    return asked.remembered("sections of sheets", lambda: sections_in(asked))


def section_label(key: str) -> str:
    known = next((row for row in known_sections() if row["section_key"] == key), None)
    return (known["label_da"] if known else key).replace("§ ", "§\u00a0")


def sections_within(place: Place) -> dict[str, str]:
    """section_key → label of the group's, or the area's, sections."""
    column = {"group": "section_group", "area": "area"}[place.kind]
    rows = [row for row in known_sections() if row[column] == place.value]
    return {row["section_key"]: row["label_da"].replace("§ ", "§\u00a0") for row in rows}
