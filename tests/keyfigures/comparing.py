"""When two answers are the same: whole row sets, cell by cell."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

Row = Mapping[str, Any]

KEYS = (
    *("year", "period_start", "month", "definition", "by_value", "age_band", "interval"),
    *("previous_group", "next_group", "direction", "owner", "group", "provider"),
    *("effect", "section", "kind", "account", "municipality", "initiative", "column"),
    *("service_id", "case_id", "deadline_id"),
)


def key(row: Row) -> tuple[str, ...]:
    """What names a row within its figure."""
    # The team of a caseworker is told of the row; without one it is what the row is about.
    keys = KEYS if "by_value" in row else (*KEYS, "team")
    return tuple(f"{name}={row[name]}" for name in keys if name in row)


# Kr. come to the øre and citizens per full-time caseworker to four decimals. An amount of exactly half an øre
# may go either way: sums of binary fractions depend on the order of the rows. The price effect of a bridge
# takes what the other effects were rounded by.
ROUNDED = {
    **{"cost": 0.0101, "refund": 0.0101, "annual_amount": 0.0101, "amount": 0.0301, "fte": 0.000051},
    "share_of_cost": 0.000001,
    "annual_effect": 0.0101,
    "cost_from_services": 0.0101,
    "difference": 0.0101,
}


def same(first: Any, second: Any, column: str = "") -> bool:
    """Numbers to a millionth, or to the decimals that the column is rounded to; anything else exactly."""
    if isinstance(first, int | float | Decimal) and isinstance(second, int | float | Decimal):
        rounded = ROUNDED.get(column, ROUNDED.get(column.split("_")[-1], 0.000001))
        return abs(float(first) - float(second)) <= rounded
    return bool(first == second)


def differences(expected: Iterable[Row], got: Iterable[Row]) -> list[str]:
    """Every row and cell that differs, in words; the expected columns are the ones that count."""
    wanted, found = {key(row): row for row in expected}, {key(row): row for row in got}
    lines = [f"missing: {dict(wanted[name])}" for name in wanted if name not in found]
    lines += [f"not expected: {dict(found[name])}" for name in found if name not in wanted]
    return lines + [
        f"{' '.join(name)}: {column} is {found[name].get(column, 'absent')}, expected {value}"
        for name in wanted
        if name in found
        for column, value in wanted[name].items()
        if column not in found[name] or not same(value, found[name][column], column)
    ]


def _cell(text: str) -> Any:
    if text in ("", "true", "false"):
        return {"": None, "true": True, "false": False}[text]
    for read in (int, float, date.fromisoformat):
        with suppress(ValueError):
            return read(text)
    return text


def table(text: str) -> list[dict[str, Any]]:
    """Rows written as a reader sees them: a line of column names, then a line for each row; ` | ` between."""
    heading, *lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [dict(zip(heading, map(_cell, line), strict=True)) for line in lines]
