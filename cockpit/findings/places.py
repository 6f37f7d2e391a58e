"""Own places, what is bought and what is sold, in one sentence each, by fixed rules. Never why."""

from collections.abc import Sequence

from cockpit.findings.rows import Row, total
from cockpit.wording import kroner, number, percent

# A year's change in points of a hundred before it is a title.
NOTABLE_POINTS = 0.02
MONTHS_BACK = 12
HALF = 0.5


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


def citizens_title(rows: Sequence[Row], plain: str = "Borgere i egne, købte og solgte pladser") -> str:
    """Of market: where our citizens are, group by group; over groups a citizen would be summed twice.

    Silent where no share is known: of a part of the owners or providers not all our citizens are there.
    """
    ours = {row["group"] for row in rows if row["direction"] != "sold"}
    shares = {row["group"]: row["share"] for row in rows if row["direction"] == "own"}
    known = [share for share in shares.values() if share is not None]
    if not known:
        return plain
    sold = len({row["group"] for row in rows if row["direction"] == "sold"})
    if len(ours) == 1:
        told = f"{percent(known[0], 0)} af vores borgere er i egne tilbud"
        return f"{told}, og vi sælger pladser" if sold else told
    most = sum(share > HALF for share in known)
    count = number(most) if most else "ingen"
    told = f"I {count} af {number(len(ours))} grupper er over halvdelen af vores borgere i egne tilbud"
    return f"{told}; i {number(sold)} sælger vi pladser" if sold else told


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
