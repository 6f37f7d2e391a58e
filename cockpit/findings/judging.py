"""Whether a figure stands well: beside its target, its guideline, or a year ago."""

from dataclasses import dataclass

# What counts as level with a year ago.
LEVEL = 0.01


@dataclass(frozen=True)
class Status:
    """A judgement: `level` is ok, watch or breach; the words stand beside a shape of their own."""

    level: str
    words: str


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
