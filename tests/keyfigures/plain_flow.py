"""stock_flow and length_of_stay, day by day."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from tests.keyfigures.plain_presence import ONE_DAY, Answer, Stock, days, on, stocks
from tests.keyfigures.plain_rows import Delivery

MONTHS = {"month": 1, "quarter": 3, "year": 12}


def periods(period: str, first: date, last: date) -> list[tuple[date, date]]:
    """First and last day of every calendar period that holds a day from first to last."""
    length = MONTHS[period]
    found: dict[date, date] = {}
    for day in days(date(first.year, 1, 1), date(last.year, 12, 31)):
        start = date(day.year, (day.month - 1) // length * length + 1, 1)
        found[start] = day  # the last day written is the period's last
    return [(start, end) for start, end in found.items() if start <= last and end >= first]


def _flow(stock: Stock, start: date, end: date) -> dict[str, object]:
    inflow = outflow = 0
    for day in days(start, end):
        inflow += len(on(stock, day) - on(stock, day - ONE_DAY))
        outflow += len(on(stock, day - ONE_DAY) - on(stock, day))
    return {
        "opening": len(on(stock, start - ONE_DAY)),
        "inflow": inflow,
        "outflow": outflow,
        "closing": len(on(stock, end)),
    }


def stock_flow(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    wanted = periods(given["period"], date.fromisoformat(given["from"]), date.fromisoformat(given["to"]))
    found = stocks(delivery, given)
    if given.get("by", "none") == "none":
        found = found or {None: {}}
    last = min(wanted[-1][1], delivery.as_of)
    # A value is listed in every period as soon as somebody has been there, before the periods or in them.
    seen = {
        value: stock for value, stock in found.items() if value is None or any(day <= last for day in stock)
    }
    return [
        {
            "period_start": start,
            "by_value": value,
            **_flow(seen[value], start, min(end, delivery.as_of)),
            "complete": end <= delivery.as_of,
        }
        for start, end in wanted
        for value in sorted(seen, key=str)
    ]


def _stays(stock: Stock, first: date, last: date, as_of: date) -> list[tuple[int, bool]]:
    """(days, has ended) of every spell that starts in the window; one that runs on as-of has not ended."""
    stays = []
    for day in days(first, last):
        for citizen in on(stock, day) - on(stock, day - ONE_DAY):
            length, ended = 0, False
            for later in days(day, as_of):
                if citizen not in on(stock, later):
                    ended = True
                    break
                length += 1
            stays.append((length, ended))
    return stays


def _percentile(stays: list[tuple[int, bool]], share: Fraction) -> int | None:
    """Kaplan-Meier: the first day with no more than 1 - share still there; None when never reached."""
    still_there = Fraction(1)
    for day in sorted({length for length, ended in stays if ended}):
        at_risk = sum(length >= day for length, _ in stays)
        leaving = sum(length == day and ended for length, ended in stays)
        still_there *= 1 - Fraction(leaving, at_risk)
        if still_there <= 1 - share:
            return day
    return None


def length_of_stay(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    first, last = date.fromisoformat(given["from"]), date.fromisoformat(given["to"])
    answer: Answer = []
    found = stocks(delivery, given)
    for value in sorted(found, key=str):
        stays = _stays(found[value], first, last, delivery.as_of)
        if not stays:
            continue
        answer.append(
            {
                "by_value": value,
                "spells": len(stays),
                "ended": sum(ended for _, ended in stays),
                "p25_days": _percentile(stays, Fraction(1, 4)),
                "median_days": _percentile(stays, Fraction(1, 2)),
                "p75_days": _percentile(stays, Fraction(3, 4)),
            }
        )
    return answer
