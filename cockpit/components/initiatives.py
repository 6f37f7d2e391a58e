"""Initiatives laid out by how far they are."""

from dataclasses import replace

from cockpit.components.answers import Answer
from cockpit.components.options import Options
from cockpit.wording import listed

STATUSES = ("idé", "kommissorium", "under opstart", "i gang", "evalueres", "gennemført", "stoppet")


def by_status(found: Answer, _options: Options) -> Answer:
    """How many there are of each status, with their titles; an initiative counts once, however many years."""
    rows = []
    for status in STATUSES:
        each = {
            (row["initiative"], row["theme"], row["starts_on"])
            for row in found.rows
            if row["status"] == status
        }
        titles = sorted(title for title, *_ in each)
        if titles:
            rows.append({"status": status, "initiatives": len(each), "initiative": listed(titles)})
    return replace(found, rows=rows)


def by_theme(found: Answer, _options: Options) -> Answer:
    """Every initiative and year in the figure's own order, which is by theme."""
    return found
