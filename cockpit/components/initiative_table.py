"""Initiatives by theme: what each costs and earns, a line for each year, its status in a word."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.labels import figure_name
from cockpit.components.markup import link
from cockpit.components.thin_bar import scrolling
from cockpit.components.view import FIGURES
from cockpit.keyfigures import catalogue
from cockpit.wording import date_text, number, signed

THOUSAND = 1e3
NO_THEME = "Uden tema"
HEADS = ("Investering", "Ventet gevinst", "Nået gevinst", "Netto")
Row = dict[str, Any]


def initiative_table(rows: Sequence[Row], caption: str) -> Component:
    """In the order of the figure: by theme, then by title."""
    heads = [html.Th("Tiltag", scope="col"), html.Th("Status", scope="col"), html.Th("År", scope="col")]
    heads += [
        html.Th([name, html.Span("t.kr.", className="under-head")], scope="col", className="n")
        for name in HEADS
    ]
    bodies = [
        _theme(theme or NO_THEME, list(of_theme))
        for theme, of_theme in groupby(rows, key=lambda row: row["theme"])
    ]
    name = html.Caption(caption, className="hidden-text")
    grid = html.Table([name, html.Thead(html.Tr(heads)), *bodies], className="figures initiatives")
    return scrolling(grid, caption)


def _theme(theme: str, rows: Sequence[Row]) -> Component:
    lines: list[Component] = [
        html.Tr(html.Th(theme, scope="rowgroup", colSpan=3 + len(HEADS), className="theme"))
    ]
    for _, of_one in groupby(rows, key=lambda row: (row["initiative"], row["starts_on"], row["status"])):
        lines += _initiative(list(of_one))
    return html.Tbody(lines)


def _initiative(rows: Sequence[Row]) -> list[Component]:
    first = rows[0]
    name = [
        html.Th([first["initiative"], *_below(first)], scope="row", rowSpan=len(rows)),
        html.Td(first["status"][:1].upper() + first["status"][1:], rowSpan=len(rows), className="nowrap"),
    ]
    return [
        html.Tr([*name, *amounts] if place == 0 else amounts)
        for place, amounts in enumerate(_amounts(row) for row in rows)
    ]


def _amounts(row: Row) -> list[Component]:
    amounts = [row[name] for name in ("investment", "expected_gain", "realised_gain")]
    texts = [number(None if amount is None else amount / THOUSAND) for amount in amounts]
    net = signed(None if row["net"] is None else row["net"] / THOUSAND)
    year = html.Td("" if row["year"] is None else str(row["year"]), className="nowrap")
    return [year, *(html.Td(text, className="n") for text in (*texts, net))]


def _below(row: Row) -> list[Component]:
    """Who decides, when it began, and the key figure that is to move."""
    begins = f"fra {date_text(row['starts_on'])}" if row["starts_on"] else None
    said = " · ".join(text for text in (row["committee"], begins) if text)
    parts: list[Any] = [said] if said else []
    if figure := row["figure"]:
        known = figure.partition(".")[0]
        named = link(figure_name(figure), f"{FIGURES}/{known}") if known in catalogue() else figure
        parts += [" · skal ses på " if said else "Skal ses på ", named]
    return [html.Span(parts, className="sentence")] if parts else []
