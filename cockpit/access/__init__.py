"""Who is asking, and what they may see."""

from cockpit.access.identity import AT_THIS_MACHINE, ROLES, User, asked_by, asking
from cockpit.access.known import NOBODY, check_access, user_of
from cockpit.access.sight import Sight, sight_of, whole_sight
from cockpit.access.told import NotLetInError

__all__ = [
    "AT_THIS_MACHINE",
    "NOBODY",
    "ROLES",
    "NotLetInError",
    "Sight",
    "User",
    "asked_by",
    "asking",
    "check_access",
    "sight_of",
    "user_of",
    "whole_sight",
]
