"""Who is asking, and what they may see."""

from cockpit.access.identity import ROLES, User, asked_by, asking

__all__ = ["ROLES", "User", "asked_by", "asking"]
