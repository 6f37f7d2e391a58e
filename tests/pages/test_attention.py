"""Kræver opmærksomhed: each rule on made answers, when it speaks and when it keeps still."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

import pytest

from cockpit.components import attention, matters_ahead, matters_now
from cockpit.components.attention import attention_list, matters
from cockpit.components.matter import Matter
from cockpit.components.view import View, view_of
from cockpit.findings.budget import budget_status
from cockpit.keyfigures import run
from cockpit.pages import is_page
from cockpit.warehouse import Warehouse
from cockpit.wording import PlainError

Rows = list[dict[str, Any]]
Look = Callable[[View], list[Matter]]


@dataclass
class Made:
    """An answer of rows written here."""

    rows: Rows
    given: dict[str, str] = field(default_factory=dict)


@pytest.fixture
def view(demo: Warehouse) -> View:
    return view_of("/", "?ejer=own", None)


def said(view: View, look: Look, rows: Rows, monkeypatch: pytest.MonkeyPatch) -> list[Matter]:
    for module in (matters_now, matters_ahead):
        monkeypatch.setattr(module, "ask", lambda *_, **__: Made(rows))
    monkeypatch.setattr(View, "figure_page", lambda *_: "/noegletal/cost")
    return look(view)


def risk(kind: str, overdue: int, due: int) -> dict[str, Any]:
    return {"kind": kind, "team": "A", "overdue": overdue, "due_within": due}


def account(variance: float | None, budget: float | None = 100e6) -> dict[str, Any]:
    return {"account": "5.38.52", "variance": variance, "revised_budget": budget}


SPEAKS: list[tuple[Look, Rows, str, str]] = [
    (
        matters_now.overdue,
        [risk("x", 2, 9), risk("x", 1, 0)],
        "breach",
        "3 frister er overskredet og ikke afsluttet",
    ),
    (matters_now.overdue, [risk("x", 1, 0)], "breach", "1 frist er overskredet og ikke afsluttet"),
    (matters_ahead.soon_due, [risk("x", 2, 9)], "watch", "9 frister udløber inden for 30 dage"),
    (matters_ahead.budget, [account(3e6)], "breach", "1 konto er på vej 3,00 mio. kr. over budgettet"),
    (
        matters_ahead.budget,
        [account(5e6), account(1.1e6), account(1e6)],
        "breach",
        "2 konti er på vej 6,10 mio. kr. over budgettet",
    ),
    (matters_ahead.budget, [account(5e3, 0)], "breach", "1 konto er på vej 5.000 kr. over budgettet"),
    (
        matters_ahead.expiring,
        [{"section": "SEL 107", "citizens": 2, "annual_cost": None}],
        "watch",
        "2 bevillinger udløber inden for 90 dage",
    ),
    (
        matters_ahead.turning_18,
        [{"citizens": 1, "annual_cost": 5e5}],
        "watch",
        "1 ung fylder 18 inden for 12 måneder",
    ),
    (matters_now.without_rate, [{"services_without_rate": 1}], "watch", "1 indsats i 2026 mangler takst"),
    (
        matters_now.rejected,
        [{"extract": "rates", "rows_rejected": 4}],
        "watch",
        "4 rækker afvist i seneste udtræk",
    ),
]
STILL: list[tuple[Look, Rows]] = [
    (matters_now.overdue, [risk("x", 0, 9)]),
    (matters_ahead.soon_due, [risk("x", 3, 0)]),
    (matters_ahead.soon_due, []),
    (matters_ahead.budget, [account(1e6), account(-5e6), account(None), account(0)]),
    (matters_ahead.expiring, []),
    (matters_ahead.turning_18, [{"citizens": 0, "annual_cost": 0}]),
    (matters_now.teams, [{"status": "within"}, {"status": "no_guideline"}]),
    (matters_now.teams_without_staff, [{"status": "over"}]),
    (matters_now.without_rate, [{"services_without_rate": 0}]),
    (matters_now.rejected, [{"extract": "rates", "rows_rejected": 0}]),
]


@pytest.mark.parametrize(("look", "rows", "level", "sentence"), SPEAKS)
def test_it_speaks(
    view: View, look: Look, rows: Rows, level: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = said(view, look, rows, monkeypatch)
    assert [(matter.level, matter.sentence) for matter in found] == [(level, sentence)]


@pytest.mark.parametrize(("look", "rows"), STILL)
def test_it_keeps_still(view: View, look: Look, rows: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(view, look, rows, monkeypatch) == []


@pytest.mark.parametrize("variance", [-1e6, 0, 0.5e6, 1e6, 1.1e6, 3e6, 6e6])
def test_an_account_is_judged_as_on_budget(
    view: View, variance: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = account(variance) | {"share_used": 0.5}
    judged = budget_status(row, 0.5)
    pressing = [judged.level] if judged and judged.level == "breach" else []
    assert [one.level for one in said(view, matters_ahead.budget, [row], monkeypatch)] == pressing


def test_many_teams_are_a_number(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"status": "over", "guideline_high": 65, "citizens": 500, "fte": 7}
    rows = [row | {"by_value": f"Team {place}", "citizens_per_fte": 66 + place} for place in range(5)]
    found = said(view, matters_now.teams, rows, monkeypatch)
    assert [matter.sentence.split(":")[0] for matter in found] == [
        "Team 4", "Team 3", "Team 2", "2 andre teams over det vejledende",
    ]  # fmt: skip


def test_the_demos_matters_are_sorted_and_lead_to_pages(demo: Warehouse) -> None:
    found = matters(view_of("/", "?ejer=own", None))
    levels = [matter.level for matter in found]
    assert levels == sorted(levels)
    assert all(is_page(matter.href.partition("?")[0]) for matter in found)
    assert all("ejer=own" in matter.href for matter in found)
    risks = run("deadline_risk", {"days": "30"}, warehouse=demo).rows
    assert found[0].sentence.startswith(f"{sum(row['overdue'] for row in risks)} frister")


def test_an_earlier_period_changes_nothing(demo: Warehouse) -> None:
    now = matters(view_of("/", "?omraade=voksne", None))
    assert {"Sagstal", "Budget", "Frister"} <= {matter.place for matter in now}
    assert matters(view_of("/", "?omraade=voksne&fra=2023-01&til=2023-12", None)) == now
    assert not any("fra=" in matter.href for matter in now)


def test_an_extract_never_delivered_leaves_its_line_out(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: View) -> list[Matter]:
        raise PlainError("kræver udtrækket deadlines")

    monkeypatch.setattr(attention, "LOOKS", (refuse, matters_now.rejected))
    assert [matter.place for matter in matters(view)] == ["Data"]


@pytest.mark.parametrize(("count", "lines"), [(1, 1), (8, 8), (9, 8), (12, 8)])
def test_at_most_eight_lines(count: int, lines: int) -> None:
    found = [Matter("watch", f"Nr. {place}", "", f"Side {place}", "/data") for place in range(count)]
    items = attention_list(found).children
    assert len(items) == lines
    assert (f"{count - 7} andre forhold" in str(items[-1])) == (count > 8)


def test_teams_are_those_of_the_areas_chosen(demo: Warehouse) -> None:
    """Else their link would lead to a page that knows of no such team."""
    every, children = (
        {matter.href for matter in matters(view_of("/", search, None)) if "team=" in matter.href}
        for search in ("?omraade=voksne", "?omraade=børn og unge")
    )
    assert "/sagstal?omraade=voksne&team=Voksen B" in {unquote(href).replace("+", " ") for href in every}
    assert not any("Voksen" in href for href in children)
