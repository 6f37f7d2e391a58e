"""Where people come from and go to, and what is over quickly: one sentence each, by fixed rules."""

from collections.abc import Sequence

from cockpit.findings.rows import Row, total
from cockpit.wording import percent

# Fewer say little about where people come from, or how many are helped quickly.
FEWEST_MOVES, FEWEST_JUDGED = 10, 20
# A smaller share is no finding, though it is the largest.
NOTABLE_SHARE = 0.25


def pathways_in_title(rows: Sequence[Row], where: str, plain: str = "Veje ind") -> str:
    """`where` is `i botilbud`; told of the one group that most come from, or of those with none before."""
    group, share = _most(rows, "previous_group")
    if not share:
        return plain
    how = "begynder uden en indsats forud" if group == "ny" else f"kommer fra {group}"
    return f"{percent(share, 0)} af de nye forløb {where} {how}"


def pathways_out_title(rows: Sequence[Row], where: str, plain: str = "Veje ud") -> str:
    """As `pathways_in_title`; a death is told in the table, not as a title."""
    group, share = _most(rows, "next_group")
    if not share or group == "død":
        return plain
    how = "følges ikke af en ny indsats" if group == "afsluttet" else f"går videre til {group}"
    return f"{percent(share, 0)} af de sluttede forløb {where} {how}"


def rapid_title(rows: Sequence[Row], weeks: str, plain: str = "Hurtig indsats") -> str:
    """Of rapid_response, all periods together: those who could be judged."""
    judged = total(rows, "spells")
    if judged < FEWEST_JUDGED:
        return plain
    share = total(rows, "closed_without_return") / judged
    return f"{percent(share, 0)} af forløbene er slut inden for {weeks} uger og kommer ikke igen"


def _most(rows: Sequence[Row], column: str) -> tuple[str, float]:
    """The group with most and its share of all; no share where it is not a finding."""
    moves = total(rows, "spells")
    ordered = sorted(rows, key=lambda row: -row["spells"])
    if moves < FEWEST_MOVES or (len(ordered) > 1 and ordered[0]["spells"] == ordered[1]["spells"]):
        return "", 0
    share = ordered[0]["spells"] / moves
    return ordered[0][column], share if share >= NOTABLE_SHARE else 0
