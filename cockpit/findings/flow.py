"""What inflow, outflow and stays come to over the periods shown."""

from collections.abc import Sequence

from cockpit.findings.rows import Row, total
from cockpit.wording import number

# A flow is told as a finding only when it moved the stock by at least this share.
NOTABLE_FLOW = 0.02
# What counts as longer and not merely different.
NOTABLE_CHANGE = 0.10
FEWEST_ENDED = 5


def flow_title(rows: Sequence[Row], plain: str = "Til- og afgang") -> str:
    """The finding of stock_flow rows without `by`, over all the periods shown."""
    if not rows:
        return plain
    inflow, outflow = total(rows, "inflow"), total(rows, "outflow")
    notable = abs(inflow - outflow) >= max(1.0, NOTABLE_FLOW * rows[0]["opening"])
    if not notable:
        return plain
    return "Flere kommer til, end der går fra" if inflow > outflow else "Flere går fra, end der kommer til"


def flow_summary(rows: Sequence[Row]) -> str:
    """One sentence that says what the flow chart shows."""
    if not rows:
        return "Ingen forløb i perioden."
    return (
        f"Bestanden gik fra {number(rows[0]['opening'])} til {number(rows[-1]['closing'])} borgere: "
        f"{number(total(rows, 'inflow'))} kom til, og {number(total(rows, 'outflow'))} gik fra."
    )


def stays_title(rows: Sequence[Row], where: str, plain: str = "Hvor længe varer et ophold?") -> str:
    """Compares the first and the last group of starters whose median is reached; rows in time order.

    `where` says whose stays, such as `efter § 107`.
    """
    reached = [row for row in rows if row["median_days"] and row["ended"] >= FEWEST_ENDED]
    if len(reached) < 2:
        return plain
    change = reached[-1]["median_days"] / reached[0]["median_days"] - 1
    if abs(change) < NOTABLE_CHANGE:
        return f"Opholdene {where} varer omtrent lige længe"
    return f"Opholdene {where} bliver {'længere' if change > 0 else 'kortere'}"
