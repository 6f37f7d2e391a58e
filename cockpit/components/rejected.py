"""The rejected rows of the delivery in use: chosen by extract, rule and text, a page at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cockpit.components.fields import with_fields
from cockpit.components.labels import VALUES
from cockpit.components.markup import also, link
from cockpit.components.pill import Choice as MenuChoice
from cockpit.components.pill import Menu, pill
from cockpit.components.plain_table import PlainTable
from cockpit.components.thin_bar import scrolling
from cockpit.components.view import View
from cockpit.intake.loaded import Choice, rejected_rows
from cockpit.intake.rules import RULES
from cockpit.wording import date_text, number, safe_quote

EXTRACT_KEY, RULE_KEY, TEXT_KEY, PAGE_KEY = "udtraek", "regel", "soeg", "side"
OWN_KEYS = (EXTRACT_KEY, RULE_KEY, TEXT_KEY, PAGE_KEY)
ON_A_PAGE = 50
LONGEST_TEXT = 60
MEANING = (
    "Det, der ikke kunne bruges i den leverance, der er i brug: hvor det står, reglen, det brød, "
    "og hvad I gør."
)
HEADINGS = ("Fil", "Linje", "Kolonne", "Regel", "Hvad er der galt, og hvad gør I")


@dataclass(frozen=True)
class Asked:
    """What the address asks for, with a notice for each value that could not be used."""

    choice: Choice
    page: int
    notices: tuple[str, ...]


def asked_of(query: Mapping[str, str], kinds: Sequence[dict[str, Any]]) -> Asked:
    """`kinds` are the extracts and rules that there are rejected rows of."""
    notices: list[str] = []

    def known(key: str, column: str, label: str) -> str:
        value = query.get(key, "")
        if not value or any(kind[column] == value for kind in kinds):
            return value
        notices.append(f"{safe_quote(value)} findes ikke under {label} og er udeladt.")
        return ""

    choice = Choice(
        known(EXTRACT_KEY, "extract", "Udtræk"),
        known(RULE_KEY, "rule", "Regel"),
        query.get(TEXT_KEY, "").strip()[:LONGEST_TEXT],
    )
    return Asked(choice, _page(query.get(PAGE_KEY, "1"), notices), tuple(notices))


def _page(text: str, notices: list[str]) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 10**7:
        return int(text)
    notices.append(f"{safe_quote(text)} er ikke et sidetal. Side 1 vises i stedet.")
    return 1


def pages_of(found: int) -> int:
    """At least one, also for nothing."""
    return max(1, -(-found // ON_A_PAGE))


def in_range(asked: Asked, found: int) -> Asked:
    """A page after the last of the rows `found` gives way to the first."""
    if asked.page <= pages_of(found):
        return asked
    told = f"Side {number(asked.page)} findes ikke. Side 1 vises i stedet."
    return Asked(asked.choice, 1, (*asked.notices, told))


def extract_name(extract: str) -> str:
    return VALUES["extract"].get(extract, extract)


def rule_name(rule: str) -> str:
    """A rule's short Danish name, as cockpit.intake.rules has it."""
    return RULES[rule].title if rule in RULES else rule


def controls(view: View, asked: Asked, kinds: Sequence[dict[str, Any]]) -> Component:
    """Two menus and a field; the field's text goes into the address (assets/data.js)."""
    choice = asked.choice
    is_set = bool(choice.extract or choice.rule or choice.text)
    clear = view.href(**dict.fromkeys(OWN_KEYS))
    within = [kind for kind in kinds if choice.extract in ("", kind["extract"])]
    field: Component = dmc.TextInput(
        id="rejected-text",
        label="Søg i fil, linje, kolonne og forklaring",
        value=choice.text,
        size="xs",
        w=260,
    )
    inside = [
        _menu(view, "rejected-extract", "Udtræk", EXTRACT_KEY, _counted(kinds, "extract"), choice.extract),
        _menu(view, "rejected-rule", "Regel", RULE_KEY, _counted(within, "rule"), choice.rule),
        with_fields([field]),
        html.Button("Søg", id="rejected-show", type="button", className="button"),
        *([link("Nulstil", clear, "clear-filters")] if is_set else []),
    ]
    return html.Div(inside, id="rejected-controls", className="controls")


def _counted(kinds: Sequence[dict[str, Any]], column: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for kind in kinds:
        counts[kind[column]] = counts.get(kind[column], 0) + kind["found"]
    return counts


def _menu(view: View, name: str, label: str, key: str, counts: Mapping[str, int], chosen: str) -> Component:
    named = extract_name if key == EXTRACT_KEY else rule_name

    def to(value: str | None) -> str:
        return view.href(**{key: value, PAGE_KEY: None})

    choices = [
        MenuChoice(f"{named(value)} ({number(count)})", to(value), value == chosen)
        for value, count in sorted(counts.items(), key=lambda item: named(item[0]))
    ]
    menu: Menu = (("", [MenuChoice("Alle", to(None), not chosen)]), ("", choices))
    return pill(name, label, named(chosen) if chosen else "Alle", menu, is_set=bool(chosen))


def row_texts(row: dict[str, Any]) -> tuple[str, ...]:
    line = "" if row["line"] is None else str(row["line"])
    return (row["file"] or "", line, row["column_name"] or "", rule_name(row["rule"]), row["message"])


def rejected_table(rows: Sequence[dict[str, Any]], caption: str) -> Component:
    head = [html.Th(name, scope="col", className="n" if name == "Linje" else "") for name in HEADINGS]
    body = []
    for row in rows:
        file, line, *rest = row_texts(row)
        cells = [html.Td(line, className="n"), *(html.Td(text) for text in rest)]
        body.append(html.Tr([html.Th(file, scope="row"), *cells]))
    grid = html.Table(
        [html.Caption(caption, className="hidden-text"), html.Thead(html.Tr(head)), html.Tbody(body)],
        className="figures rejected",
    )
    return scrolling(grid, caption)


def paging(view: View, page: int, found: int) -> Component:
    """Which of the rows are shown, and the pages before and after."""
    first, last = (page - 1) * ON_A_PAGE + 1, min(page * ON_A_PAGE, found)
    links = [
        link(text, view.href(**{PAGE_KEY: None if to == 1 else str(to)}))
        for text, to in (("Forrige", page - 1), ("Næste", page + 1))
        if 1 <= to <= pages_of(found)
    ]
    shown = f"Viser {number(first)}–{number(last)} af {number(found)}"
    return html.Nav(
        [html.Span(shown), *links], className="paging", **also(aria_label="Sider med afviste rækker")
    )


def rejected_file(view: View, choice: Choice) -> PlainTable:
    """Every row of the choice, however many pages they fill."""
    reader = view.options.reader
    rows = rejected_rows(reader, choice) if reader else []
    told = [("Opgjort pr.", date_text(view.options.as_of))]
    told += [("Leverance", reader.version.delivery)] if reader else []
    chosen = (
        ("Udtræk", choice.extract and extract_name(choice.extract)),
        ("Regel", choice.rule and rule_name(choice.rule)),
        ("Søgning", choice.text),
    )
    told += [(name, value) for name, value in chosen if value]
    return PlainTable("Afviste rækker", MEANING, told, HEADINGS, [_typed(row) for row in rows])


def _typed(row: dict[str, Any]) -> tuple[Any, ...]:
    """As on the screen, its line as a number."""
    file, _, *rest = row_texts(row)
    return (file, row["line"], *rest)
