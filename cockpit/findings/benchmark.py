"""Where we stand among the compared municipalities, by fixed rules. Never why, nor whether it is good."""

from collections.abc import Callable, Sequence

from cockpit.findings.rows import Row
from cockpit.wording import number, percent

# Nearer than this share of the median is told as level with it.
LEVEL = 0.01
PLACES = {"above": "over", "below": "under"}


def own_row(rows: Sequence[Row], own: str) -> Row | None:
    return next((row for row in rows if row["municipality"] == own and row["value"] is not None), None)


def benchmark_title(rows: Sequence[Row], own: str, plain: str = "Sammenligning med andre kommuner") -> str:
    """Of benchmark."""
    ours = own_row(rows, own)
    if ours is None or ours["distance"] is None or len(rows) < len(("we", "another")):
        return plain
    if is_level(ours):
        return "Vi ligger på niveau med medianen"
    far = f"{percent(abs(ours['distance']) / abs(ours['median']), 0)} " if ours["median"] else ""
    return f"Vi ligger {far}{PLACES[ours['position']]} medianen"


def is_level(row: Row) -> bool:
    return bool(abs(row["distance"]) <= LEVEL * abs(row["median"]))


def standing(rows: Sequence[Row], own: str, say: Callable[[float], str]) -> str:
    """Rank and distance in a sentence; `say` writes a value."""
    ours = own_row(rows, own)
    if ours is None:
        return "Vores egen kommune er ikke med i de leverede tal for året."
    place = f"Nummer {number(ours['rank'])} af {number(len(rows))} kommuner med {say(ours['value'])}"
    if ours["distance"] is None:
        return f"{place}. Ingen i sammenligningsgruppen har en værdi."
    if not ours["distance"]:
        return f"{place}: lige på medianen."
    return (
        f"{place}: {say(abs(ours['distance']))} {PLACES[ours['position']]} medianen på {say(ours['median'])}."
    )
