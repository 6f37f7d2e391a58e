"""CSV of one part of a page, where the page arranges what it shows: /hent/sagstal/team.csv?omraade=voksne."""

from collections.abc import Callable, Mapping

from flask import Flask, Response, request

from cockpit.components.states import message_of
from cockpit.components.view import View, view_of
from cockpit.pages.plain_page import plain_page
from cockpit.wording import PlainError, safe_quote

# The text of the file; None where the page has no such part.
Part = Callable[[View, str], str | None]


def add_part_download(server: Flask, pages: Mapping[str, Part]) -> None:
    """`pages` by their path without the first slash; the address's query is the page's own."""

    @server.get("/hent/<page>/<part>.csv")
    def hent_del(page: str, part: str) -> Response:
        try:
            view = view_of(f"/{page}", request.query_string.decode(), None)
            text = pages[page](view, part) if page in pages else None
            if text is None:
                raise PlainError(f"Der er ingen fil {safe_quote(f'{page}/{part}')} at hente.")
        except Exception as error:
            return plain_page("Filen kan ikke hentes", message_of(error), 400)
        name = f"{page}-{part}_{view.options.as_of.isoformat()}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return Response(text, mimetype="text/csv", headers=headers)
