"""Who may load a delivery. Until there is sign-in: the person at this machine, and nobody else."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import abort, has_request_context, request

ONLY_HERE = "Leverancer kan kun lægges op fra den maskine, som cockpittet kører på."
OWN_NAMES = ("localhost", "127.0.0.1", "::1")


def may_load() -> bool:
    """Asked by the loopback address, and by a name of its own: another site's name may point at it too."""
    if not has_request_context():
        return False
    name = urlsplit(f"//{request.host}").hostname
    return name in OWN_NAMES and ip_address(request.remote_addr or "0.0.0.0").is_loopback  # noqa: S104


def refuse_others() -> None:
    """403 for whoever may not."""
    if not may_load():
        abort(403)
