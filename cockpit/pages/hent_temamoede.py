"""The files of a set of fact sheets: /hent/temamoede/klar-botilbud.pptx, .pdf, and .pdf?form=a4."""

import re
from urllib.parse import quote

from flask import Flask, Response, request

from cockpit.access import asking
from cockpit.access.roles import may_see
from cockpit.components.sheet_sets import MEETING, is_set, set_called
from cockpit.handing_out import own_template
from cockpit.keyfigures import NotAllowedError
from cockpit.pages.hent import no_file
from cockpit.pages.hent_del import NOT_FOR_YOU
from cockpit.pages.plain_page import plain_page
from cockpit.reports import pdf_of, powerpoint_of
from cockpit.sheets.filling import filled_set
from cockpit.sheets.keeping import GONE
from cockpit.warehouse import served

MEDIA_TYPES = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
}
LETTERS = {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"}
PAPERS = {"a4": "a4"}


def add_sheet_download(server: Flask) -> None:
    @server.get("/hent/temamoede/<set_id>.<any(pptx, pdf):kind>")
    def hent_temamoede(set_id: str, kind: str) -> Response:
        try:
            if not may_see(asking().role, MEETING):
                raise NotAllowedError(NOT_FOR_YOU)
            if not is_set(set_id):
                return plain_page("Filen kan ikke hentes", GONE, 404)
            return _file(set_id, kind)
        except Exception as error:
            return no_file(error)


def _file(set_id: str, kind: str) -> Response:
    found = filled_set(set_called(set_id))
    paper = PAPERS.get(request.args.get("form", ""), "16:9")
    content = (
        powerpoint_of(found, own_template(served().settings)) if kind == "pptx" else pdf_of(found, paper)
    )
    named = f"{found.name} {served().version.as_of.isoformat()}.{kind}"
    return Response(
        content,
        mimetype=MEDIA_TYPES[kind],
        headers={"Content-Disposition": _attached(named), "Cache-Control": "no-store"},
    )


def _attached(name: str) -> str:
    """The name as it is for browsers, and in plain letters for what is older (RFC 6266)."""
    safe = re.sub(r'[\\/:*?"<>|]', " ", name)
    plain = re.sub("[æøåÆØÅ]", lambda found: LETTERS[found[0]], safe)
    ascii_name = plain.encode("ascii", "replace").decode().replace("?", "_")
    return f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(safe, safe='')}"
