"""Key figures: one SQL file each, read, checked, composed, run and cached here."""

from cockpit.keyfigures.answering import NotDeliveredError, Result, check_delivered
from cockpit.keyfigures.changes import Change, SinceLast, changes_between, since_last
from cockpit.keyfigures.choices import (
    AccountName,
    account_names,
    caseworker_names,
    choices_in,
    compared_years,
    deadline_names,
    municipality_names,
    provider_names,
    provider_owners,
    sections_in,
)
from cockpit.keyfigures.definitions import Definition, catalogue
from cockpit.keyfigures.ledger import (
    account_of_section,
    booked_months,
    reported_accounts,
    sections_of_account,
)
from cockpit.keyfigures.parameters import Parameter
from cockpit.keyfigures.refund_thresholds import is_verified
from cockpit.keyfigures.running import defined, may_run, run
from cockpit.keyfigures.teams import areas_of_teams
from cockpit.keyfigures.within import NotAllowedError

__all__ = [
    "AccountName",
    "Change",
    "Definition",
    "NotAllowedError",
    "NotDeliveredError",
    "Parameter",
    "Result",
    "SinceLast",
    "account_names",
    "account_of_section",
    "areas_of_teams",
    "booked_months",
    "caseworker_names",
    "catalogue",
    "changes_between",
    "check_delivered",
    "choices_in",
    "compared_years",
    "deadline_names",
    "defined",
    "is_verified",
    "may_run",
    "municipality_names",
    "provider_names",
    "provider_owners",
    "reported_accounts",
    "run",
    "sections_in",
    "sections_of_account",
    "since_last",
]
