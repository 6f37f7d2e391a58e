"""Where nobody signs in the one at this machine chooses the role that the cockpit is shown to."""

from urllib.parse import quote

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response

from cockpit.access.this_machine import SHOWN_AS
from cockpit.components.role_switch import FIELD, PLACE, roles_to_show
from cockpit.pages.log_ind import inside


def add_role_switch(server: Flask) -> None:
    @server.post(PLACE)
    def vis_som() -> Response:
        """Back to the page that asked, as the role sees it."""
        chosen = request.form.get(FIELD, "")
        if chosen not in roles_to_show():
            abort(400)
        # Other sites have been refused, so that what sent it is a page of ours.
        page = (request.referrer or "").removeprefix(request.host_url.rstrip("/"))
        answer = redirect(inside(page), 303)
        answer.set_cookie(SHOWN_AS, quote(chosen), httponly=True, samesite="Lax")
        return answer
