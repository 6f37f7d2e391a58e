"""Accounts laid out for Budget: named, judged, and beside what has been granted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cockpit.components.account_names import BETWEEN_ACCOUNTS, NO_ACCOUNT
from cockpit.components.answers import Answer, answer
from cockpit.components.options import Options
from cockpit.findings.budget import budget_status
from cockpit.keyfigures import AccountName, account_of_section, reported_accounts
from cockpit.wording import listed

NAME, LISTED, JUDGED, BASIS = "Kontonavn", "Kontolisten", "Vurdering", "Opgjort"
NO_NAME = "Ingen konto på listen"
TOTAL = "I alt"
AMOUNTS = ("original_budget", "revised_budget", "actual", "forecast", "variance")
CONFIRMED, TO_CONFIRM, UNKNOWN = "bekræftet", "skal bekræftes", "står ikke i kontolisten"
BASES = {"to_date": "Til dato", "committed": "Disponeret, hele året"}
WHOLE = {"to_date": "Hele året"}


def with_accounts(found: Answer, options: Options) -> Answer:
    """budget with what each account is called, whether that is certain, and a judgement."""
    names = options.account_names()
    rows = [
        _named(row, names)
        | {JUDGED: judged.words if (judged := budget_status(row, share_gone(found))) else ""}
        for row in found.rows
    ]
    return replace(found, rows=[*rows, *_together(rows)])


def _together(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """All accounts as one row; no judgement, for one account over its budget may hide behind the others."""
    if len(rows) < len(("one", "another")):
        return []
    sums = _added((name, row[name]) for row in rows for name in AMOUNTS)
    actual, revised = sums["actual"], sums["revised_budget"]
    share = round(actual / revised, 6) if actual is not None and revised else None
    return [{"account": TOTAL, NAME: TOTAL, LISTED: "", JUDGED: "", "share_used": share, **sums}]


def share_gone(found: Answer) -> float:
    """How much of the year has gone by the end of the month asked for."""
    return int(found.parameters["month"] or 12) / 12


def with_names(found: Answer, options: Options) -> Answer:
    """reconciliation with the accounts' names; what has no account comes last, as it does in the figure."""
    names = options.account_names()
    columns = (*("account", "cost_from_services", "ledger_actual", "difference", "share", "species"),)
    return replace(found, columns=columns, rows=[_named(row, names) for row in found.rows])


def with_activity(found: Answer, options: Options) -> Answer:
    """budget's forecast beside the year's granted cost of the sections that are booked on the account.

    Accounts that share a section stand together, for nothing tells their services apart.
    """
    reader = options.reader
    together, of_section = (reported_accounts(reader), account_of_section(reader)) if reader else ({}, {})
    year = found.parameters["year"] or ""
    granted = answer("cost", {"from_year": year, "to_year": year, "basis": "committed", "by": "section"})
    expected = _added((together.get(row["account"], row["account"]), row["forecast"]) for row in found.rows)
    costs = _added((of_section.get(row["by_value"], NO_ACCOUNT), row["total_cost"]) for row in granted.rows)
    names = options.account_names()
    accounts = sorted({*expected, *costs}, key=lambda account: (account == NO_ACCOUNT, account))
    rows = [
        _named({"account": one, "forecast": expected.get(one), "committed_cost": costs.get(one)}, names)
        for one in accounts
    ]
    for row in rows:
        row["difference"] = _less(row["forecast"], row["committed_cost"])
    columns = ("account", "forecast", "committed_cost", "difference")
    return replace(found, columns=columns, rows=rows)


def _added(amounts: Iterable[tuple[str, Any]]) -> dict[str, float | None]:
    """Sums by account; one amount that is not known leaves the sum unknown."""
    sums: dict[str, float | None] = {}
    for account, amount in amounts:
        before = sums.get(account, 0.0)
        sums[account] = None if before is None or amount is None else round(before + float(amount), 2)
    return sums


def _less(whole: float | None, part: float | None) -> float | None:
    return None if whole is None or part is None else round(whole - part, 2)


def with_both_bases(found: Answer, _options: Options) -> Answer:
    """state_refund to date and for all that has been granted; of a year that is over the two are one."""
    rows = []
    over = date(int(found.parameters["year"] or 0), 12, 31) <= found.as_of
    for basis, words in WHOLE.items() if over else BASES.items():
        one = answer(found.definition.id, {**found.given, "basis": basis})
        rows += [{BASIS: words, **row} for row in one.rows]
    return replace(found, columns=(BASIS, "citizens", "refund", "thresholds_from"), rows=rows)


def _named(row: dict[str, Any], names: Mapping[str, AccountName]) -> dict[str, Any]:
    """The row with the name of its account, or of the accounts that it joins."""
    if row["account"] == NO_ACCOUNT:
        return row | {NAME: NO_NAME, LISTED: ""}
    known = [names.get(account) for account in row["account"].split(BETWEEN_ACCOUNTS)]
    said = [one.name for one in known if one and one.name]
    certain = all(one and one.verified for one in known)
    status = CONFIRMED if certain else TO_CONFIRM if all(known) else UNKNOWN
    return row | {NAME: listed(said) or row["account"], LISTED: status}
