"""An account as people read it: its number, what it is called, and whether that is certain."""

from collections.abc import Mapping

from cockpit.keyfigures import AccountName

NO_ACCOUNT = "uoplyst"
BETWEEN_ACCOUNTS = "+"


def account_text(account: str, names: Mapping[str, AccountName]) -> str:
    """Accounts that are reported together have all their numbers and names."""
    if account == NO_ACCOUNT:
        return "Ingen konto på listen"
    numbers = account.split(BETWEEN_ACCOUNTS)
    listed = [names[number] for number in numbers if number in names]
    called = ", ".join(one.name for one in listed if one.name)
    # The list that comes with the project is marked where nobody has verified it; the mark goes along.
    doubt = "" if all(one.verified for one in listed) else " (skal bekræftes)"
    return f"{' + '.join(numbers)} {called}".strip() + doubt
