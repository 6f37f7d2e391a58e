"""Own places and dealings with others, summed as the page of places shows them."""

from dataclasses import replace
from typing import Any

from cockpit.components.answers import Answer
from cockpit.components.options import Options

TOGETHER, BY_GROUP = "samlet", "grupper"
AMOUNTS = {"bought": "bought_amount", "sold": "sold_amount", "own": "own_amount"}


def occupancy_together(found: Answer, _options: Options) -> Answer:
    """occupancy with all providers of a month as one."""
    months: dict[Any, dict[str, Any]] = {}
    for row in found.rows:
        month = months.setdefault(row["month"], {"month": row["month"], "used_days": 0, "available_days": 0})
        month["used_days"] += row["used_days"]
        month["available_days"] += row["available_days"]
    rows = [
        month
        | {
            "occupancy_rate": round(month["used_days"] / month["available_days"], 6)
            if month["available_days"]
            else None
        }
        for month in months.values()
    ]
    return replace(found, columns=("month", "used_days", "available_days", "occupancy_rate"), rows=rows)


def dealings_by_group(found: Answer, _options: Options) -> Answer:
    """market with one row for each group, the one most is bought in on top.

    Amounts only: a citizen who is at two owners would be summed twice.
    """
    groups: dict[str, dict[str, Any]] = {}
    for row in found.rows:
        nothing = {"group": row["group"], **dict.fromkeys(AMOUNTS.values(), 0.0), "share_own": None}
        group = groups.setdefault(row["group"], nothing)
        column = AMOUNTS[row["direction"]]
        group[column] = round(group[column] + float(row["annual_amount"]), 2)
        if row["direction"] == "own":
            group["share_own"] = row["share"]
    rows = sorted(groups.values(), key=lambda group: (-group["bought_amount"], group["group"]))
    return replace(found, columns=("group", *AMOUNTS.values(), "share_own"), rows=rows)
