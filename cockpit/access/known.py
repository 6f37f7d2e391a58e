"""By which of three ways a request's user is known, and that none of them stands open."""

from collections.abc import Mapping
from typing import Any

from werkzeug.http import parse_cookie

from cockpit.access.gateway import user_of_gateway
from cockpit.access.identity import User
from cockpit.access.sessions import Sessions
from cockpit.access.this_machine import is_loopback, user_at_this_machine
from cockpit.access.told import NotLetInError
from cockpit.settings import NONE, Settings
from cockpit.wording import PlainError

SIGNED_OUT = "Du er logget ud. Log ind igen for at se tallene."
ONE_WAY = (
    "Både COCKPIT_OIDC_ISSUER og COCKPIT_GATEWAY_HEADERS er sat. Vælg den ene måde at vide, hvem der spørger."
)
HALF_A_SIGN_IN = "Til login skal COCKPIT_PUBLIC_URL og COCKPIT_OIDC_CLIENT også sættes. Se vejledningen."
# Who has no role may see nothing.
NOBODY = User("", "")
NOBODY_KNOWN = (
    "Uden login må cockpittet kun køre på denne maskine. Sæt COCKPIT_HOST til 127.0.0.1, eller sæt login "
    "op, som data/access/README.md viser."
)


def user_of(environ: Mapping[str, Any], settings: Settings) -> User:
    """Who asks; NotLetInError for whoever may not be let in, of status 401 for who may yet sign in."""
    if settings.signs_in:
        token = token_in(environ, settings)
        session = Sessions(settings.data_dir).of(token)
        if session is None:
            raise NotLetInError(SIGNED_OUT, "session ended" if token else "not signed in", 401)
        return session.user
    if settings.gateway_header_of:
        return user_of_gateway(environ, settings)
    return user_at_this_machine(environ)


def token_in(environ: Mapping[str, Any], settings: Settings) -> str:
    return parse_cookie(str(environ.get("HTTP_COOKIE", ""))).get(cookie_name(settings), "")


def cookie_name(settings: Settings) -> str:
    """With a beginning by which browsers take it from this very server over https alone."""
    return "__Host-cockpit" if settings.is_secure else "cockpit"


def check_access(settings: Settings) -> None:
    """PlainError for settings that would let in whoever comes, or nobody."""
    if settings.signs_in and settings.gateway_header_of:
        raise PlainError(ONE_WAY)
    if settings.signs_in:
        if NONE in (settings.public_url, settings.oidc_client):
            raise PlainError(HALF_A_SIGN_IN)
        _ = settings.oidc_secret
    elif not settings.knows_people and not is_loopback(settings.host):
        raise PlainError(NOBODY_KNOWN)
