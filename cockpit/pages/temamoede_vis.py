"""A set of fact sheets on the whole screen: a page of its own, there at once, without the cockpit's frame."""

from html import escape

from dash import html
from dash.development.base_component import Component
from flask import Flask, Response, request

from cockpit.access import asking
from cockpit.access.roles import may_see
from cockpit.components.markup import also
from cockpit.components.ready import as_html
from cockpit.components.sheet import whole_sheet
from cockpit.components.sheet_sets import MEETING, is_set, path_of_set, set_called
from cockpit.components.states import message_of
from cockpit.pages.index_page import marked
from cockpit.pages.plain_page import plain_page
from cockpit.sheets.filling import filled_set
from cockpit.sheets.keeping import GONE
from cockpit.sheets.model import FilledSet

CANNOT = "Plancherne kan ikke vises"
BACK = ("Gå til Temamøde", MEETING)
LOOKS = ("10-tokens.css", "20-shell.css", "57-temamoede.css")
LOOK = '<link rel="stylesheet" href="/assets/{}">'
TEXT = """<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – Temamøde</title>
<link rel="icon" type="image/svg+xml" href="/assets/logo.svg">
{looks}
<script src="/assets/{script}" defer></script>
</head>
<body class="show">{content}</body>
</html>
"""


def add_show(server: Flask) -> None:
    @server.get(f"{MEETING}/<set_id>/vis")
    def temamoede_vis(set_id: str) -> Response:
        if not may_see(asking().role, MEETING):
            return plain_page(CANNOT, "Din rolle giver ikke adgang til plancherne.", 403)
        if not is_set(set_id):
            return plain_page(CANNOT, GONE, 404, BACK)
        try:
            return _shown(filled_set(set_called(set_id)), request.args.get("nr", ""))
        except Exception as error:
            return plain_page(CANNOT, message_of(error), 400, BACK)


def _shown(found: FilledSet, asked: str) -> Response:
    if not found.sheets:
        return plain_page(
            found.name, "Sættet har ingen plancher endnu.", 200, ("Tilføj en", path_of_set(found.id))
        )
    count = len(found.sheets)
    at = int(asked) if asked.isdecimal() and 1 <= int(asked) <= count else 1
    sheets = [
        html.Section(
            whole_sheet(sheet, found.name, number, count), id=f"planche-{number}", hidden=number != at
        )
        for number, sheet in enumerate(found.sheets, start=1)
    ]
    content = as_html(
        [html.Main([html.H1(found.name, className="hidden-text"), *sheets]), _buttons(found, at)]
    )
    text = TEXT.format(
        title=escape(found.name),
        looks="".join(LOOK.format(marked(name)) for name in LOOKS),
        script=marked("later/show.js"),
        content=content,
    )
    return Response(text, mimetype="text/html", headers={"Cache-Control": "no-store"})


def _buttons(found: FilledSet, at: int) -> Component:
    """Seen when the mouse moves or they have the focus, and on a telephone; the keys do the same."""
    count = len(found.sheets)
    place = html.Span(f"{at} / {count}", className="show-place", role="status")
    inside = [
        html.A("Tilbage", href=path_of_set(found.id), className="show-back"),
        html.Button("Forrige", type="button", **also(data_steps="-1")),
        place,
        html.Button("Næste", type="button", **also(data_steps="1")),
        html.Button("Fuld skærm", type="button", **also(data_fills="")),
    ]
    return html.Nav(inside, className="show-bar", **also(aria_label="Plancher"))
