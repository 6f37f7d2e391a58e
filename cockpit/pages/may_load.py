"""Who may load a delivery: the data consultant; where nobody signs in, only at this machine."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import abort, has_request_context, request

from cockpit.access import asking
from cockpit.access.identity import AT_THIS_MACHINE
from cockpit.access.roles import keeps_data

ONLY_HERE = "Leverancer kan kun lægges op fra den maskine, som cockpittet kører på."
OWN_NAMES = ("localhost", "127.0.0.1", "::1")


def may_load() -> bool:
    if not has_request_context() or not keeps_data(asking().role):
        return False
    return asking().id != AT_THIS_MACHINE.id or _is_asked_here()


def _is_asked_here() -> bool:
    """By the loopback address, and by a name of its own: another site's name may point at it too."""
    name = urlsplit(f"//{request.host}").hostname
    return name in OWN_NAMES and ip_address(request.remote_addr or "0.0.0.0").is_loopback  # noqa: S104


def refuse_others() -> None:
    """403 for whoever may not."""
    if not may_load():
        abort(403)
