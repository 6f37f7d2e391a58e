"""What is asked on nobody's behalf, or has written its own line, is not in the audit as something seen."""

from flask import request

# In a request's surroundings; what a browser sends comes with HTTP_ before its name.
UNSEEN = "cockpit.unseen"


def unseen() -> None:
    """Of the request that is being answered."""
    request.environ[UNSEEN] = "yes"
