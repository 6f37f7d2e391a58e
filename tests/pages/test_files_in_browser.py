"""What a card's file holds is what its table shows: columns, headings, rows in their order, values."""

import csv
import re
from io import StringIO
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.pages.seeing import see

PAGES = (
    "/",
    "/til-og-afgang",
    "/botilbud",
    "/udgifter",
    "/udgifter?paragraf=SEL 107",
    "/budget",
    "/pladser",
    "/pladser?paragraf=gruppe:botilbud",
    "/sagstal",
    "/sagstal?team=Voksen B",
    "/frister",
    "/frister?vis=fristsager&team=Voksen B",
    "/paa-vej",
    "/paa-vej?vis=udloeber",
    "/benchmark",
    "/tiltag",
    "/tiltag?status=i gang",
    "/data",
    "/noegletal/cost?by=section",
)
# Each row of the table, with the cells that span several rows in all of them, and the row's group.
GRID = """card => {
    const grid = card.querySelector(".part table.figures") || card.querySelector("table.figures");
    const text = (cell) => (cell.querySelector(".hidden-text") ? [...cell.childNodes]
        .filter((node) => !node.matches?.(".hidden-text")).map((node) => node.textContent).join(" ")
        : [...cell.childNodes].map((node) => node.textContent).join(" "));
    const spanning = [], rows = [];
    let group = "";
    for (const row of grid.rows) {
        if (row.querySelector("[scope=rowgroup]")) { group = text(row.cells[0]); continue; }
        const cells = [];
        for (const cell of [...row.cells].filter((one) => !one.matches(".bar-cell, thead td"))) {
            while (spanning[cells.length]?.left) cells.push(spanning[cells.length].again());
            const shown = text(cell);
            const span = {left: cell.rowSpan - 1, again() { this.left -= 1; return shown; }};
            spanning[cells.length] = span;
            cells.push(shown);
        }
        rows.push({cells, group: row.parentNode.matches("thead") ? "" : group});
    }
    return rows;
}"""
MONEY = {"mio. kr.": 1e6, "t.kr.": 1e3, "kr.": 1.0}


def words(text: str) -> list[str]:
    return [word for word in re.findall(r"[\w§]+", text.lower()) if word != "og"]


def plain(heading: str) -> list[str]:
    """A heading's words, without the unit of money: the screen has t.kr. or mio. kr., the file kr."""
    told = heading.partition("streg:")[0].replace("til 31-10-2026", "til 31-10")
    for unit in MONEY:
        told = told.replace(unit, "")
    return words(told)


def as_number(text: str) -> float | None:
    found = re.fullmatch(r"([+\u2212-]?)([\d.]+(?:,\d+)?)(?: (pct\.|mio\. kr\.|t\.kr\.|kr\.))?", text.strip())
    if not found:
        return None
    sign, digits, unit = found.groups()
    size = float(digits.replace(".", "").replace(",", "."))
    scale = 0.01 if unit == "pct." else MONEY.get(unit or "", 1.0)
    return (-size if sign in ("\u2212", "-") else size) * scale


def same(shown: str, written: str, heading: str) -> bool:
    """A number is the file's, rounded as the screen has it in the unit of its heading; a text is the same."""
    number, exact = as_number(shown), as_number_of_file(written)
    if number is None or exact is None:
        return words(shown.replace("–", "")) == words(written.replace("–", ""))
    inside = any(unit in shown for unit in (*MONEY, "pct."))
    scale = 1.0 if inside else next((size for unit, size in MONEY.items() if unit in heading), 1.0)
    step = 10.0 ** -len(shown.rstrip(" pctmiokr.").partition(",")[2]) * scale
    step *= 0.01 if "pct." in shown else next((MONEY[unit] for unit in MONEY if unit in shown), 1.0)
    return abs(exact - number * scale) <= step * 0.5001


def as_number_of_file(written: str) -> float | None:
    return float(written.replace(",", ".")) if re.fullmatch(r"-?\d+(,\d+)?", written) else None


def file_of(page: Page, card: Locator) -> list[list[str]]:
    address = card.locator(".card-foot a[href*='.csv']").first.evaluate("link => link.href")
    text = page.request.get(address).text()
    lines = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    return lines[lines.index([]) + 1 :]


def differences(grid: list[dict[str, Any]], written: list[list[str]]) -> list[str]:
    """What stands in a row's name may be several columns of the file; all others are one to one."""
    heads, columns = grid[0]["cells"], written[0]
    leading = len(columns) - len(heads) + 1
    found = []
    if leading < 1 or [plain(head) for head in heads[1:]] != [plain(one) for one in columns[leading:]]:
        return [f"headings {heads} are {columns} in the file"]
    if not set(plain(heads[0])) <= {word for one in columns[:leading] for word in plain(one)}:
        found.append(f"{heads[0]} is {columns[:leading]} in the file")
    if len(grid) > len(written):
        found.append(f"{len(grid)} rows are {len(written)} in the file")
    for row, line in zip(grid[1:], written[1:], strict=False):
        named = {*words(row["group"]), *words(row["cells"][0])}
        if not {word for text in line[:leading] for word in words(text)} <= named:
            found.append(f"{row['cells'][0]} is {line[:leading]}")
        pairs = zip(row["cells"][1:], line[leading:], heads[1:], strict=True)
        found += [f"{one}: {two} is {three}" for two, three, one in pairs if not same(two, three, one)]
    return found


@pytest.mark.parametrize("path", PAGES)
def test_every_file_holds_what_its_card_shows(watched: Page, served_url: str, path: str) -> None:
    see(watched, f"{served_url}{path}")
    cards = watched.locator(".card:has(.card-foot a[href*='.csv']):has(table.figures)").all()
    assert cards
    wrong = {}
    for card in cards:
        if found := differences(card.evaluate(GRID), file_of(watched, card)):
            wrong[card.get_attribute("aria-labelledby")] = found[:5]
    assert wrong == {}


def test_the_comparison_can_tell() -> None:
    grid = [{"group": "", "cells": ["Tilbud", "Udgift mio. kr."]}, {"group": "", "cells": ["A", "1,2"]}]
    assert differences(grid, [["Tilbud", "Udgift (kr.)"], ["A", "1160000,0"]]) == []
    assert differences(grid, [["Tilbud", "Udgift (kr.)"], ["A", "1270000,0"]])
    assert differences(grid, [["Tilbud", "Udgift (kr.)"], ["B", "1160000,0"]])
    assert differences(grid, [["Tilbud", "Udgift (kr.)", "Borgere"], ["A", "1160000,0", "3"]])
    assert differences(grid, [["Tilbud", "Budget (kr.)"], ["A", "1160000,0"]])
