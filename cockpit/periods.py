"""Months, quarters and years as dates, and the clock that people go by. Pure."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)
DANISH_TIME = ZoneInfo("Europe/Copenhagen")


def month_start(day: date) -> date:
    return day.replace(day=1)


def month_end(day: date) -> date:
    return add_months(month_start(day), 1) - ONE_DAY


def quarter_start(day: date) -> date:
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def year_start(day: date) -> date:
    return day.replace(month=1, day=1)


def add_months(first: date, months: int) -> date:
    """The first day of the month that lies `months` after the month of `first`."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def period_end(first: date, period: str) -> date:
    """The last day of the month, quarter or year that begins on `first`."""
    return month_end(add_months(first, {"month": 0, "quarter": 2, "year": 11}[period]))


def one_year_before(day: date) -> date:
    """The same day a year before; 28 February stands for 29 February."""
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)
