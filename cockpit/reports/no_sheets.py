"""A set without sheets cannot be handed out."""

from cockpit.sheets.model import FilledSet
from cockpit.wording import PlainError, safe_quote


def refuse_no_sheets(filled: FilledSet) -> None:
    if not filled.sheets:
        raise PlainError(f"Sættet {safe_quote(filled.name)} har ingen plancher. Tilføj en under Temamøde.")
