"""waiting_time, from sorted lists of days."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from tests.keyfigures.plain_presence import Answer, chosen_by_value
from tests.keyfigures.plain_rows import Delivery


def percentile(values: list[int], share: Fraction) -> float | None:
    """Between two days in proportion, as the middle of an even number lies halfway; None of no days."""
    if not values:
        return None
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = ordered[int(place)]
    high = ordered[min(int(place) + 1, len(ordered) - 1)]
    return float(low + (high - low) * (place - int(place)))


def waiting_time(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    first, last = date.fromisoformat(given["from"]), date.fromisoformat(given["to"])
    answer: Answer = []
    chosen = chosen_by_value(delivery, given)
    for value in sorted(chosen, key=str):
        to_decision, to_start = [], []
        for service in chosen[value]:
            if service.start > delivery.as_of or service.decided is None:
                continue
            if not first <= service.decided <= last:
                continue
            to_start.append((service.start - service.decided).days)
            if service.applied:
                to_decision.append((service.decided - service.applied).days)
        if to_start:
            answer.append(
                {
                    "by_value": value,
                    "services": len(to_start),
                    "median_days_to_decision": percentile(to_decision, Fraction(1, 2)),
                    "p90_days_to_decision": percentile(to_decision, Fraction(9, 10)),
                    "median_days_to_start": percentile(to_start, Fraction(1, 2)),
                }
            )
    return answer
