"""What moves the cost, and where its weight lies."""

from collections.abc import Sequence

from cockpit.findings.change import Change, is_notable
from cockpit.findings.rows import Row
from cockpit.wording import kroner

DEAR = 2_000_000
# The weight of the intervals is told as a share of the citizens; points of a hundred.
NOTABLE_POINTS = 0.03
SAME_POINTS = 0.005
# A smaller change of the cost is no rise and no fall.
NOTABLE_CHANGE = 0.01
MOST = 0.5
EFFECTS = {
    "mix": "en anden sammensætning",
    "index": "pris- og lønindekset",
    "price": "prisen",
}


def dear_title(changes: Sequence[Change], measure: str, plain: str = "Borgere efter udgift") -> str:
    """Of citizens by interval: whether more or fewer of them cost over 2 mio. kr."""
    dear = [change for change in changes if _lowest(change.key) >= DEAR]
    first, last = sum(change.first for change in dear), sum(change.last for change in dear)
    if not is_notable(first, last):
        return plain
    how = "kostede over 2 mio. kr. i året" if measure == "in_year" else "koster over 2 mio. kr. om året"
    return f"{'Flere' if last > first else 'Færre'} borgere {how}"


def _lowest(interval: str) -> int:
    return int(interval.rstrip("+").partition("-")[0])


def weight_title(changes: Sequence[Change], plain: str = "Borgere efter udgift, år for år") -> str:
    """Dearer only when the share over every limit has not fallen, and over one of them clearly risen.

    `changes` are of citizens by interval, the cheapest first.
    """
    steps = _steps(changes)
    for sign, word in ((1, "dyre"), (-1, "billigere")):
        one_way = all(sign * step >= -SAME_POINTS for step in steps)
        if one_way and any(sign * step >= NOTABLE_POINTS for step in steps):
            return f"Tyngden flytter sig mod de {word} intervaller"
    return plain


def _steps(changes: Sequence[Change]) -> list[float]:
    """For each limit, how much larger the share of citizens over it has become."""
    all_first, all_last = sum(change.first for change in changes), sum(change.last for change in changes)
    if not all_first or not all_last:
        return []
    return [
        sum(change.last for change in changes[limit:]) / all_last
        - sum(change.first for change in changes[limit:]) / all_first
        for limit in range(1, len(changes))
    ]


def bridge_title(effects: Sequence[Row], before: float, plain: str = "Udgift fra år til år") -> str:
    """Whether one effect is more than half of the change; a smaller or mixed change is told as it is.

    `effects` have `key` and `amount`; of two that pull each their way none is said to be the whole.
    """
    change = sum(float(row["amount"]) for row in effects)
    if before <= 0:
        return plain
    if abs(change) < NOTABLE_CHANGE * before:
        return "Udgiften er omtrent den samme"
    rises = change > 0
    largest = max(effects, key=lambda row: float(row["amount"]) if rises else -float(row["amount"]))
    if not MOST < float(largest["amount"]) / change <= 1:
        return f"Udgiften {'stiger' if rises else 'falder'} med {kroner(abs(change))}"
    words = EFFECTS.get(largest["key"]) or ("flere borgere" if rises else "færre borgere")
    return f"Over halvdelen af {'stigningen' if rises else 'faldet'} er {words}"
