"""What Budget says in words: fixed rules, with the cases on both sides of each limit."""

from typing import Any

import pytest

from cockpit.findings.budget import (
    AHEAD,
    OVER,
    SLIGHTLY,
    UNTOLD,
    WITHIN,
    activity_title,
    budget_status,
    budget_title,
    is_apart,
    reconciliation_title,
)


def account(variance: float | None, budget: float | None = 1000, used: float | None = 0.5) -> dict[str, Any]:
    return {
        "account": "5.38.50", "Kontonavn": "Botilbud", "revised_budget": budget,
        "variance": variance, "share_used": used,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (account(-200), WITHIN),
        (account(0), WITHIN),
        (account(10), SLIGHTLY),
        (account(10.01), OVER),
        (account(1, budget=0), OVER),
        (account(None, used=0.76), AHEAD),
        (account(None, used=0.75), UNTOLD),
    ],
)
def test_an_account_is_judged_by_its_forecast(row: dict[str, Any], words: str) -> None:
    judged = budget_status(row, 0.75)
    assert judged is not None
    assert judged.words == words
    assert judged.level == {OVER: "breach", SLIGHTLY: "watch", AHEAD: "watch"}.get(words, "ok")


def test_an_account_without_budget_and_forecast_is_not_judged() -> None:
    assert budget_status(account(None, budget=None, used=None), 0.5) is None


@pytest.mark.parametrize(
    ("variances", "title"),
    [
        ((-5, 0), "Ingen konto forventes over budgettet"),
        ((-5, 11), "Botilbud forventes over budgettet"),
        ((20, 11), "2 konti forventes over budgettet"),
        ((-5, 3), "Budgettet konto for konto"),
        ((-5, None), "Budgettet konto for konto"),
        ((), "Budgettet konto for konto"),
    ],
)
def test_budget_title(variances: tuple[float | None, ...], title: str) -> None:
    assert budget_title([account(variance) for variance in variances]) == title


@pytest.mark.parametrize(
    ("differences", "title"),
    [
        ((-50, 900), "Forventet og disponeret"),
        ((-51, None), "På Botilbud er der disponeret mere end forventet"),
        ((-51, -60), "På 2 konti er der disponeret mere end forventet"),
        ((None,), "Forventet og disponeret"),
    ],
)
def test_activity_title(differences: tuple[float | None, ...], title: str) -> None:
    rows = [{"Kontonavn": "Botilbud", "forecast": 1000, "difference": one} for one in differences]
    assert activity_title(rows) == title


@pytest.mark.parametrize(
    ("shares", "title"),
    [
        ((1.0, 0.95, 1.05), "Indsatser og bogføring passer sammen"),
        ((1.0, 0.95, None), "Indsatser og bogføring"),  # one is not compared
        ((1.0, 0.94), "Indsatser og bogføring er over 5 pct. fra hinanden på 1 konto"),
        ((1.06, 0.94), "Indsatser og bogføring er over 5 pct. fra hinanden på 2 konti"),
        ((None,), "Indsatser og bogføring"),
    ],
)
def test_reconciliation_title(shares: tuple[float | None, ...], title: str) -> None:
    assert reconciliation_title([{"share": share} for share in shares]) == title


def test_an_account_that_only_one_side_knows_is_not_apart() -> None:
    assert not is_apart({"share": None})
