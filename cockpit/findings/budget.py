"""What Budget says of accounts: each judged by the same limits, and the titles drawn from them."""

from collections.abc import Sequence

from cockpit.findings.judging import Status
from cockpit.findings.rows import Row
from cockpit.wording import number

# A forecast this much over the budget is told as over it; less than that is told as slightly over.
NOTABLE_OVER = 0.01
# Activity and ledger are never the same to the krone; this much apart is told.
APART = 0.05
WITHIN, SLIGHTLY, OVER = "Inden for budgettet", "Lidt over budgettet", "Over budgettet"
AHEAD, UNTOLD = "Bruger hurtigere end året går", "Intet forventet"


def budget_status(row: Row, gone: float) -> Status | None:
    """By the forecast; without one by whether more is used than of the year has `gone`."""
    variance, used = row["variance"], row["share_used"]
    if variance is None:
        if used is None:
            return None
        return Status("watch", AHEAD) if used > gone else Status("ok", UNTOLD)
    if variance <= 0:
        return Status("ok", WITHIN)
    return Status("breach", OVER) if is_over(row) else Status("watch", SLIGHTLY)


def is_over(row: Row) -> bool:
    """The forecast is clearly over the budget; on every page the same breach."""
    return (row["variance"] or 0) > NOTABLE_OVER * (row["revised_budget"] or 0)


def budget_title(rows: Sequence[Row], plain: str = "Budgettet konto for konto") -> str:
    """How many accounts are expected clearly over; that none is, only where every account has a forecast."""
    over = [row for row in rows if is_over(row)]
    if len(over) == 1:
        return f"{_name(over[0])} forventes over budgettet"
    if over:
        return f"{number(len(over))} konti forventes over budgettet"
    if rows and all(row["variance"] is not None and row["variance"] <= 0 for row in rows):
        return "Ingen konto forventes over budgettet"
    return plain


def _name(row: Row) -> str:
    return str(row.get("Kontonavn") or row["account"])


def activity_title(rows: Sequence[Row], plain: str = "Forventet og disponeret") -> str:
    """Accounts on which clearly more has been granted than is expected to be spent."""
    known = [row for row in rows if row["difference"] is not None]
    more = [row for row in known if row["difference"] < -APART * (row["forecast"] or 0)]
    if len(more) == 1:
        return f"På {_name(more[0])} er der disponeret mere end forventet"
    if more:
        return f"På {number(len(more))} konti er der disponeret mere end forventet"
    return plain


def is_apart(row: Row) -> bool:
    """Services and ledger tell clearly different amounts of an account that both know."""
    return row["share"] is not None and round(abs(row["share"] - 1), 6) > APART


def reconciliation_title(rows: Sequence[Row], plain: str = "Indsatser og bogføring") -> str:
    compared = [row for row in rows if row["share"] is not None]
    apart = [row for row in compared if is_apart(row)]
    if not apart:
        # What stands on one side only is not compared, and not in order either.
        all_of_it = compared and len(compared) == len(rows)
        return "Indsatser og bogføring passer sammen" if all_of_it else plain
    count = "1 konto" if len(apart) == 1 else f"{number(len(apart))} konti"
    return f"Indsatser og bogføring er over 5 pct. fra hinanden på {count}"
