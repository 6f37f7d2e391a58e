"""What must be said beside a figure, because its reader would else take it for more than it is."""

from cockpit.components.answers import Answer
from cockpit.components.options import Options
from cockpit.keyfigures import is_verified
from cockpit.wording import date_text

LIST = "state_refund_176.csv"


def figure_notes(answer: Answer, options: Options) -> list[str]:
    """Sentences above the figure; none where there is nothing to warn of."""
    return _refund_notes(answer, options) if answer.definition.id == "state_refund" else []


def _refund_notes(answer: Answer, options: Options) -> list[str]:
    (row,), year = answer.rows, int(answer.parameters["year"] or 0)
    since = row["thresholds_from"]
    if since is None:
        return [f"Der kendes ingen beløbsgrænser for {year}. Skriv dem i {LIST}, og indlæs igen."]
    notes = []
    if since.year < year:
        notes.append(f"Beløbsgrænserne er fra {date_text(since)}. Skriv de nyeste i {LIST}, og indlæs igen.")
    if options.reader and not is_verified(options.reader, since):
        notes.append(
            f"Beløbsgrænserne fra {date_text(since)} er ikke efterprøvet (»to be verified« i {LIST})."
        )
    return notes
