"""Without sign-in and gateway: the person at this machine, and nobody else.

They may look at the cockpit as each role sees it; a cookie holds the choice, for everything is theirs anyway.
"""

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import unquote, urlsplit

from werkzeug.http import parse_cookie

from cockpit.access.identity import AT_THIS_MACHINE, ROLES, User
from cockpit.access.told import NotLetInError

ONLY_HERE = (
    "Cockpittet kan kun bruges på den maskine, det kører på, indtil der er sat login op. Sig det til jeres "
    "it-afdeling."
)
SHOWN_AS = "cockpit-vis-som"
OWN_NAMES = ("localhost", "127.0.0.1", "::1")
# A proxy on this machine would else make everyone its neighbour a person at it.
HANDED_ON = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_VIA")


def user_at_this_machine(environ: Mapping[str, Any]) -> User:
    """Asked from the loopback address, by a name of its own: another site's name may point at it too."""
    if not is_asked_here(environ):
        raise NotLetInError(ONLY_HERE, "not this machine")
    return shown_as(unquote(parse_cookie(str(environ.get("HTTP_COOKIE", ""))).get(SHOWN_AS, "")))


def shown_as(choice: str) -> User:
    """`choice` is a role, or `teamleder:` and a team; without one that there is, the one who runs it."""
    role, _, team = choice.partition(":")
    if role not in ROLES or role == AT_THIS_MACHINE.role:
        return AT_THIS_MACHINE
    return User(AT_THIS_MACHINE.id, role, teams=(team,) if team else ())


def is_asked_here(environ: Mapping[str, Any]) -> bool:
    here = _name(str(environ.get("HTTP_HOST", ""))) in OWN_NAMES
    here = here and is_loopback(str(environ.get("REMOTE_ADDR", "")))
    return here and not any(header in environ for header in HANDED_ON)


def _name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def is_loopback(address: str) -> bool:
    """Of a name, such as localhost, and of no address at all, false."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
