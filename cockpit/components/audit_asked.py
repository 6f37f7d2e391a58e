"""What the log's address asks for: days, user, what was seen and how it was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cockpit.access.audit_search import Kind, Sought
from cockpit.components.audit_kinds import ANSWERS, KINDS, kind_of_path
from cockpit.periods import ONE_DAY
from cockpit.wording import date_text, safe_quote

FIRST_KEY, LAST_KEY, USER_KEY, KIND_KEY, ANSWER_KEY = "fra_dag", "til_dag", "bruger", "hvad", "svar"
OWN_KEYS = (FIRST_KEY, LAST_KEY, USER_KEY, KIND_KEY, ANSWER_KEY)
USUAL_DAYS = 7
LONGEST_USER = 100
Query = Mapping[str, str]
Names = Mapping[str, str]


@dataclass(frozen=True)
class Asked:
    """What the address asks for, with a notice for each value that could not be used."""

    query: Query
    sought: Sought
    notices: tuple[str, ...]


def asked_of(query: Query, names: Names, today: date) -> Asked:
    """The latest days where the address names none; `names` are the pages' by their paths."""
    notices: list[str] = []
    last = _day(query.get(LAST_KEY), today, notices)
    first = _day(query.get(FIRST_KEY), last - (USUAL_DAYS - 1) * ONE_DAY, notices)
    kinds = [
        _kind(query.get(key), offered, notices)
        for key, offered in ((KIND_KEY, all_kinds(names)), (ANSWER_KEY, ANSWERS))
    ]
    user = query.get(USER_KEY, "").strip()[:LONGEST_USER]
    sought = Sought(min(first, last), max(first, last), user, tuple(kind for kind in kinds if kind))
    return Asked(query, sought, tuple(notices))


def all_kinds(names: Names) -> dict[str, Kind]:
    return KINDS | {path: kind_of_path(path, name) for path, name in names.items()}


def _day(text: str | None, usual: date, notices: list[str]) -> date:
    try:
        return date.fromisoformat(text) if text else usual
    except ValueError:
        notices.append(f"{safe_quote(text or '')} er ikke en dato. {date_text(usual)} er valgt i stedet.")
        return usual


def _kind(value: str | None, offered: Mapping[str, Kind], notices: list[str]) -> Kind | None:
    if value and value not in offered:
        notices.append(f"{safe_quote(value)} kan ikke vælges og er udeladt.")
    return offered.get(value or "")
