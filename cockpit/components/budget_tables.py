"""The tables of Budget: an account in each row, in t.kr., words and a shape where something is off."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.budget import BASIS, LISTED, NAME, NO_NAME, TO_CONFIRM, TOTAL, UNKNOWN
from cockpit.components.markup import also
from cockpit.components.thin_bar import row_name, scrolling
from cockpit.components.tile import mark, status
from cockpit.findings.budget import budget_status, is_apart
from cockpit.wording import kroner, number, percent, signed

THOUSAND = 1e3
Row = dict[str, Any]
Heads = Sequence[tuple[str, str]]
# From an account to what its services cost; an account without sections has no level below.
Hrefs = Mapping[str, str]
T_KR = "t.kr."


def budget_table(rows: Sequence[Row], gone: float, caption: str, hrefs: Hrefs) -> Component:
    """`gone` is the share of the year that has passed: a line across every bar."""
    heads = (
        *(("Oprindeligt budget", T_KR), ("Korrigeret budget", T_KR), ("Forbrug", T_KR)),
        ("Brugt af budgettet", f"streg: {percent(gone, 0)} af året"),
        *(("Forventet", T_KR), ("Afvigelse", T_KR), ("Vurdering", "")),
    )
    lines = [
        html.Tr(
            [_account(row, hrefs, *_on_a_phone(row, gone)), *_budget_cells(row, gone)],
            className="total" if row[NAME] == TOTAL else "",
        )
        for row in rows
    ]
    return _grid(heads, lines, caption, "accounts")


def _budget_cells(row: Row, gone: float) -> list[Component]:
    judged = budget_status(row, gone) if row[NAME] != TOTAL else None
    return [
        *(_amount(row[column]) for column in ("original_budget", "revised_budget", "actual")),
        html.Td(
            [_used(row["share_used"], gone), html.Span(percent(row["share_used"], 0))], className="used-cell"
        ),
        _amount(row["forecast"]),
        _amount(row["variance"], change=True),
        html.Td(status(judged) if judged else "", className="judged"),
    ]


def _on_a_phone(row: Row, gone: float) -> list[Component]:
    """Beside the name what is not as it should be: its own column is out of sight on a phone."""
    judged = budget_status(row, gone) if row[NAME] != TOTAL else None
    if not judged or judged.level == "ok":
        return []
    # Written by the style sheet, so that a table that is copied says it once.
    words = html.Span(mark(judged.level), className=f"status {judged.level}", **also(data_words=judged.words))
    return [html.Span(words, className="phone-judged")]


def _used(share: float | None, gone: float) -> Component | None:
    """A bar of the whole budget's length at most; what is used beyond it stands in the number."""
    if share is None:
        return None
    width = f"{min(max(share, 0), 1) * 100:.1f}%"
    here = html.Span(className="year-gone", style={"left": f"{gone * 100:.1f}%"})
    bar = html.Span(className="thin-bar", style={"width": width})
    return html.Span([bar, here], className="used-bar", **also(aria_hidden="true"))


def activity_table(rows: Sequence[Row], caption: str, hrefs: Hrefs) -> Component:
    heads = (("Forventet", T_KR), ("Disponeret", T_KR), ("Forskel", T_KR))
    lines = [
        html.Tr(
            [
                _account(row, hrefs),
                _amount(row["forecast"]),
                _amount(row["committed_cost"]),
                _amount(row["difference"], change=True),
            ]
        )
        for row in rows
    ]
    return _grid(heads, lines, caption, "accounts")


def reconciliation_table(rows: Sequence[Row], caption: str, hrefs: Hrefs) -> Component:
    heads = (("Indsatser", T_KR), ("Bogført", T_KR), ("Forskel", T_KR), ("Andel", "af bogført"))
    lines = [
        html.Tr(
            [
                _account(row, hrefs),
                _amount(row["cost_from_services"]),
                _amount(row["ledger_actual"]),
                _amount(row["difference"], change=True),
                html.Td([*_apart(row), percent(row["share"])], className="n"),
            ]
        )
        for row in rows
    ]
    return _grid(heads, lines, caption, "accounts")


def _apart(row: Row) -> list[Component]:
    if not is_apart(row):
        return []
    return [mark("watch"), html.Span("Mere end 5 pct. fra hinanden: ", className="hidden-text")]


def refund_table(rows: Sequence[Row], caption: str) -> Component:
    heads = (("Borgere", "over grænsen"), ("Refusion", ""))
    lines = [
        html.Tr(
            [
                html.Th(row[BASIS], scope="row"),
                html.Td(number(row["citizens"]), className="n"),
                html.Td(kroner(row["refund"]), className="n"),
            ]
        )
        for row in rows
    ]
    return _grid(heads, lines, caption, "accounts", first=BASIS)


def _account(row: Row, hrefs: Hrefs, *more: Component) -> Component:
    """The name, and below it the number; what the list does not hold for certain is told there."""
    doubt = f" · {row[LISTED]}" if row[LISTED] in (TO_CONFIRM, UNKNOWN) else ""
    account = "" if row[NAME] in (NO_NAME, TOTAL) else str(row["account"]).replace("+", " + ")
    under: list[Component | str] = (
        [" ", html.Span(f"{account}{doubt}", className="sentence")] if account else []
    )
    return row_name(row[NAME], hrefs.get(row["account"]), *under, *more)


def _amount(value: float | None, *, change: bool = False) -> Component:
    thousands = None if value is None else value / THOUSAND
    return html.Td(signed(thousands) if change else number(thousands), className="n")


def _grid(
    heads: Heads, lines: Sequence[Component], caption: str, kind: str, first: str = "Konto"
) -> Component:
    cells = [html.Th(first, scope="col")]
    for name, unit in heads:
        under = [html.Span(unit, className="under-head")] if unit else []
        cells.append(html.Th([name, *under], scope="col", className="n" if name != "Vurdering" else ""))
    grid = html.Table(
        [html.Caption(caption, className="hidden-text"), html.Thead(html.Tr(cells)), html.Tbody(lines)],
        className=f"figures {kind}",
    )
    return scrolling(grid, caption)
