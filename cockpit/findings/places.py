"""Own places, what is bought and what is sold, in one sentence each, by fixed rules. Never why."""

from collections.abc import Sequence

from cockpit.findings.rows import Row, total
from cockpit.wording import kroner, number, percent

# A year's change in points of a hundred before it is a title.
NOTABLE_POINTS = 0.02
MONTHS_BACK = 12


def occupancy_title(rows: Sequence[Row], plain: str = "Belægning i egne tilbud") -> str:
    """Of occupancy, all providers together: the last month against the same month a year before."""
    rates = [row["occupancy_rate"] for row in rows]
    if not rates or rates[-1] is None:
        return plain
    now = percent(rates[-1], 0)
    before = rates[-1 - MONTHS_BACK] if len(rates) > MONTHS_BACK else None
    if before is None or abs(rates[-1] - before) < NOTABLE_POINTS:
        return f"{now} af pladserne i egne tilbud er i brug"
    how = "steget" if rates[-1] > before else "faldet"
    return f"Belægningen er {how} fra {percent(before, 0)} til {now} på et år"


def places_title(rows: Sequence[Row], plain: str = "Pladser i egne tilbud") -> str:
    """Of places. Those with more citizens than places take none of the others' free ones."""
    if not rows:
        return plain
    free = sum(row["free"] for row in rows if row["free"] > 0)
    over = sum(row["free"] < 0 for row in rows)
    there_are = "Ingen ledige pladser i egne tilbud" if not free else f"{number(free)} {_free(free)}"
    fuller = f"; {number(over)} tilbud har flere borgere end pladser" if over else ""
    return f"{there_are}{fuller}"


def _free(count: int) -> str:
    return "ledig plads i egne tilbud" if count == 1 else "ledige pladser i egne tilbud"


def market_title(rows: Sequence[Row], plain: str = "Køb og salg") -> str:
    """Of market: what both ways come to in a year."""
    bought, sold = (
        total([row for row in rows if row["direction"] == direction], "annual_amount")
        for direction in ("bought", "sold")
    )
    told = [
        f"{word} for {kroner(amount)}" for word, amount in (("køber", bought), ("sælger", sold)) if amount
    ]
    return f"Vi {' og '.join(told)} om året" if told else plain


def groups_title(rows: Sequence[Row], plain: str = "Køb, salg og selvforsyning efter gruppe") -> str:
    """Of market by group: the group that most is bought in, when it is more than half."""
    bought = total(rows, "bought_amount")
    most = max(rows, key=lambda row: row["bought_amount"], default=None)
    if not most or len(rows) < 2 or most["bought_amount"] * 2 <= bought:
        return plain
    return f"Mere end halvdelen af det, vi køber, er {most['group']}"
