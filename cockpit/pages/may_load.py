"""Who may load a delivery: the data consultant; where nobody signs in, only at this machine."""

from flask import abort, has_request_context, request

from cockpit.access import asking
from cockpit.access.identity import AT_THIS_MACHINE
from cockpit.access.roles import keeps_data
from cockpit.access.this_machine import is_asked_here

ONLY_HERE = "Leverancer kan kun lægges op fra den maskine, som cockpittet kører på."


def may_load() -> bool:
    if not has_request_context() or not keeps_data(asking().role):
        return False
    return asking().id != AT_THIS_MACHINE.id or is_asked_here(request.environ)


def refuse_others() -> None:
    """403 for whoever may not."""
    if not may_load():
        abort(403)
