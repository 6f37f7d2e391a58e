"""Before anything is answered it is known who asks; whoever is not let in gets a plain page and no more."""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from flask import Flask, Request, Response
from flask.testing import FlaskClient

from cockpit.access import NOBODY, NotLetInError, User, asked_by, user_of
from cockpit.access.known import token_in
from cockpit.access.sessions import ANSWER
from cockpit.pages.headers import guarded
from cockpit.pages.log_ind import BACK, not_let_in
from cockpit.settings import Settings

# No request from outside can hold it: what a browser sends comes with HTTP_ before its name.
FROM_WITHIN = "cockpit.user"
# What the operator's monitoring asks, and what the page that refuses is drawn with: nothing of anybody.
OPEN_TO_ALL = ("/health",)
SIGN_IN = ("/log-ind", ANSWER, "/log-ud")
DRAWN_WITH = "/assets/"


def client_of(server: Flask, user: User) -> FlaskClient:
    """Asks the server from within, as this user."""
    client = server.test_client()
    client.environ_base = {**client.environ_base, FROM_WITHIN: user}  # type: ignore[dict-item]
    return client


def know_who_asks(server: Flask, settings: Settings) -> None:
    """To be put outside all that answers for somebody, so that what is kept is kept for who asks."""
    application = server.wsgi_app

    def known(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        try:
            user = environ.get(FROM_WITHIN) or _user(environ, settings)
        except NotLetInError as problem:
            answer = _refused(environ, problem, settings)
            return guarded(answer)(environ, start_response)
        with asked_by(user):
            return application(environ, start_response)

    server.wsgi_app = known  # type: ignore[method-assign]


def _refused(environ: dict[str, Any], problem: NotLetInError, settings: Settings) -> Response:
    """Who comes to a page for the first time is sent to sign in and back again; all else is told."""
    asked = Request(environ)
    opens = asked.method == "GET" and asked.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    back = quote(asked.full_path.rstrip("?"), safe="/") if opens else "/"
    if settings.signs_in and opens and not token_in(environ, settings):
        way = f"/log-ind?{BACK}={back}"
        return Response(status=303, headers={"Location": way, "Cache-Control": "no-store"})
    return not_let_in(problem, settings, back)


def _user(environ: dict[str, Any], settings: Settings) -> User:
    places = (*OPEN_TO_ALL, *SIGN_IN) if settings.signs_in else OPEN_TO_ALL
    path = str(environ.get("PATH_INFO", ""))
    return NOBODY if path in places or path.startswith(DRAWN_WITH) else user_of(environ, settings)
