"""Files of one part of a page, where the page arranges its rows: /hent/sagstal/team.csv?omraade=voksne."""

from collections.abc import Callable, Mapping

from flask import Flask, Response, request

from cockpit.access import asking
from cockpit.access.roles import may_see
from cockpit.components.answers import Answer
from cockpit.components.plain_table import PlainTable
from cockpit.components.view import View, view_of
from cockpit.components.workbook import MEDIA_TYPE
from cockpit.keyfigures import NotAllowedError
from cockpit.pages.hent import as_file, attached, no_file
from cockpit.wording import PlainError, safe_quote

NOT_FOR_YOU = "Din rolle giver ikke adgang til siden, som filen hører til."

# A key figure's answer, or a table that is none; None where the page has no such part.
Part = Callable[[View, str], Answer | PlainTable | None]


def add_part_download(server: Flask, pages: Mapping[str, Part]) -> None:
    """`pages` by their path without the first slash; the address's query is the page's own."""

    @server.get("/hent/<page>/<part>.<any(csv, xlsx):kind>")
    def hent_del(page: str, part: str, kind: str) -> Response:
        try:
            if not may_see(asking().role, f"/{page}"):
                raise NotAllowedError(NOT_FOR_YOU)
            view = view_of(f"/{page}", request.query_string.decode(), None)
            found = pages[page](view, part) if page in pages else None
            name = f"{page}-{part}"
            if isinstance(found, Answer):
                return as_file(found, kind, name, view.options)
            if found is None:
                raise PlainError(f"Der er ingen fil {safe_quote(f'{name}.{kind}')} at hente.")
            file = f"{name}_{view.options.as_of.isoformat()}.{kind}"
            if kind == "csv":
                return attached(found.csv(), "text/csv", file)
            return attached(found.workbook(), MEDIA_TYPE, file)
        except Exception as error:
            return no_file(error)
