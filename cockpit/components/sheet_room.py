"""What a sheet has no room for at the size that a hall can read: told to the editor, and shown beside it."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.components.sheet import AREAS
from cockpit.reports.fitting import SMALL, fitted_lists, fitted_numbers, title_fitted
from cockpit.reports.lettering import MAY_BREAK, MORE, clean
from cockpit.sheets.model import FilledSheet
from cockpit.wording import safe_quote

TOO_LONG = (
    "Der er mere tekst, end der kan læses fra bagerste række. Forkort den, eller del den på to plancher."
)


def out_of_room(full: FilledSheet) -> list[str]:
    """A sentence for each text that does not stand whole on the sheet."""
    return [*_of_message(full), *_of_numbers(full), *_of_lists(full)]


def too_long(full: FilledSheet) -> list[Component]:
    """For whoever can shorten it."""
    told = out_of_room(full)
    if not told:
        return []
    lines = html.Ul([html.Li(line) for line in told])
    return [html.Div([html.B(TOO_LONG), lines], className="notice sheet-moved")]


def whole_text(full: FilledSheet) -> list[Component]:
    """For the reader of a sheet that cannot hold it all."""
    if not _of_lists(full):
        return []
    parts: list[Component] = [html.Summary("Hele teksten")]
    for name, lines in (("Udfordringer", full.challenges), ("Tendenser", full.tendencies)):
        parts += [html.H3(name), html.Ul([html.Li(line) for line in lines])] if lines else []
    return [html.Details(parts, className="sheet-whole")]


def _of_message(full: FilledSheet) -> list[str]:
    shown = _joined(title_fitted(full, AREAS.title).texts)
    return [f"Budskabet slutter ved »…{shown[-30:]}«"] if shown.endswith(MORE) else []


def _of_numbers(full: FilledSheet) -> list[str]:
    shown = fitted_numbers(full.numbers, AREAS.numbers, SMALL).numbers
    pairs = zip(full.numbers, shown, strict=True)
    return [
        f"Ordene ved tallet {number.shown} er forkortet."
        for number, (_, words) in pairs
        if _joined([words]) != clean(number.words)
    ]


def _of_lists(full: FilledSheet) -> list[str]:
    given = {"Udfordringer": full.challenges, "Tendenser": full.tendencies}
    told = []
    for heading, shown in fitted_lists(full, AREAS.lists, SMALL).lists:
        stands = {_joined([line]) for line in shown}
        missing = [line for line in given[heading] if clean(line) not in stands]
        told += [f"{heading}: {safe_quote(line)} står ikke helt på planchen." for line in missing]
    return told


def _joined(texts: Sequence[str]) -> str:
    return " ".join(texts).replace(MAY_BREAK, "")
