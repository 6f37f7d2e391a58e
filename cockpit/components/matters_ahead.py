"""What is on its way: accounts heading over budget, deadlines and grants that run out, young people."""

from collections.abc import Mapping

from cockpit.components.answers import ask
from cockpit.components.matter import Matter, at, largest, noun
from cockpit.components.matters_now import DAYS, DEADLINES, by_kind, list_behind
from cockpit.components.view import View
from cockpit.findings.budget import is_over
from cockpit.keyfigures import AccountName
from cockpit.wording import kroner, number, percent

DAYS_OF_GRANTS, MONTHS = "90", "12"
COMING, BUDGET = "/paa-vej", "/budget"


def budget(view: View) -> list[Matter]:
    """Accounts whose forecast is clearly over the revised budget, judged as on Budget."""
    answer = ask("budget", view.filters)
    over = [row for row in answer.rows if is_over(row)]
    if not over:
        return []
    names = view.options.account_names()
    amount = kroner(sum(row["variance"] for row in over))
    sentence = f"{number(len(over))} {noun(len(over), 'konto', 'konti')} er på vej {amount} over budgettet"
    # The budget's page tells which names are still to be verified.
    named = [(_account(row["account"], names), row["variance"]) for row in over]
    behind = largest(named, [f"{name} +{kroner(variance)}" for name, variance in named])
    if len(over) == 1 and over[0]["revised_budget"]:
        behind = f"{named[0][0]} +{percent(over[0]['variance'] / over[0]['revised_budget'])}"
    return [Matter("breach", sentence, behind, "Budget", at(view, BUDGET))]


def _account(account: str, names: Mapping[str, AccountName]) -> str:
    known = names.get(account)
    return f"{account} {known.name}" if known and known.name else account


def soon_due(view: View) -> list[Matter]:
    """Open deadlines that can still be kept."""
    answer = ask("deadline_risk", view.filters, days=DAYS)
    count, behind = by_kind(answer, "due_within", view)
    if not count:
        return []
    sentence = f"{number(count)} {noun(count, 'frist', 'frister')} udløber inden for {DAYS} dage"
    return [Matter("watch", sentence, behind, "Frister", at(view, DEADLINES, dage=DAYS, **list_behind()))]


def expiring(view: View) -> list[Matter]:
    """Grants that end without another: a citizen counts once for each section."""
    answer = ask("expiring", view.filters, days=DAYS_OF_GRANTS)
    count = sum(row["citizens"] for row in answer.rows)
    if not count:
        return []
    cost = kroner(sum(row["annual_cost"] or 0 for row in answer.rows))
    sentence = (
        f"{number(count)} {noun(count, 'bevilling', 'bevillinger')} udløber inden for {DAYS_OF_GRANTS} dage"
    )
    behind = f"{cost} om året uden afløser"
    return [Matter("watch", sentence, behind, "På vej", at(view, COMING, dage=DAYS_OF_GRANTS))]


def turning_18(view: View) -> list[Matter]:
    answer = ask("turning_18", view.filters, months=MONTHS)
    count = sum(row["citizens"] for row in answer.rows)
    if not count:
        return []
    cost = kroner(sum(row["annual_cost"] or 0 for row in answer.rows))
    sentence = f"{number(count)} {noun(count, 'ung', 'unge')} fylder 18 inden for {MONTHS} måneder"
    return [Matter("watch", sentence, f"{cost} om året i dag", "På vej", at(view, COMING))]
