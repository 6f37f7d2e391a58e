"""benchmark and initiatives, row by row."""

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction

from tests.keyfigures.plain_presence import Answer
from tests.keyfigures.plain_rows import Delivery, file_rows

LONG_AGO = date(1, 1, 1)


def _number(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def _day(text: str) -> date | None:
    return datetime.strptime(text, "%d-%m-%Y").date() if text else None  # noqa: DTZ007  (no time zone)


def _published(delivery: Delivery, figure: str, year: str) -> dict[str, dict[str, str]]:
    """Each municipality's latest row; of one day the first source, then the lowest value."""
    found: dict[str, dict[str, str]] = {}
    for row in file_rows(delivery.folder / "benchmarks.csv"):
        if (row["figure"], row["year"]) != (figure, year):
            continue
        other = found.get(row["municipality"])
        if other is None or _comes_before(row, other):
            found[row["municipality"]] = row
    return found


def _comes_before(row: dict[str, str], other: dict[str, str]) -> bool:
    day, other_day = _day(row["published_on"]) or LONG_AGO, _day(other["published_on"]) or LONG_AGO
    if day != other_day:
        return day > other_day
    return (row["source"], _number(row["value"])) < (other["source"], _number(other["value"]))


def _median(values: list[Fraction]) -> Fraction | None:
    """What as many lie below as above, between the two in the middle of an even number."""
    ordered = sorted(values)
    while len(ordered) > 2:
        ordered = ordered[1:-1]
    return sum(ordered, Fraction(0)) / len(ordered) if ordered else None


def _position(value: Fraction, median: Fraction) -> str:
    if value == median:
        return "at"
    return "above" if value > median else "below"


def benchmark(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    """With all municipalities as the group."""
    rows = _published(delivery, given["figure"], given["year"])
    values = {municipality: _number(row["value"]) for municipality, row in rows.items()}
    median = _median(list(values.values())) or Fraction(0)
    return [
        {
            "municipality": municipality,
            "value": float(value),
            "rank": 1 + sum(other > value for other in values.values()),
            "position": _position(value, median),
            "median": float(median),
            "distance": float(value - median),
            "in_group": True,
            "source": rows[municipality]["source"],
            "published_on": _day(rows[municipality]["published_on"]),
        }
        for municipality, value in sorted(values.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _amount(text: str) -> float | None:
    return float(_number(text)) if text else None


def initiatives(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    assert not given
    answer: Answer = []
    for row in file_rows(delivery.folder / "initiatives.csv"):
        spent, gained = _amount(row["investment"]), _amount(row["realised_gain"])
        answer.append(
            {
                "initiative": row["title"],
                "theme": row["theme"] or None,
                "committee": row["committee"] or None,
                "status": row["status"],
                "year": int(row["year"]) if row["year"] else None,
                "investment": spent,
                "expected_gain": _amount(row["expected_gain"]),
                "realised_gain": gained,
                "net": None if gained is None else gained - (spent or 0),
                "figure": row["figure"] or None,
                "starts_on": _day(row["starts_on"]),
            }
        )
    return answer
