"""How often one user may ask, and how often one address may try to sign in; counted by each server process.

What is kept is answered without being counted: it costs nothing.
"""

from flask import Flask, request

from cockpit.access import asking
from cockpit.pages.log_ind import SIGN_IN_VIEWS
from cockpit.settings import Settings

# A page asks about twenty questions, and nobody turns a page each second.
QUESTIONS = "1200 per minute"
# Many may come in through one address, and each goes by twice.
SIGN_INS = "60 per minute"


def limit(server: Flask, settings: Settings) -> None:
    """429 for more."""
    from flask_limiter import Limiter  # where nobody signs in it is not needed, and takes memory

    Limiter(
        lambda: asking().id or _address(settings),
        app=server,
        default_limits=[_most],
        storage_uri="memory://",
    )


def _most() -> str:
    return SIGN_INS if request.endpoint in SIGN_IN_VIEWS else QUESTIONS


def _address(settings: Settings) -> str:
    """As our own proxy tells it; who is not the proxy tells nothing."""
    address, told = request.remote_addr or "", request.headers.get("X-Forwarded-For", "")
    return told.rpartition(",")[2].strip() if told and address == settings.proxy else address
