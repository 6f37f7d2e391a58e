"""What is on its way, in one sentence each, by fixed rules: how many, and what they cost. Never why."""

from collections.abc import Sequence

from cockpit.findings.rows import Row, total
from cockpit.wording import kroner, number

# A smaller effect is told in the table, not as a finding.
NOTABLE_EFFECT = 10_000


def turning_title(rows: Sequence[Row], months: str) -> str:
    """Of turning_18."""
    count, cost = total(rows, "citizens"), total(rows, "annual_cost")
    within = f"fylder 18 inden for {months} måneder"
    if not count:
        return f"Ingen unge med en indsats {within}"
    who = f"{number(count)} {'ung' if count == 1 else 'unge'} {within}"
    return f"{who}; hjælpen koster {kroner(cost)} om året" if cost > 0 else who


def expiring_title(rows: Sequence[Row], days: str) -> str:
    """Of expiring. Citizens are not summed: one may stand under several sections."""
    if not rows:
        return f"Ingen bevillinger udløber inden for {days} dage uden at blive afløst"
    cost = total(rows, "annual_cost")
    grants = f"Bevillinger for {kroner(cost)} om året" if cost > 0 else "Bevillinger"
    return f"{grants} udløber inden for {days} dage"


def reviews_title(rows: Sequence[Row], plain: str = "Gennemgåede indsatser") -> str:
    """Of reviews: what the rates came to afterwards, all reviews together."""
    effect = total(rows, "annual_effect")
    if abs(effect) < NOTABLE_EFFECT:
        return plain
    way = "lavere" if effect < 0 else "højere"
    return f"Taksterne er {kroner(abs(effect))} {way} om året efter gennemgang"


def review_due_title(rows: Sequence[Row], months: str) -> str:
    """Of review_due."""
    count, cost = total(rows, "services"), total(rows, "annual_cost")
    unseen = f"hverken begyndt eller gået igennem i {months} måneder"
    if not count:
        return f"Ingen indsatser har stået uden gennemgang i {months} måneder"
    what, they = ("1 indsats", "den") if count == 1 else (f"{number(count)} indsatser", "de")
    return f"{what} er {unseen}; {they} koster {kroner(cost)} om året" if cost > 0 else f"{what} er {unseen}"
