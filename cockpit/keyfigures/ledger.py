"""What the ledger and the list of accounts hold: months with actuals, and which accounts stand together."""

from typing import Any

from cockpit.warehouse import Reader

BOOKED = """
select distinct ledger.year, extract(month from ledger.month_start) as month_number
from ledger
where ledger.kind = 'actual' and ledger.month_start is not null
order by 1, 2
"""
TOGETHER = "select distinct account, section_key, reported_as from reference_account order by 1, 2 nulls last"


def booked_months(reader: Reader) -> dict[int, list[int]]:
    """Each year with actuals, ascending, and the months that have them; empty without a ledger."""
    return reader.remembered("booked_months", lambda: _booked_months(reader))


def _booked_months(reader: Reader) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for row in reader.rows(BOOKED):
        found.setdefault(int(row["year"]), []).append(int(row["month_number"]))
    return found


def reported_accounts(reader: Reader) -> dict[str, str]:
    """account → the accounts it is reported with, joined by +; itself where it stands alone."""
    return {row["account"]: row["reported_as"] for row in _together(reader)}


def account_of_section(reader: Reader) -> dict[str, str]:
    """section → the account or accounts that its services are booked on."""
    return {row["section_key"]: row["reported_as"] for row in _together(reader) if row["section_key"]}


def sections_of_account(reader: Reader) -> dict[str, list[str]]:
    """account → the sections whose services are booked on it; reported accounts by their joined name too."""
    found: dict[str, list[str]] = {}
    for row in _together(reader):
        for account in {row["account"], row["reported_as"]}:
            sections = found.setdefault(account, [])
            if row["section_key"] and row["section_key"] not in sections:
                sections.append(row["section_key"])
    return found


def _together(reader: Reader) -> list[dict[str, Any]]:
    return reader.remembered("accounts_together", lambda: reader.rows(TOGETHER))
