"""Behind a municipality's own gateway: its headers tell who is asking, and nobody else's do."""

from collections.abc import Mapping
from typing import Any

from cockpit.access.identity import User
from cockpit.access.told import NotLetInError, user_told_of
from cockpit.settings import Settings

NOT_THE_GATEWAY = (
    "Cockpittet kan kun bruges gennem kommunens egen indgang. Brug den adresse, I har fået oplyst."
)


def user_of_gateway(environ: Mapping[str, Any], settings: Settings) -> User:
    """The user that the gateway's headers name; NotLetInError from any other address than its own."""
    if environ.get("REMOTE_ADDR") != settings.proxy:
        raise NotLetInError(NOT_THE_GATEWAY, "not the gateway")
    headers = settings.gateway_header_of
    return user_told_of({part: _values(environ, name) for part, name in headers.items()})


def _values(environ: Mapping[str, Any], header: str) -> list[str]:
    """A header's values, between commas. WSGI gives its bytes as Latin-1; gateways write UTF-8."""
    raw = str(environ.get(f"HTTP_{header.upper().replace('-', '_')}", "")).encode("latin-1")
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    return [value.strip() for value in text.split(",") if value.strip()]
