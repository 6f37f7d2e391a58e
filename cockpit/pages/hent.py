"""Files for download: the same figure with the same parameters as the card that links to it."""

from flask import Flask, Response, request

from cockpit.components.answers import Answer
from cockpit.components.arranged import arranged
from cockpit.components.export import csv_text
from cockpit.components.options import Options, options
from cockpit.components.states import message_of
from cockpit.components.workbook import MEDIA_TYPE, workbook
from cockpit.keyfigures import NotAllowedError
from cockpit.pages.plain_page import plain_page


def add_download(server: Flask) -> None:
    @server.get("/hent/<figure>.<any(csv, xlsx):kind>")
    def hent(figure: str, kind: str) -> Response:
        try:
            known = options()
            return as_file(arranged(figure, request.args.to_dict(), known), kind, figure, known)
        except Exception as error:
            return no_file(error)


def no_file(error: Exception) -> Response:
    """What went wrong, in plain words."""
    status = 403 if isinstance(error, NotAllowedError) else 400
    return plain_page("Filen kan ikke hentes", message_of(error), status)


def as_file(found: Answer, kind: str, name: str, known: Options) -> Response:
    """`kind` is `csv` or `xlsx`; the file is called by the name and the as-of date."""
    if kind == "csv":
        return attached(csv_text(found, known), "text/csv", f"{name}_{found.as_of.isoformat()}.csv")
    return attached(workbook(found, known), MEDIA_TYPE, f"{name}_{found.as_of.isoformat()}.xlsx")


def attached(content: str | bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, mimetype=media_type, headers=headers)
