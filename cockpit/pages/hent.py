"""CSV for download: the same figure with the same parameters as the card that links to it."""

from flask import Flask, Response, request

from cockpit.components.arranged import arranged
from cockpit.components.export import csv_text
from cockpit.components.options import options
from cockpit.components.states import message_of
from cockpit.pages.plain_page import plain_page


def add_download(server: Flask) -> None:
    @server.get("/hent/<figure>.csv")
    def hent(figure: str) -> Response:
        try:
            known = options()
            found = arranged(figure, request.args.to_dict(), known)
            text = csv_text(found, known)
        except Exception as error:
            return plain_page("Filen kan ikke hentes", message_of(error), 400)
        name = f"{figure}_{found.as_of.isoformat()}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return Response(text, mimetype="text/csv", headers=headers)
