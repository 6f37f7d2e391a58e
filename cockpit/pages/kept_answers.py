"""Whole answers to the pages' callbacks, kept with the version: a view asked before costs nothing."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from io import BytesIO
from typing import Any

from flask import Flask, Response, has_request_context, request
from werkzeug.wrappers import Request

from cockpit.access import asking, sight_of
from cockpit.components.banner import today, warnings
from cockpit.components.own_views import OwnViews, saved_views
from cockpit.components.states import WENT_WRONG
from cockpit.pages.same_site import is_from_elsewhere
from cockpit.warehouse import Reader, served
from cockpit.wording import PlainError

UPDATE = "/_dash-update-component"
MOST_KEPT = 500
LARGEST = 100_000  # bytes of an answer, compressed
LONGEST = 10_000  # bytes of a question that is worth keeping an answer to
LONGEST_QUESTION = 1_000_000  # bytes of what is read at all
WORTH_KEEPING = "cockpit.worth_keeping"
OF_THE_MOMENT = "cockpit.of_the_moment"
OWN_VIEWS = "cockpit.own_views"
# Plain letters, so that it reads the same however the answer is escaped.
ACCIDENT = WENT_WRONG.partition(",")[0].encode()

Headers = list[tuple[str, str]]
Answer = tuple[str, Headers, bytes]
Mark = OwnViews | None
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def keep_answers(server: Flask) -> None:
    """Put the kept answers in front of the server, and let it say which of its answers are worth keeping.

    A callback may depend on its inputs, on the version served, on the sight of who asks and on the day, and
    on the saved views when it says so; never on which of its inputs changed, nor on the clock.
    """
    server.after_request(_judge)
    server.wsgi_app = KeptAnswers(server.wsgi_app)  # type: ignore[method-assign]


def _judge(response: Response) -> Response:
    """An accident may be over the next time; only whole answers are kept. Runs before compression."""
    if request.path == UPDATE and response.status_code == 200:
        lasting = not request.environ.get(OF_THE_MOMENT)
        request.environ[WORTH_KEEPING] = lasting and ACCIDENT not in response.get_data()
    return response


def of_the_moment() -> None:
    """For a callback whose answer hangs on more than the above: this one is not kept."""
    if has_request_context():
        request.environ[OF_THE_MOMENT] = True


def hangs_on_own_views() -> None:
    """For a callback that shows saved views: its answer is kept for those who have the same ones.

    To be called before they are read, so that what is read is never older than what is noted.
    """
    if has_request_context():
        request.environ[OWN_VIEWS] = _views_now()


def _views_now() -> OwnViews:
    return saved_views()


class KeptAnswers:
    """WSGI in front of the app; what it keeps hangs on the open version and goes with it."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        key = _key(environ, body_of(environ, LONGEST)) if _may_be_kept(environ) else None
        before = _in_force() if key else None
        if before is None:
            return self.application(environ, start_response)
        reader, notice = before
        kept: dict[Any, tuple[Answer, Mark]] = reader.remembered("answers", dict)
        answer, views = kept.get((key, notice), (None, None))
        if answer is None or (views is not None and views != _views_now()):
            answer = whole(self.application, environ)
            if _is_to_be_kept(environ, answer) and _in_force() == before:
                if len(kept) >= MOST_KEPT:
                    kept.clear()
                kept[key, notice] = answer, environ.get(OWN_VIEWS)
        status, headers, data = answer
        start_response(status, list(headers))
        return [data]


def whole(application: Application, environ: dict[str, Any]) -> Answer:
    """The app's answer in one piece."""
    started: list[tuple[str, Headers]] = []

    def start(status: str, headers: Headers, _problem: Any = None) -> None:
        started.append((status, headers))

    data = b"".join(_closed(application(environ, start)))
    return (*started[-1], data)


def _may_be_kept(environ: dict[str, Any]) -> bool:
    """What another site asks is for the app to refuse."""
    asked = Request(environ, populate_request=False)
    return asked.path == UPDATE and not is_from_elsewhere(asked)


def _in_force() -> tuple[Reader, tuple[str, ...]] | None:
    """The open version and what is told of it; an answer that saw it change is of neither."""
    try:
        warehouse = served()
        return warehouse.reader(), warnings(warehouse, today())
    except PlainError:
        return None


def _key(environ: dict[str, Any], asked: bytes) -> str | None:
    """What the answer depends on beside the version; None for a body that says nothing."""
    try:
        body = json.loads(asked)
        question = [body["output"], body.get("inputs"), body.get("state")]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    encoding = environ.get("HTTP_ACCEPT_ENCODING", "")
    sight = asdict(sight_of(asking()))
    return json.dumps([sight, today().isoformat(), encoding, question], sort_keys=True)


def body_of(environ: dict[str, Any], longest: int) -> bytes:
    """The request's body, left in place for the app; empty where it has more bytes, or does not say."""
    length = environ.get("CONTENT_LENGTH") or ""
    if not length.isdigit() or int(length) > longest:
        return b""
    data: bytes = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = BytesIO(data)
    return data


def _is_to_be_kept(environ: dict[str, Any], answer: Answer) -> bool:
    _, headers, data = answer
    cookies = any(name.lower() == "set-cookie" for name, _ in headers)
    return bool(environ.get(WORTH_KEEPING)) and not cookies and len(data) <= LARGEST


def _closed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """All chunks, then the closing that WSGI asks for."""
    try:
        yield from chunks
    finally:
        if close := getattr(chunks, "close", None):
            close()
