"""What stands in the audit."""

from datetime import date

from cockpit.access.audit import Line
from cockpit.access.audit_search import Sought, find
from cockpit.settings import Settings

EVER = Sought(date(2000, 1, 1), date(2100, 1, 1))


def lines_written(settings: Settings) -> tuple[Line, ...]:
    """Every line, the latest first."""
    return find(settings, EVER, most=10_000).lines
