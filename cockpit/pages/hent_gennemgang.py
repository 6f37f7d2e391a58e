"""The review pack of one team as a file: /hent/sagstal/gennemgang.pdf?team=Voksen A."""

from flask import Flask, Response, request

from cockpit.pages.hent import attached, no_file
from cockpit.reports import review_pdf_of
from cockpit.review_pack import review_pack

NAME = "sagsgennemgang"


def add_review_download(server: Flask) -> None:
    """Of one's own teams alone; an address that asks for another's answers 403."""

    @server.get("/hent/sagstal/gennemgang.pdf")
    def hent_gennemgang() -> Response:
        try:
            pack = review_pack(request.args.get("team", ""))
            return attached(review_pdf_of(pack), "application/pdf", f"{NAME}_{pack.as_of.isoformat()}.pdf")
        except Exception as error:
            return no_file(error)
