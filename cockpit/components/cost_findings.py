"""What the bridge of Udgifter tells in its title: fixed rules, with their limits."""

from collections.abc import Sequence
from typing import Any

from cockpit.wording import kroner

# A smaller change of the cost is no rise and no fall.
NOTABLE_SHARE = 0.01
MOST = 0.5
WORDS = {
    "mix": "en anden sammensætning",
    "index": "pris- og lønindekset",
    "price": "prisen",
}


def bridge_title(
    effects: Sequence[dict[str, Any]], before: float, plain: str = "Udgift fra år til år"
) -> str:
    """Whether one effect is more than half of the change; a smaller or mixed change is told as it is.

    `effects` have `key` and `amount`; of two that pull each their way none is said to be the whole.
    """
    change = sum(float(row["amount"]) for row in effects)
    if before <= 0:
        return plain
    if abs(change) < NOTABLE_SHARE * before:
        return "Udgiften er omtrent den samme"
    rises = change > 0
    largest = max(effects, key=lambda row: float(row["amount"]) if rises else -float(row["amount"]))
    if not MOST < float(largest["amount"]) / change <= 1:
        return f"Udgiften {'stiger' if rises else 'falder'} med {kroner(abs(change))}"
    words = WORDS.get(largest["key"]) or ("flere borgere" if rises else "færre borgere")
    return f"Over halvdelen af {'stigningen' if rises else 'faldet'} er {words}"
