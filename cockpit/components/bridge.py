"""Why the cost changes from one year to another: the bridge with the two years' cost at its ends."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cockpit.components.answers import Answer, answer
from cockpit.components.options import Options
from cockpit.components.year_table import is_whole

START, END = "start", "end"
OWN = ("year_a", "year_b", "by")


def with_ends(found: Answer, _options: Options) -> Answer:
    """cost_bridge with the first year's cost above it and the last year's below; `key` is which effect.

    The index is left out where it moves nothing: then all that is dearer is price.
    """
    first, last = (int(found.parameters[name] or 0) for name in ("year_a", "year_b"))
    costs = _costs(found, first, last)
    moved = {row["effect"]: row["amount"] for row in found.rows}
    shown = [effect for effect in moved if effect != "index" or moved[effect]]
    is_open = found.parameters["basis"] == "committed" and not is_whole(last, found.as_of)
    rows: list[dict[str, Any]] = [
        {"key": START, "effect": f"Udgift {first}", "amount": costs.get(first, 0)},
        *({"key": key, "effect": effect_name(key, moved), "amount": moved[key]} for key in shown),
        {
            "key": END,
            "effect": f"{'Disponeret' if is_open else 'Udgift'} {last}",
            "amount": costs.get(last, 0),
        },
    ]
    return replace(found, rows=rows)


def _costs(found: Answer, first: int, last: int) -> dict[int, Any]:
    same = {name: value for name, value in found.given.items() if name not in OWN}
    given = same | {"from_year": str(first), "to_year": str(last)}
    return {row["year"]: row["total_cost"] for row in answer("cost", given).rows}


def effect_name(effect: str, moved: Mapping[str, Any]) -> str:
    """What moves the cost, in words that say which way where the words can."""
    return {
        "volume": "Færre borgere" if moved["volume"] < 0 else "Flere borgere",
        "mix": "Anden sammensætning",
        "index": "Pris- og lønindeks",
        "price": "Pris ud over indekset" if moved["index"] else "Pris",
    }[effect]
