"""Findings: the few fixed rules that turn figures into a card's title or a tile's status."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from cockpit.wording import number, percent, signed

# A flow is told as a finding only when it moved the stock by at least this share.
NOTABLE_FLOW = 0.02
# Stays, prices: what counts as longer, dearer and not merely different.
NOTABLE_CHANGE = 0.10
LEVEL = 0.01
FEWEST_ENDED = 5


@dataclass(frozen=True)
class Status:
    """A judgement: `level` is ok, watch or breach; the words stand beside a shape of their own."""

    level: str
    words: str


def flow_title(rows: Sequence[dict[str, Any]], plain: str = "Til- og afgang") -> str:
    """The finding of stock_flow rows without `by`, over all the periods shown."""
    if not rows:
        return plain
    inflow, outflow = total(rows, "inflow"), total(rows, "outflow")
    notable = abs(inflow - outflow) >= max(1.0, NOTABLE_FLOW * rows[0]["opening"])
    if not notable:
        return plain
    return "Flere kommer til, end der går fra" if inflow > outflow else "Flere går fra, end der kommer til"


def flow_summary(rows: Sequence[dict[str, Any]]) -> str:
    """One sentence that says what the flow chart shows."""
    if not rows:
        return "Ingen forløb i perioden."
    return (
        f"Bestanden gik fra {number(rows[0]['opening'])} til {number(rows[-1]['closing'])} borgere: "
        f"{number(total(rows, 'inflow'))} kom til, og {number(total(rows, 'outflow'))} gik fra."
    )


def stays_title(
    rows: Sequence[dict[str, Any]], where: str, plain: str = "Hvor længe varer et ophold?"
) -> str:
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


def total(rows: Sequence[dict[str, Any]], column: str) -> float:
    return sum(row[column] or 0 for row in rows)


def share_change(now: float | None, before: float | None) -> float | None:
    """How much more now than before; None where nothing can be said."""
    return None if now is None or not before else now / before - 1


def change_words(now: float | None, before: float | None, since: str, decimals: int = 0) -> str:
    """`+11 siden okt. 2025 (+5,4 pct.)`; plain words when nothing changed or nothing is known."""
    if now is None or before is None:
        return f"Intet tal fra {since} at sammenligne med"
    difference = round(now - before, decimals)
    if difference == 0:
        return f"Uændret siden {since}"
    share = share_change(now, before)
    tail = f" ({signed_percent(share)})" if share is not None else ""
    return f"{signed(difference, decimals)} siden {since}{tail}"


def signed_percent(share: float | None) -> str:
    if share is None:
        return percent(None)
    text = percent(share)
    return f"+{text}" if share > 0 and text.strip("0,. pct") else text


def good_status(good: str, share: float | None, since: str) -> Status | None:
    """Whether a change goes the way the figure's definition calls good; none for a neutral figure."""
    if share is None or good == "neutral":
        return None
    if abs(share) < LEVEL:
        return Status("ok", f"Som i {since}")
    higher = share > 0
    words = f"{'Højere' if higher else 'Lavere'} end {since}"
    return Status("ok" if higher == (good == "higher") else "watch", words)


CASELOAD_STATUS = {
    "within": Status("ok", "Inden for det vejledende"),
    "under": Status("ok", "Under det vejledende"),
    "over": Status("breach", "Over det vejledende"),
    "no_fte": Status("watch", "Ingen årsværk"),
}


def caseload_status(status: str | None) -> Status | None:
    """The status of a caseload row; none where there is no guideline."""
    return CASELOAD_STATUS.get(status or "")


def rises_title(values: Sequence[float | None], name: str, plain: str) -> str:
    """Year by year the same way, over at least three years, is worth a title."""
    known = [value for value in values if value is not None]
    if len(known) < 3 or len(known) != len(values):
        return plain
    steps = [later - earlier for earlier, later in pairwise(known)]
    if all(step > 0 for step in steps):
        return f"{name} stiger hvert år"
    return f"{name} falder hvert år" if all(step < 0 for step in steps) else plain
