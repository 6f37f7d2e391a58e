"""The list of accounts: what each is called, and which services are booked on it."""

import duckdb

from cockpit.intake.reference_rows import Row, fill_table, listed_rows
from cockpit.settings import Settings
from cockpit.wording import PlainError

# One row for each account and section of it; an account without sections has one row.
TABLE = """create or replace temp table reference_account (
    account varchar, name_da varchar, section_key varchar, reported_as varchar, source varchar)"""
BETWEEN_SECTIONS = "|"
BETWEEN_ACCOUNTS = "+"


def fill_account_list(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Make temp table reference_account; PlainError where the list cannot be read."""
    connection.execute(TABLE)
    listed = [_account(row) for row in listed_rows("accounts.csv", ("account",), settings.reference_dir)]
    together = _reported_as({account: sections for account, _, sections, _ in listed})
    rows: list[tuple[object, ...]] = []
    for account, name, sections, source in listed:
        booked: list[str | None] = [*sections] or [None]
        rows += [(account, name, section, together[account], source) for section in booked]
    fill_table(connection, "reference_account", rows)


def _account(row: Row) -> tuple[str, str | None, list[str], str | None]:
    try:
        account, name, sections = (row[column].strip() for column in ("account", "name_da", "sections"))
    except (KeyError, AttributeError):
        account = ""
    if not account:
        raise PlainError(
            "Listen accounts.csv har en række, der ikke kan læses. Brug samme overskrifter som "
            "data/reference/accounts.csv."
        )
    keys = [_section_key(text) for text in sections.split(BETWEEN_SECTIONS) if text.strip()]
    return account, name or None, keys, (row.get("source") or "").strip() or None


def _section_key(text: str) -> str:
    """As in the list of sections: the law in capitals, the section in lower case."""
    law, _, section = text.strip().partition(" ")
    if not section.strip():
        raise PlainError(
            "Listen accounts.csv har en paragraf uden lov. Skriv fx SEL 107, og skil flere ad med |."
        )
    return f"{law.upper()} {section.strip().lower()}"


def _reported_as(sections: dict[str, list[str]]) -> dict[str, str]:
    """Each account with those it cannot be told from: they share a section, directly or through others."""
    groups: list[tuple[set[str], set[str]]] = []
    for account, keys in sections.items():
        accounts, shared = {account}, set(keys)
        apart = []
        for other_accounts, other_shared in groups:
            if shared & other_shared:
                accounts |= other_accounts
                shared |= other_shared
            else:
                apart.append((other_accounts, other_shared))
        groups = [*apart, (accounts, shared)]
    return {account: BETWEEN_ACCOUNTS.join(sorted(group)) for group, _ in groups for account in group}
