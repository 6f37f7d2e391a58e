"""The sheets of one set in their order; whoever may build moves, edits and removes them here."""

from dash import html
from dash.development.base_component import Component

from cockpit.components.markup import also, link
from cockpit.components.options import Options, options
from cockpit.components.sheet import small_sheet
from cockpit.components.sheet_asking import COPY, REMOVE, asks, form, seen_now
from cockpit.components.sheet_forms import adding, of_the_set
from cockpit.components.sheet_room import too_long, whole_text
from cockpit.components.sheet_set_cards import set_ways
from cockpit.components.sheet_sets import is_ready, place_name, show_of
from cockpit.components.sheet_writing import writing_form
from cockpit.sheets.filling import filled
from cockpit.sheets.model import FilledSheet, Sheet, SheetSet
from cockpit.sheets.topics import TOPICS

NONE_YET = "Der er ingen plancher endnu. Tilføj den første herunder."
READY = "Færdige sæt kan ikke ændres. Lav din egen udgave, så kan du ændre alt i den."


def sheet_list(found: SheetSet, *, builds: bool) -> list[Component]:
    known = options()
    edits = builds and not is_ready(found.id)
    ways = html.Div(
        [*set_ways(found), *(_own_edition(found) if builds and not edits else [])], className="set-ways"
    )
    sheets = [_item(found, at, known, edits=edits) for at in range(len(found.sheets))]
    parts: list[Component] = [html.Div([ways], className="sheet-top")]
    if edits and not sheets:
        parts.append(html.P(NONE_YET, className="empty"))
    look = "sheet-items" if edits else "sheet-items seen"
    parts.append(html.Ol(sheets, className=look, **also(data_of=found.id)))
    return [*parts, adding(found, known), of_the_set(found)] if edits else parts


def _own_edition(found: SheetSet) -> list[Component]:
    copy = asks("Lav din egen udgave", COPY, quiet=True, set=found.id)
    return [form(COPY, [copy, html.P(READY, className="own-note")])]


def _item(found: SheetSet, at: int, known: Options, *, edits: bool) -> Component:
    sheet = found.sheets[at]
    full = filled(sheet)
    show = html.A(
        small_sheet(full, found.name),
        href=show_of(found.id, at + 1),
        className="set-picture",
        **also(aria_label=f"Vis planche {at + 1}"),
    )
    beside = [
        html.P(f"{at + 1}. {_about(sheet, known)}", className="card-sub"),
        html.H2(full.title, id=f"sheet-{sheet.id}-title"),
        *_moved(full, edits=edits),
        *(too_long(full) if edits else whole_text(full)),
        *(_buttons(found, at) if edits else []),
    ]
    parts: list[Component] = [
        html.Div([show, html.Div(beside, className="sheet-beside")], className="sheet-row")
    ]
    if edits:
        parts.append(_editing(found, sheet, full))
    return html.Li(
        parts,
        id=f"sheet-{sheet.id}",
        className="card sheet-item",
        **also(data_sheet=sheet.id, aria_labelledby=f"sheet-{sheet.id}-title"),
    )


def _about(sheet: Sheet, known: Options) -> str:
    topic = TOPICS.get(sheet.topic)
    return f"{topic.name if topic else 'Ukendt emne'} · {place_name(sheet.place, known)}"


def _moved(full: FilledSheet, *, edits: bool) -> list[Component]:
    """Told to who can do something about it."""
    if not (full.moved and edits):
        return []
    lines = html.Ul([html.Li(line) for line in full.moved])
    words = "Tallene har flyttet sig, siden teksten blev skrevet. Læs den igennem, og gem den igen."
    return [html.Div([html.B(words), lines], className="notice sheet-moved")]


def _buttons(found: SheetSet, at: int) -> list[Component]:
    grip = html.Span(
        "⠿", className="sheet-grip", draggable="true", title="Træk for at flytte", **also(aria_hidden="true")
    )
    up = _moving("Flyt op", -1, at, found.sheets[at].id, still=at == 0)
    down = _moving("Flyt ned", 1, at, found.sheets[at].id, still=at == len(found.sheets) - 1)
    return [html.Div([grip, up, down, _removing(found, at)], className="sheet-buttons")]


def _moving(text: str, steps: int, at: int, sheet_id: str, *, still: bool) -> Component:
    """At the end of the list the button stays where the focus is (assets/sheet_order.js)."""
    marks = also(
        data_moves=steps,
        data_sheet=sheet_id,
        aria_label=f"{text}: planche {at + 1}",
        aria_disabled="true" if still else None,
    )
    return html.Button(text, type="button", className="button quiet", **marks)


def _removing(found: SheetSet, at: int) -> Component:
    sheet = found.sheets[at]
    yes = asks("Ja, fjern", REMOVE, set=found.id, sheet=sheet.id, seen=seen_now(sheet))
    question = html.P("Skal planchen fjernes? Dens tekster går tabt.")
    summary = html.Summary("Fjern", **also(aria_label=f"Fjern planche {at + 1}"))
    return html.Details([summary, question, yes], className="asks sheet-asks")


def _editing(found: SheetSet, sheet: Sheet, full: FilledSheet) -> Component:
    inside = [html.Summary("Rediger planchen"), writing_form(found, sheet, full)]
    return html.Details(inside, id=f"edit-{sheet.id}", className="more-choices sheet-edit")


def breadcrumb() -> Component:
    return html.P(link("Temamøde", "/temamoede"), className="breadcrumb")
