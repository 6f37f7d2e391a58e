"""Scripts and style sheets as they were compressed for the first visitor."""

from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask

from cockpit.pages.kept_answers import Answer, Application, whole

PLACES = ("/assets/", "/_dash-component-suites/")
# The files that a page asks for, twice over: what is more has been made up by who asks.
MOST_KEPT = 100
LARGEST = 2_000_000  # bytes, compressed


def keep_assets(server: Flask) -> None:
    """Files do not change while the server runs, so what was sent once is sent again."""
    server.wsgi_app = KeptAssets(server.wsgi_app)  # type: ignore[method-assign]


class KeptAssets:
    """WSGI in front of the app; keeps whole answers to plain questions for files."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.kept: dict[tuple[str, str, str], Answer] = {}

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if not _is_for_a_file(environ):
            return self.application(environ, start_response)
        path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        key = (path, query, environ.get("HTTP_ACCEPT_ENCODING", ""))
        answer = self.kept.get(key)
        if answer is None:
            answer = whole(self.application, environ)
            if answer[0].startswith("200") and len(answer[2]) <= LARGEST and len(self.kept) < MOST_KEPT:
                self.kept[key] = answer
        status, headers, data = answer
        start_response(status, list(headers))
        return [data]


def _is_for_a_file(environ: dict[str, Any]) -> bool:
    """All of it, that is: neither a part nor only what changed since."""
    part = any(name in environ for name in ("HTTP_RANGE", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"))
    asked = environ.get("REQUEST_METHOD") == "GET" and environ.get("PATH_INFO", "").startswith(PLACES)
    return asked and not part
