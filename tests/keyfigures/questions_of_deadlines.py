"""Many questions to the figures of deadlines and of reviews."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, product

from tests.keyfigures.services_asked import FILTERS, TEAMS

KINDS = (
    *("", " kind=follow_up", " kind=notification_24h", " kind=child_assessment,first_follow_up"),
    " kind=notification_24h,follow_up",
)


def _windows(as_of: date) -> tuple[str, ...]:
    return (
        f"from={as_of.year - 2}-01-01 to={as_of}",
        f"from={as_of - timedelta(days=200)} to={as_of - timedelta(days=3)}",
        f"from={as_of} to={as_of}",
    )


def deadlines_kept(as_of: date) -> Iterator[str]:
    for period, window, kind in product(("month", "quarter", "year"), _windows(as_of), KINDS):
        yield f"deadlines_kept period={period} {window}{kind}"


def deadline_risk(as_of: date) -> Iterator[str]:
    for days in (1, 2, 7, 28, 29, 30, 31, 60, 365):
        yield f"deadline_risk days={days}"


def deadline_list(as_of: date) -> Iterator[str]:
    for question in deadline_risk(as_of):
        yield question.replace("deadline_risk", "deadline_list")


def reviews(as_of: date) -> Iterator[str]:
    for filters, window in zip((*FILTERS, ""), cycle(_windows(as_of)), strict=False):
        yield f"reviews {window}{filters}"
    for window in _windows(as_of):
        yield f"reviews {window} role=all"


def review_due(as_of: date) -> Iterator[str]:
    for filters, months in zip(FILTERS, cycle((12, 1, 6, 24, 11, 13)), strict=False):
        yield f"review_due{filters}"
        if "role=" not in filters:
            yield f"review_due role=all months={months}{filters}"


def review_due_list(as_of: date) -> Iterator[str]:
    for question in review_due(as_of):
        yield question.replace("review_due", "review_due_list")
    for teams in TEAMS:
        yield f"review_due_list months=1 team={teams}"
