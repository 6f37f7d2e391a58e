"""What every answer holds the browser to: our own scripts alone, nobody's frame, nothing told on."""

from collections.abc import Sequence

from flask import Flask, Response

# Charts and fields bring style sheets and styles of their own; scripts are what must be known beforehand.
SOURCES = {
    "default-src": "'none'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",  # tables taken as pictures carry the page's font
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
NOT_NEEDED = ("camera", "geolocation", "microphone", "payment", "usb")
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    # The address holds the filters, which are nobody else's business.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in NOT_NEEDED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def add_headers(server: Flask, scripts: Sequence[str]) -> None:
    """To every answer; `scripts` are the hashes of the scripts that stand in the first response itself."""

    @server.after_request
    def guard(response: Response) -> Response:
        return guarded(response, scripts)


def guarded(response: Response, scripts: Sequence[str] = ()) -> Response:
    response.headers["Content-Security-Policy"] = _policy(scripts)
    response.headers.update(HEADERS)
    return response


def _policy(scripts: Sequence[str]) -> str:
    sources = SOURCES | {"script-src": " ".join(["'self'", *scripts])}
    return "; ".join(f"{name} {allowed}" for name, allowed in sources.items())
