"""What a page shows, read back: its tables, its charts and the files it offers."""

import csv
from io import StringIO
from typing import Any

from playwright.sync_api import Page

ROWS = "rows => rows.map(row => [...row.children].map(cell => cell.textContent))"


def table_of(page: Page, within: str) -> list[list[str]]:
    """The texts of a card's table, row by row, its heading first."""
    rows: list[list[str]] = page.eval_on_selector_all(f"{within} table.figures tr", ROWS)
    return rows


def drawn(page: Page, card: str) -> list[dict[str, Any]]:
    """The traces of a card's chart: their values, and how they are drawn."""
    script = """chart => chart.data.map(({x, y, mode, name}) => ({x: [...x], y: [...y], mode, name}))"""
    traces: list[dict[str, Any]] = page.eval_on_selector(
        f"[aria-labelledby={card}-title] .js-plotly-plot", script
    )
    return traces


def click_mark(page: Page, card: str, trace: int, point: int) -> None:
    """Click a bar as a hand does: on the screen, for the chart's own layer lies above it."""
    chart = page.locator(f"[aria-labelledby={card}-title]")
    chart.scroll_into_view_if_needed()
    box = chart.locator(".trace.bars").nth(trace).locator(".point").nth(point).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def csv_rows(page: Page, within: str) -> list[list[str]]:
    """The rows of a card's file below what it tells of filters and date, the heading first."""
    with page.expect_download() as download:
        page.locator(within).get_by_role("link", name="CSV").click()
    text = download.value.path().read_text("utf-8-sig")
    lines = list(csv.reader(StringIO(text), delimiter=";"))
    return lines[lines.index([]) + 1 :]
