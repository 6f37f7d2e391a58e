"""The files that are dropped on /data/indlaes: sent one by one, as they are, and streamed to the disk.

Not as a form: its parts would be kept in the machine's folder for temporary files, with all that is personal
in them.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask, Response, jsonify, request, send_file

from cockpit.intake import CANONICAL
from cockpit.intake.dropped import REJECTED
from cockpit.intake.dropping import start_check
from cockpit.intake.uploads import MOST_BYTES, begin_upload, dropped_dir, receive
from cockpit.pages.may_load import refuse_others
from cockpit.pages.plain_page import plain_page
from cockpit.settings import Settings
from cockpit.warehouse import served
from cockpit.wording import PlainError, parse_date

PLACE = "/data/indlaes"
LONGEST = 1_000  # bytes of what is asked for beside the files
NO_FILE = "Der er ingen afviste rækker at hente."


def add_file_routes(server: Flask) -> None:
    """Their names begin with `indlaes`, by which the server knows that they are no pages."""
    server.add_url_rule(f"{PLACE}/begynd", "indlaes_begynd", _told(_begin), methods=["POST"])
    server.add_url_rule(f"{PLACE}/filer/<place>/<name>", "indlaes_fil", _told(_file), methods=["PUT"])
    server.add_url_rule(f"{PLACE}/kontrol/<place>", "indlaes_kontrol", _told(_check), methods=["POST"])
    server.add_url_rule(f"{PLACE}/afviste.csv", "indlaes_afviste", _rejected)


def _told(do: Callable[..., dict[str, str]]) -> Callable[..., Response]:
    """What cannot be done is answered with 400 and a plain sentence."""

    @wraps(do)
    def answered(**given: Any) -> Response:
        refuse_others()
        try:
            return jsonify(do(served().settings, **given))
        except PlainError as problem:
            response: Response = jsonify({"besked": str(problem)})
            response.status_code = 400
            return response

    return answered


def _begin(settings: Settings) -> dict[str, str]:
    return {"sted": begin_upload(settings.data_dir)}


def _file(settings: Settings, place: str, name: str) -> dict[str, str]:
    request.max_content_length = MOST_BYTES
    receive(settings.data_dir, place, name, request.stream.read)
    return {}


def _check(settings: Settings, place: str) -> dict[str, str]:
    asked = request.get_json(silent=True) if (request.content_length or 0) <= LONGEST else None
    if not isinstance(asked, dict):
        raise PlainError("Datoen mangler. Skriv den dag, udtrækkene er hele til og med.")
    as_of = parse_date(str(asked.get("dato", "")))
    source, fewer = str(asked.get("profil", CANONICAL)), asked.get("faerre") is True
    start_check(settings, place, as_of, source=source, accept_fewer_rows=fewer)
    return {}


def _rejected() -> Response:
    refuse_others()
    file = dropped_dir(served().settings.data_dir) / REJECTED
    if not file.exists():
        return plain_page("Filen kan ikke hentes", NO_FILE, 404)
    response = send_file(file, "text/csv", as_attachment=True, download_name="afviste.csv")
    response.headers["Cache-Control"] = "no-store"
    return response
