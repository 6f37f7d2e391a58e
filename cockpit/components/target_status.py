"""The status of a figure that has a target: on its good side, between target and limit, or beyond."""

from dataclasses import dataclass

from cockpit.components.findings import Status


@dataclass(frozen=True)
class Goal:
    """What is aimed at in one year; `good` is lower, higher or neutral, as the definition says."""

    good: str
    target: float | None
    limit: float | None = None


def target_status(value: float | None, goal: Goal, shown_target: str, shown_limit: str) -> Status | None:
    """None where nothing is aimed at, nothing is known, or neither way is good.

    `value` is rounded as it is shown, so that a tile never contradicts itself.
    """
    if value is None or goal.target is None or goal.good not in ("lower", "higher"):
        return None
    if goal.limit is not None and _worse(value, goal.limit, goal.good):
        side = "Over" if goal.good == "lower" else "Under"
        return Status("breach", f"{side} grænsen på {shown_limit}")
    if value == goal.target:
        return Status("ok", f"På målet {shown_target}")
    level = "watch" if _worse(value, goal.target, goal.good) else "ok"
    return Status(level, f"{'Over' if value > goal.target else 'Under'} målet på {shown_target}")


def _worse(value: float, than: float, good: str) -> bool:
    return value > than if good == "lower" else value < than
