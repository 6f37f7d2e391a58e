"""Only our own pages may ask the server to do something: another site's page in the same browser may not."""

from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug.wrappers import Request

from cockpit.pages.plain_page import plain_page

REFUSED = (
    "Det må kun cockpittet selv",
    "En anden side har bedt cockpittet om at gøre noget. Det er ikke gjort.",
)


def refuse_other_sites(server: Flask) -> None:
    @server.before_request
    def refuse() -> Response | None:
        if request.method in ("GET", "HEAD", "OPTIONS") or not is_from_elsewhere(request):
            return None
        return plain_page(*REFUSED, status=403)


def is_from_elsewhere(asked: Request) -> bool:
    """As the browser tells; one too old, or on a plain address, tells only the origin."""
    site = asked.headers.get("Sec-Fetch-Site")
    if site:
        return site not in ("same-origin", "none")
    origin = asked.headers.get("Origin")
    return bool(origin) and urlsplit(origin or "").netloc != asked.host
