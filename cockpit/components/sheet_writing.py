"""The words and the large figures of one sheet, to be written by whoever prepares the meeting."""

from dash import html
from dash.development.base_component import Component

from cockpit.components.markup import also
from cockpit.components.sheet_asking import RENEWED, WRITE, asks, form, seen_now, ticked, writing
from cockpit.sheets.keeping import OVERTAKEN
from cockpit.sheets.model import FilledSheet, Sheet, SheetSet
from cockpit.sheets.numbers import FEWEST, MOST, numbers_there_are

ONE_EACH = "én på hver linje"
CHOSEN = f"Vælg {FEWEST} til {MOST} tal. Er ingen valgt, vælger cockpittet selv."
MESSAGE_NOTE = "Er feltet tomt, står forslaget på planchen, og det følger tallene."


def writing_form(found: SheetSet, sheet: Sheet, full: FilledSheet) -> Component:
    """An empty message is the suggested one, which then follows the figures."""
    texts = [
        writing("Budskab", "title", sheet.title, 2, full.suggested),
        html.P([_back(), html.Span(MESSAGE_NOTE)], className="own-note"),
        writing(f"Udfordringer, {ONE_EACH}", "challenges", sheet.challenges, 4),
        writing(f"Tendenser, {ONE_EACH}", "tendencies", sheet.tendencies, 4),
    ]
    last = html.Div(
        [
            asks("Gem planchen", WRITE, set=found.id, sheet=sheet.id),
            html.Span("Ikke gemt endnu", className="sheet-unsaved"),
        ],
        className="sheet-last",
    )
    columns = html.Div([html.Div(texts), _numbers(sheet)], className="sheet-columns")
    name = f"{WRITE}-{sheet.id}"
    return form(WRITE, [columns, last], name, seen=seen_now(sheet), overtaken=OVERTAKEN, renewed=RENEWED)


def _back() -> Component:
    return html.Button("Brug forslaget", type="button", className="link-button", **also(data_suggests=""))


def _numbers(sheet: Sheet) -> Component:
    """What is hidden can only be chosen away."""
    there_are = numbers_there_are(sheet.place)
    lines = [
        ticked([html.B(number.shown), f" {number.words}"], "numbers", key, on=key in sheet.numbers)
        for key, number in there_are.items()
        if number.value is not None or key in sheet.numbers
    ]
    legend = html.Legend("Tal på planchen")
    return html.Fieldset([legend, html.P(CHOSEN, className="own-note"), *lines], className="sheet-numbers")
