"""A result's cells as text: for people on the screen, and in full for a spreadsheet."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from cockpit.components.formulas import no_formula
from cockpit.components.labels import heading, section_label, value_name
from cockpit.components.options import Options
from cockpit.periods import month_end
from cockpit.wording import NOTHING, date_text, month_text, number, percent

NAMED = (
    *("status", "extract", "source", "definition"),
    *("direction", "owner", "provider", "group", "previous_group", "next_group"),
    *("effect", "section", "kind", "team"),
    *("account", "species", "municipality", "position", "figure"),
)
ONE_DECIMAL = ("full_year_persons", "weighted_cases", "fte", "citizens_per_fte")
# Counts, kr. and shares in one column.
AS_PUBLISHED = ("value", "median", "distance")
LARGE = 100
PLAIN_YEAR = ("year",)
# Where a row tells by its `column` what its numbers are.
CHANGED = ("before", "now", "change")


def kind_of(column: str, row: Mapping[str, Any]) -> str:
    """The column that says how a cell of the row is written."""
    return str(row["column"]) if column in CHANGED and "column" in row else column


def cell(column: str, value: Any, parameters: dict[str, str | None], options: Options) -> str:
    """What the screen shows: Danish numbers and dates, known names for codes."""
    words = _words(column, value, parameters, options)
    if words is not None:
        return words
    if is_share(column):
        return percent(float(value))
    if isinstance(value, int | float | Decimal):
        return number(float(value), _decimals(column, value))
    return str(value)


def _words(column: str, value: Any, parameters: dict[str, str | None], options: Options) -> str | None:
    """The text of a cell that is not a number; None for numbers."""
    if column == "by_value":
        return by_name(value, parameters, options)
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, datetime):
        return f"{date_text(value)} kl. {value:%H.%M}"
    if isinstance(value, date):
        return date_name(column, value, parameters)
    if column in PLAIN_YEAR:
        return str(value)
    if column == "column":
        return heading(value)
    if column in NAMED:
        return value_name(column, value, options)
    if column == "sections":
        return ", ".join(section_label(key, options) for key in value.split(", "))
    if column == "interval":
        return interval_name(value)
    return band_name(value) if column == "age_band" else None


def by_name(value: str | None, parameters: dict[str, str | None], options: Options) -> str:
    by = parameters.get("by") or "none"
    return "I alt" if by == "none" else value_name(by, value, options)


def date_name(column: str, value: date, parameters: dict[str, str | None]) -> str:
    """A period by its own name: `okt. 2026`, `3. kvt. 2026`, `2026`; else the date."""
    if column == "month":
        return (
            month_text(value) if value == month_end(value) else f"{month_text(value)}, pr. {date_text(value)}"
        )
    if column == "period_start":
        return period_name(value, parameters.get("period") or "")
    return date_text(value)


def period_name(start: date, period: str) -> str:
    if period == "month":
        return month_text(start)
    if period == "quarter":
        return f"{(start.month + 2) // 3}. kvt. {start.year}"
    return str(start.year)


def interval_name(interval: str) -> str:
    """`500000-1000000` is `0,5–1 mio. kr.`; from one limit and up is `4 mio. kr. og derover`."""
    low, _, high = interval.rstrip("+").partition("-")
    if not high:
        return f"{_millions(low)} mio. kr. og derover"
    if low == "0":
        return f"Under {_millions(high)} mio. kr."
    return f"{_millions(low)}–{_millions(high)} mio. kr."


def _millions(amount: str) -> str:
    text = number(int(amount) / 1e6, 6)
    return text.rstrip("0").rstrip(",")


def band_name(band: str) -> str:
    text = "Uoplyst" if band == "uoplyst" else band.replace("-", "–")
    return text[:1].upper() + text[1:]


def _decimals(column: str, value: Any) -> int:
    if column in ONE_DECIMAL:
        return 1
    return published_decimals(value) if column in AS_PUBLISHED else 0


def published_decimals(value: float) -> int:
    """A rate per 1.000 has its decimal; kr. have none."""
    return 0 if float(value).is_integer() or abs(value) >= LARGE else 1


def is_share(column: str) -> bool:
    """Held as 0,85 and told as 85 pct."""
    return column.split("_")[0] == "share" or column == "occupancy_rate"


def is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def full_cell(column: str, value: Any, parameters: dict[str, str | None], options: Options) -> str:
    """What a spreadsheet gets: numbers unrounded with a decimal comma, no formula can start a text."""
    if value is None and column != "by_value":
        return ""
    if is_number(value):
        return str(value).replace(".", ",")
    text = _words(column, value, parameters, options)
    return no_formula(str(value) if text is None else text)
